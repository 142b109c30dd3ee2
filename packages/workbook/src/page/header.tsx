import type { JSX } from "preact";

import type { Words } from "./words.ts";

/** What is told about what the page does. */
export interface Notice {
  readonly text: string;
  /** A problem stays until it is closed; work has a sign that it goes on, and may be stopped. */
  readonly kind: "told" | "problem" | "work";
}

/** What the head of the page shows and does. */
export interface HeaderProps {
  readonly words: Words;
  readonly fileName: string;
  readonly isReady: boolean;
  readonly isEdited: boolean;
  readonly notice: Notice | undefined;
  readonly onOpen: (file: File) => void;
  readonly onSave: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onLanguage: () => void;
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** The head of the page: the name of the file, what can be done with it, and what is told. */
export function Header(props: HeaderProps): JSX.Element {
  const { words, fileName, isReady, isEdited, notice } = props;
  return (
    <>
      <h1>
        {fileName === "" ? words.newName : fileName}
        {isEdited && <span class="edited"> · {words.unsaved}</span>}
      </h1>
      <div class={`notice ${notice?.kind ?? "told"}`}>
        {notice?.kind === "work" && <progress aria-label={notice.text} />}
        <p role={notice?.kind === "problem" ? "alert" : "status"}>{notice?.text}</p>
        {notice?.kind === "work" && isReady && (
          <button type="button" class="button" onClick={props.onStop}>
            {words.stop}
          </button>
        )}
        {notice?.kind === "problem" && (
          <button type="button" class="button" onClick={props.onClose}>
            {words.close}
          </button>
        )}
      </div>
      <Actions {...props} />
    </>
  );
}

function Actions({ words, isReady, ...on }: HeaderProps): JSX.Element {
  const button = (text: string, onClick: () => void, kind = ""): JSX.Element => (
    <button type="button" class={`button ${kind}`} disabled={!isReady} onClick={onClick}>
      {text}
    </button>
  );
  return (
    <div class="actions">
      <label class={isReady ? "button" : "button off"}>
        {words.open}
        <input
          class="hidden"
          type="file"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          disabled={!isReady}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            // The same file may be chosen again.
            currentTarget.value = "";
            if (file !== undefined) on.onOpen(file);
          }}
        />
      </label>
      {button(words.save, on.onSave, "primary")}
      {button(words.undo, on.onUndo)}
      {button(words.redo, on.onRedo)}
      <button
        type="button"
        class="button"
        lang={words.otherLanguage === "English" ? "en" : "zh-Hans"}
        onClick={on.onLanguage}
      >
        {words.otherLanguage}
      </button>
    </div>
  );
}
