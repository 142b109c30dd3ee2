import { render } from "preact";

import type { Language } from "./functionDescriptions.ts";
import { Header, type HeaderProps, type Notice } from "./header.tsx";
import { pageWords, type Words } from "./words.ts";

/** What the buttons of the head do. */
export type HeadActions = Pick<
  HeaderProps,
  "onOpen" | "onSave" | "onUndo" | "onRedo" | "onLanguage" | "onStop"
>;

type HeadState = Pick<HeaderProps, "fileName" | "isReady" | "isEdited" | "notice">;

/** The head of the page and what it tells. */
export class PageHead {
  readonly #element: Element;
  readonly #actions: HeadActions;
  #language: Language;
  #shown: HeadState = {
    fileName: "",
    isReady: false,
    isEdited: false,
    notice: undefined,
  };

  constructor(element: Element, language: Language, actions: HeadActions) {
    this.#element = element;
    this.#language = language;
    this.#actions = actions;
  }

  /** The words of the page in its language. */
  get words(): Words {
    return pageWords[this.#language];
  }

  /** The language of the page. */
  get language(): Language {
    return this.#language;
  }

  set language(language: Language) {
    this.#language = language;
    this.#render();
  }

  /** Whether anything was edited since the file was opened or saved. */
  get isEdited(): boolean {
    return this.#shown.isEdited;
  }

  /** Shows the name of a file, whether the sheet is ready for it, and whether it was edited. */
  show(shown: Partial<Omit<HeadState, "notice">>): void {
    this.#shown = { ...this.#shown, ...shown };
    this.#render();
  }

  /** Tells something; what was told before goes. */
  tell(text: string, kind: Notice["kind"]): void {
    this.#shown = { ...this.#shown, notice: { text, kind } };
    this.#render();
  }

  /** Tells how far work is, unless a problem is told that somebody has yet to read. */
  tellWork(text: string): void {
    if (this.#shown.notice?.kind !== "problem") this.tell(text, "work");
  }

  /** Takes away what was told of work that is over. */
  endWork(): void {
    if (this.#shown.notice?.kind === "work") this.tell("", "told");
  }

  #render(): void {
    render(
      <Header
        words={this.words}
        {...this.#shown}
        {...this.#actions}
        onClose={() => {
          this.tell("", "told");
        }}
      />,
      this.#element,
    );
  }
}
