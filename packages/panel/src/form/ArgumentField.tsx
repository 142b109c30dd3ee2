import type { Parameter } from "@tallykit/sheet";
import type { JSX } from "preact";
import { useId } from "preact/hooks";

import { referenceText } from "../formula/references.ts";
import { Icon } from "../parts/Icon.tsx";
import { attempt, useSurroundings } from "../parts/surroundings.ts";
import type { TextKey } from "../texts/texts.ts";

interface ArgumentFieldProps {
  /** The English name of the parameter. */
  readonly name: string;
  readonly parameter: Parameter<unknown>;
  readonly value: string;
  /** What is wrong with it. */
  readonly problem: string | undefined;
  readonly onValue: (value: string) => void;
}

/** The field of a parameter: a list of words for a choice, else text beside a button that takes the selected cells. */
export function ArgumentField({ name, parameter, value, problem, onValue }: ArgumentFieldProps): JSX.Element {
  const { language, say } = useSurroundings();
  const id = useId();
  const { text, shape, optional, choices } = parameter;
  const marks = [
    ...(shape === "cell" ? [] : [say(shape === "column" ? "shapeColumn" : "shapeTable")]),
    ...(optional ? [say("optional")] : []),
  ];
  const shared = {
    id,
    value,
    "data-parameter": name,
    required: !optional,
    "aria-invalid": problem !== undefined,
    "aria-describedby": `${id}-help${problem === undefined ? "" : ` ${id}-problem`}`,
  };
  return (
    <div class="tally-field">
      <label for={id}>
        {language === "zh" ? text.zhName : name} <span class="tally-mark">{marks.join(" · ")}</span>
      </label>
      {choices !== undefined && shape === "cell" ? (
        <ChoiceInput shared={shared} parameter={parameter} onValue={onValue} />
      ) : (
        <CellsInput shared={shared} name={name} parameter={parameter} onValue={onValue} />
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} class="tally-problem">
          {problem}
        </p>
      )}
      <p id={`${id}-help`} class="tally-help">
        {text[language]}
      </p>
    </div>
  );
}

interface InputProps extends Pick<ArgumentFieldProps, "parameter" | "onValue"> {
  readonly shared: {
    readonly id: string;
    readonly value: string;
    readonly "data-parameter": string;
    readonly required: boolean;
    readonly "aria-invalid": boolean;
    readonly "aria-describedby": string;
  };
}

/** A list of the words of a choice. */
function ChoiceInput({ shared, parameter, onValue }: InputProps): JSX.Element {
  const { language, say } = useSurroundings();
  const { choices = {}, defaultText, optional } = parameter;
  const wordOf = (word: string): string => (language === "zh" ? `${choices[word] ?? word}（${word}）` : word);
  return (
    <select
      {...shared}
      onChange={(event) => {
        onValue(event.currentTarget.value);
      }}
    >
      <option value="">
        {!optional
          ? ""
          : defaultText === undefined
            ? say("leftOut")
            : say("leftOutDefault", { value: wordOf(defaultText) })}
      </option>
      {Object.keys(choices).map((word) => (
        <option key={word} value={word}>
          {wordOf(word)}
        </option>
      ))}
    </select>
  );
}

/** What may be typed, for each kind of parameter. */
const hints: Readonly<Record<Parameter<unknown>["takes"], TextKey>> = {
  number: "hintNumber",
  date: "hintDate",
  word: "hintWord",
  key: "hintWord",
  flag: "hintRange",
  anything: "hintWord",
};

/** Text for a value or for cells, and a button that takes the selected ones. */
function CellsInput({
  shared,
  name,
  parameter,
  onValue,
}: InputProps & { readonly name: string }): JSX.Element {
  const surroundings = useSurroundings();
  const { host, language, say } = surroundings;
  const { shape, takes, text, defaultText } = parameter;
  const label = say("useSelection", { name: language === "zh" ? text.zhName : name });
  const pick = async (): Promise<void> => {
    const range = await attempt(surroundings, () => host.readSelection());
    // The selection is on the sheet in front, whose references need no name of a sheet.
    if (range !== undefined) onValue(referenceText(range, range.sheet));
  };
  return (
    <div class="tally-inputRow">
      <input
        {...shared}
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder={defaultText ?? say(shape === "cell" ? hints[takes] : "hintRange")}
        onInput={(event) => {
          onValue(event.currentTarget.value);
        }}
      />
      <button
        type="button"
        class="tally-iconButton"
        aria-label={label}
        title={label}
        onClick={() => void pick()}
      >
        <Icon name="pick" />
      </button>
    </div>
  );
}
