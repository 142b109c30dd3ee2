import type { FunctionRow } from "@tallykit/sheet";
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

import { firstCall } from "../cells/firstCall.ts";
import type { Language } from "../text/language.ts";
import { LiveExample } from "./LiveExample.tsx";
import { typedCall } from "./typedCall.ts";

/** The live example of a page, which the page's own buttons fill with its examples. */
export function LivePage({
  row,
  language,
}: {
  readonly row: FunctionRow;
  readonly language: Language;
}): VNode {
  const [typed, setTyped] = useState(() => typedCall(row, firstCall(row, language)));
  useEffect(() => {
    for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-example]")) {
      const example = row.examples[Number(button.dataset["example"])];
      button.hidden = false;
      button.addEventListener("click", () => {
        if (example !== undefined) setTyped(typedCall(row, example.arguments));
        document.querySelector("#live")?.scrollIntoView();
      });
    }
  }, [row]);
  return (
    <LiveExample
      {...{ row, language, typed }}
      onType={(next) => {
        setTyped([...next]);
      }}
    />
  );
}
