/** An object that a request names: how it is reached from another one. */
export interface ObjectPath {
  /** Its number within the request, and in later ones. */
  readonly Id: number;
  /** How it is reached: see `pathTypes`. */
  readonly ObjectPathType: number;
  /** The property or method that leads to it, or the reference that was given for it before. */
  readonly Name: string;
  /** The object that it is reached from. */
  readonly ParentObjectPathId?: number;
  /** The arguments of the method. */
  readonly ArgumentInfo?: Arguments;
}

/** Arguments, among which numbers stand for objects where the second list says so. */
export interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[];
}

/** One thing that a request does with an object. */
export interface Action {
  readonly Id: number;
  /** What it does: see `actionTypes`. */
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

/** The body of a `ProcessQuery` request. */
export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** The ways to an object, by the numbers that the shipped office.js was seen to send. */
export const pathTypes = {
  root: 1,
  service: 2,
  method: 3,
  property: 4,
  item: 5,
  reference: 6,
  nothing: 7,
} as const;

/** The kinds of actions, by the numbers that the shipped office.js was seen to send. */
export const actionTypes = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

/** An object of a workbook that requests can reach; the names are those of the wire, `GetRange` and `Values`. */
export interface WorkbookObject {
  /** What a property holds or leads to. */
  readonly get: (name: string) => unknown;
  /** Sets a property. */
  readonly set: (name: string, value: unknown) => void;
  /** Calls a method. */
  readonly call: (name: string, given: readonly unknown[]) => unknown;
  /** Whether it lives on as a reference after the request, as ranges do. */
  readonly isKept?: boolean;
  /** The objects in it, where it is a collection. */
  readonly items?: () => readonly WorkbookObject[];
}

/** What a request did, in the words of the wire. */
export interface Deed {
  /** The object, by the way to it: `Worksheets.Add("Coverage").GetRange("A1:B2")`. */
  readonly object: string;
  /** The property that was set, or the method that was called. */
  readonly name: string;
  /** What it was set to, or the arguments. */
  readonly given: unknown;
}

/** What Excel refuses, with the code that Microsoft documents. */
export class RequestRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
