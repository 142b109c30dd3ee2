import { callFunction, formulaOf, type FunctionRow } from "@tallykit/sheet";
import type { VNode } from "preact";

import { shownGrid } from "../cells/shownGrid.ts";
import type { Language } from "../text/language.ts";
import { words } from "../text/words.ts";
import { Grid } from "./Grid.tsx";
import { RangeField } from "./RangeField.tsx";
import { SingleField } from "./SingleField.tsx";
import { callOf, recordCount, type TypedArgument, withRecords } from "./typedCall.ts";

/** A call that can be changed. */
export interface LiveExampleProps {
  /** The function. */
  readonly row: FunctionRow;
  readonly language: Language;
  /** What its fields hold. */
  readonly typed: readonly TypedArgument[];
  readonly onType: (typed: readonly TypedArgument[]) => void;
}

/** A call with its fields, its formula and its result, which is calculated with every change. */
export function LiveExample(props: LiveExampleProps): VNode {
  const { row, language, typed } = props;
  const given = callOf(row, typed);
  const grid = shownGrid(row, given, callFunction(row.id, given));
  return (
    <div class="worked">
      <Fields {...props} />
      <div class="formula">
        <span class="fx" aria-hidden="true">
          fx
        </span>
        <code>{formulaOf(row.id, given)}</code>
      </div>
      <output aria-label={words.result[language]}>
        <Grid
          grid={grid}
          label={words.result[language]}
          more={(rows) => `+ ${rows} ${words.rowsMore[language]}`}
        />
      </output>
    </div>
  );
}

function Fields({ row, language, typed, onType }: LiveExampleProps): VNode {
  const rows = recordCount(row, typed);
  const parameters = Object.entries(row.parameters).map(([name, parameter], index) => {
    const label = language === "zh" ? parameter.text.zhName : name;
    const put = (argument: TypedArgument): void => {
      onType(typed.map((other, place) => (place === index ? argument : other)));
    };
    const argument = typed[index];
    if (typeof argument === "string")
      return {
        isRange: false,
        node: <SingleField key={name} {...{ label, parameter, language }} typed={argument} onType={put} />,
      };
    const title = parameter.text[language];
    const { optional } = parameter;
    return {
      isRange: true,
      node: (
        <RangeField
          key={name}
          {...{ label, title, language, optional, rows }}
          typed={argument}
          onType={put}
        />
      ),
    };
  });
  const changeRows = (change: "add" | "remove") => () => {
    onType(withRecords(row, typed, change));
  };
  return (
    <form
      class="live-form"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <div class="singles">{parameters.filter(({ isRange }) => !isRange).map(({ node }) => node)}</div>
      <div class="ranges">{parameters.filter(({ isRange }) => isRange).map(({ node }) => node)}</div>
      {rows > 0 && (
        <div class="rows">
          <button type="button" onClick={changeRows("add")}>
            {words.addRow[language]}
          </button>
          <button type="button" disabled={rows < 3} onClick={changeRows("remove")}>
            {words.removeRow[language]}
          </button>
        </div>
      )}
    </form>
  );
}
