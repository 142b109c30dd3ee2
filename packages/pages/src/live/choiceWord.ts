import type { Parameter } from "@tallykit/sheet";

/** The word of a list that a field holds, in English; nothing where it is the default, `undefined` where it is none. */
export function choiceWord(
  { choices = {}, optional, defaultText }: Pick<Parameter<unknown>, "choices" | "optional" | "defaultText">,
  typed: string,
): string | undefined {
  const text = typed.trim().toLowerCase();
  if (text === "" && optional) return "";
  const word = Object.keys(choices).find((each) => each === text || choices[each] === text);
  return optional && word === defaultText ? "" : word;
}
