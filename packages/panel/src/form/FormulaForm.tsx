import type { FunctionRow, Parameter } from "@tallykit/sheet";
import type { JSX, RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { CopyButton } from "../parts/CopyButton.tsx";
import { useSurroundings } from "../parts/surroundings.ts";
import { ViewHead } from "../parts/ViewHead.tsx";
import { ArgumentField } from "./ArgumentField.tsx";
import { fieldProblems, missingFields } from "./fieldProblems.ts";
import { exampleFields, firstFields } from "./formFields.ts";
import { LiveResult } from "./LiveResult.tsx";
import { type FormulaInWork, useFormula } from "./useFormula.ts";

interface FormulaFormProps {
  readonly row: FunctionRow;
  readonly onBack: () => void;
}

/** The form of a function: its fields, what they come to now, and the formula that is inserted. */
export function FormulaForm({ row, onBack }: FormulaFormProps): JSX.Element {
  const { language, say } = useSurroundings();
  const formula = useFormula(row);
  const [isAsked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useFieldInView(form, formula.evaluation);
  const missing = missingFields(row, formula.given);
  const problems = Object.keys(fieldProblems(row, formula.given));
  const isComplete = problems.length === 0 && missing.length === 0;
  const submit = (event: Event): void => {
    event.preventDefault();
    setAsked(true);
    const [wrong] = [...problems, ...missing];
    if (wrong === undefined) void formula.insert();
    else form.current?.querySelector<HTMLElement>(`[data-parameter="${wrong}"]`)?.focus();
  };
  return (
    <form class="tally-view tally-form" ref={form} noValidate onSubmit={submit}>
      <ViewHead onBack={onBack}>{say("formTitle", { id: row.id })}</ViewHead>
      <div class="tally-body">
        <FillButtons
          onFill={() => {
            formula.setTexts(exampleFields(row));
          }}
          onClear={() => {
            formula.setTexts(firstFields(row, language));
            setAsked(false);
          }}
        />
        <Fields row={row} formula={formula} missing={isAsked ? missing : []} />
      </div>
      <div class="tally-foot">
        <LiveResult row={row} evaluation={formula.evaluation} missing={missing} />
        <p class="tally-formula">
          <code>{formula.formula}</code>
          {isComplete && <CopyButton formula={formula.formula} label={say("copyFormula")} />}
          <button type="submit" class="tally-primary">
            {say(formula.warning === undefined ? "insert" : "insertAnyway")}
          </button>
        </p>
        {formula.warning !== undefined && (
          <p class="tally-warning" role="alert">
            {formula.warning}
          </p>
        )}
      </div>
    </form>
  );
}

/** Keeps the field in view that somebody types into while the result below grows. */
function useFieldInView(form: RefObject<HTMLFormElement | null>, evaluation: unknown): void {
  useEffect(() => {
    const field = document.activeElement;
    const isTypedInto = field instanceof HTMLInputElement && form.current?.contains(field) === true;
    if (isTypedInto) field.scrollIntoView({ block: "nearest" });
  }, [form, evaluation]);
}

interface FillButtonsProps {
  readonly onFill: () => void;
  readonly onClear: () => void;
}

/** Fills the form from the first example, or empties it. */
function FillButtons({ onFill, onClear }: FillButtonsProps): JSX.Element {
  const { say } = useSurroundings();
  return (
    <p class="tally-actions">
      <button type="button" class="tally-button" onClick={onFill}>
        {say("useExample")}
      </button>
      <button type="button" class="tally-button" onClick={onClear}>
        {say("emptyForm")}
      </button>
    </p>
  );
}

interface FieldsProps {
  readonly row: FunctionRow;
  readonly formula: FormulaInWork;
  /** The fields that are marked because they are empty. */
  readonly missing: readonly string[];
}

/** The fields; those that may be left out are folded away until one of them holds something. */
function Fields({ row, formula, missing }: FieldsProps): JSX.Element {
  const { language, say } = useSurroundings();
  const { texts, given, setTexts } = formula;
  const problems = fieldProblems(row, given);
  const [isOpened, setOpened] = useState(false);
  const field = ([name, parameter]: readonly [string, Parameter<unknown>]): JSX.Element => {
    const problem = problems[name] ?? (missing.includes(name) ? "fieldRequired" : undefined);
    return (
      <ArgumentField
        key={name}
        name={name}
        parameter={parameter}
        value={texts[name] ?? ""}
        problem={problem && say(problem)}
        onValue={(value) => {
          setTexts({ ...texts, [name]: value });
        }}
      />
    );
  };
  const entries = Object.entries(row.parameters);
  const optional = entries.filter(([, parameter]) => parameter.optional);
  const first = firstFields(row, language);
  const isOpen = isOpened || optional.some(([name]) => (texts[name] ?? "") !== (first[name] ?? ""));
  return (
    <>
      {entries.filter(([, parameter]) => !parameter.optional).map(field)}
      {optional.length > 0 && (
        <details
          class="tally-optional"
          open={isOpen}
          onToggle={(event) => {
            setOpened(event.currentTarget.open);
          }}
        >
          <summary>{say("optionalFields", { count: optional.length })}</summary>
          {optional.map(field)}
        </details>
      )}
    </>
  );
}
