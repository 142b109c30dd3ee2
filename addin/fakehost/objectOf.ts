import { RequestRefusal, type WorkbookObject } from "./request.ts";

/** What an object of the fake workbook has. */
export interface Parts {
  readonly properties?: Readonly<Record<string, () => unknown>>;
  readonly methods?: Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;
  readonly setters?: Readonly<Record<string, (value: unknown) => void>>;
  readonly items?: () => readonly WorkbookObject[];
  readonly isKept?: boolean;
}

/** An object made of its parts; what it has not, it refuses as Excel would. */
export function objectOf({ properties = {}, methods = {}, setters = {}, ...rest }: Parts): WorkbookObject {
  const part = <Value>(parts: Readonly<Record<string, Value>>, name: string): Value => {
    const found = parts[name];
    if (found === undefined) throw new RequestRefusal("ApiNotFound", `The fake workbook has no ${name}.`);
    return found;
  };
  return {
    ...rest,
    get: (name) => part(properties, name)(),
    set: (name, value) => {
      part(setters, name)(value);
    },
    call: (name, given) => part(methods, name)(...given),
  };
}

/** An object of which only is written down what is done with it: a chart, a font. */
export function recordedObject(): WorkbookObject {
  return { get: recordedObject, set: () => undefined, call: recordedObject };
}
