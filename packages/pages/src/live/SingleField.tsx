import type { Parameter } from "@tallykit/sheet";
import type { VNode } from "preact";

import type { Language } from "../text/language.ts";
import { words } from "../text/words.ts";
import { choiceWord } from "./choiceWord.ts";

/** A field for one cell. */
export interface SingleFieldProps {
  /** What the field is called. */
  readonly label: string;
  /** What it is for. */
  readonly parameter: Parameter<unknown>;
  readonly language: Language;
  /** What is typed into it. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

/** The field of a single cell: a list where its words are known, else a text that is read as a cell reads it. */
export function SingleField(props: SingleFieldProps): VNode {
  const { label, parameter, language } = props;
  const { choices } = parameter;
  const word = choices === undefined ? undefined : choiceWord(parameter, props.typed);
  return (
    <label class="field" title={parameter.text[language]}>
      <span class="name">{label}</span>
      {choices === undefined || word === undefined ? (
        <TextInput {...props} />
      ) : (
        <WordList {...props} choices={choices} word={word} />
      )}
    </label>
  );
}

function TextInput({ parameter, language, typed, onType }: SingleFieldProps): VNode {
  return (
    <input
      value={typed}
      placeholder={parameter.defaultText ?? (parameter.optional ? words.leftOut[language] : "")}
      autocomplete="off"
      spellcheck={false}
      onInput={(event) => {
        onType(event.currentTarget.value);
      }}
    />
  );
}

interface WordListProps extends SingleFieldProps {
  readonly choices: Readonly<Record<string, string>>;
  readonly word: string;
}

function WordList({ parameter, language, onType, choices, word }: WordListProps): VNode {
  const { optional, defaultText } = parameter;
  const shown = (each: string): string => (language === "zh" ? (choices[each] ?? each) : each);
  const offered = Object.keys(choices).filter((each) => !optional || each !== defaultText);
  const first = defaultText === undefined ? words.leftOut[language] : shown(defaultText);
  return (
    <select
      value={word}
      onChange={(event) => {
        onType(event.currentTarget.value);
      }}
    >
      {optional && <option value="">{first}</option>}
      {offered.map((each) => (
        <option key={each} value={each}>
          {shown(each)}
        </option>
      ))}
    </select>
  );
}
