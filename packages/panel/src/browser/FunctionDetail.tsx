import { type FunctionRow, signatureOf } from "@tallykit/sheet";
import type { JSX } from "preact";

import { errorTexts } from "../explain/errorTexts.ts";
import { exampleFormula } from "../formula/composeFormula.ts";
import { Icon } from "../parts/Icon.tsx";
import { useSurroundings } from "../parts/surroundings.ts";
import { ViewHead } from "../parts/ViewHead.tsx";
import { ExampleCard } from "./ExampleCard.tsx";
import { functionErrors } from "./functionErrors.ts";
import { ParameterList } from "./ParameterList.tsx";

interface FunctionDetailProps {
  readonly row: FunctionRow;
  readonly onBack: () => void;
  readonly onFill: () => void;
}

/** Everything that there is to know about a function. */
export function FunctionDetail({ row, onBack, onFill }: FunctionDetailProps): JSX.Element {
  const { host, language, say, pageOf } = useSurroundings();
  const page = pageOf?.(row, language);
  return (
    <article class="tally-view tally-detail">
      <ViewHead onBack={onBack}>
        <code>{row.id}</code>
      </ViewHead>
      <div class="tally-body">
        <p class="tally-summary">{row.summary[language]}</p>
        <p class="tally-signature">
          <code>{`${host.namespace}.${signatureOf(row, language)}`.replaceAll(/[_.(,]/g, "$&\u200b")}</code>
        </p>
        <p class="tally-actions">
          <button type="button" class="tally-primary" onClick={onFill}>
            {say("fillIn")}
          </button>
          {page !== undefined && (
            <a href={page} target="_blank" rel="noreferrer" aria-label={say("opensPage")}>
              {say("page")} <Icon name="open" />
            </a>
          )}
        </p>
        <h3>{say("parameters")}</h3>
        <ParameterList row={row} />
        <h3>{say("examples")}</h3>
        {row.examples.map((example, index) => (
          <ExampleCard key={index} row={row} example={example} number={index + 1} />
        ))}
        <h3>{say("errors")}</h3>
        <ErrorList row={row} />
      </div>
    </article>
  );
}

/** The errors of a function, what each means, and a call that gives it. */
function ErrorList({ row }: { readonly row: FunctionRow }): JSX.Element {
  const { host, language, say } = useSurroundings();
  return (
    <ul class="tally-errors">
      {functionErrors(row).map(({ code, message, example }) => {
        const { meaning, advice } = errorTexts[code] ?? {};
        // The text begins with the code, which stands out.
        const rest = meaning?.[language].replace(code, "");
        return (
          <li key={code}>
            <strong>{code}</strong>
            {rest} {advice?.[0]?.[language]}
            <span class="tally-instance">
              {say("errorWhere")} <code>{exampleFormula(row, example, host.namespace)}</code>{" "}
              <span lang="en">{message}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
