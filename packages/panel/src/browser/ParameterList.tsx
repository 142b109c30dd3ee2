import type { FunctionRow, Parameter } from "@tallykit/sheet";
import type { JSX } from "preact";

import { useSurroundings } from "../parts/surroundings.ts";

/** The parameters of a function: name, help, whether it may be left out, and the words of a choice. */
export function ParameterList({ row }: { readonly row: FunctionRow }): JSX.Element {
  const { language } = useSurroundings();
  return (
    <dl class="tally-parameters">
      {Object.entries(row.parameters).map(([name, parameter]) => (
        <div key={name}>
          <dt>
            <span class="tally-name">{language === "zh" ? parameter.text.zhName : name}</span>{" "}
            <Marks parameter={parameter} />
          </dt>
          <dd>
            {parameter.text[language]}
            {parameter.choices !== undefined && <Words parameter={parameter} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What is special about a parameter, in small words beside its name. */
function Marks({ parameter }: { readonly parameter: Parameter<unknown> }): JSX.Element {
  const { language, say } = useSurroundings();
  const { shape, optional, defaultText, choices } = parameter;
  const value =
    defaultText === undefined
      ? undefined
      : language === "zh"
        ? (choices?.[defaultText] ?? defaultText)
        : defaultText;
  const marks = [
    ...(shape === "cell" ? [] : [say(shape === "column" ? "shapeColumn" : "shapeTable")]),
    ...(optional ? [value === undefined ? say("optional") : say("optionalDefault", { value })] : []),
  ];
  return <span class="tally-mark">{marks.join(" · ")}</span>;
}

/** The words of a choice, each with its Chinese word; both can be typed. */
function Words({ parameter }: { readonly parameter: Parameter<unknown> }): JSX.Element {
  const { say } = useSurroundings();
  return (
    <ul class="tally-words" aria-label={say("choices")}>
      {Object.entries(parameter.choices ?? {}).map(([word, chinese]) => (
        <li key={word}>
          <code>{word}</code> <span lang="zh-Hans">{chinese}</span>
        </li>
      ))}
    </ul>
  );
}
