import type { VNode } from "preact";

import type { Language } from "../text/language.ts";
import { words } from "../text/words.ts";

/** The fields of a range. */
export interface RangeFieldProps {
  /** What the range is called. */
  readonly label: string;
  /** What it is for. */
  readonly title: string;
  readonly language: Language;
  /** What is typed into its fields, row by row; nothing where it is left out. */
  readonly typed: readonly (readonly string[])[] | undefined;
  /** Whether it may be left out. */
  readonly optional: boolean;
  /** How many rows it begins with when it comes into use. */
  readonly rows: number;
  readonly onType: (typed: readonly (readonly string[])[] | undefined) => void;
}

/** A range as a small sheet of fields; one that is left out is a button. */
export function RangeField({
  label,
  title,
  language,
  typed,
  optional,
  rows,
  onType,
}: RangeFieldProps): VNode {
  if (typed === undefined) {
    const blank = Array.from({ length: Math.max(rows, 1) }, () => [""]);
    return (
      <button
        type="button"
        class="use"
        title={title}
        aria-label={`${words.addColumn[language]}: ${label}`}
        onClick={() => {
          onType(blank);
        }}
      >
        + {label}
      </button>
    );
  }
  const change = (row: number, column: number, text: string): void => {
    onType(
      typed.map((cells, at) =>
        at === row ? cells.map((cell, place) => (place === column ? text : cell)) : cells,
      ),
    );
  };
  return (
    <table class="fields" title={title}>
      <caption>
        {label}
        {optional && (
          <button
            type="button"
            class="drop"
            aria-label={`${words.removeColumn[language]}: ${label}`}
            onClick={() => {
              onType(undefined);
            }}
          >
            ×
          </button>
        )}
      </caption>
      <tbody>
        {typed.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, column) => (
              <td key={column}>
                <input
                  value={cell}
                  aria-label={
                    cells.length === 1 ? `${label} ${row + 1}` : `${label} ${row + 1}, ${column + 1}`
                  }
                  autocomplete="off"
                  spellcheck={false}
                  onInput={(event) => {
                    change(row, column, event.currentTarget.value);
                  }}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
