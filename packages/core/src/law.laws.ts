import type * as fc from "fast-check";

/** A law that a calculator keeps for every input: a property that can be run against any calculator of its type. */
export interface Law<Calculator> {
  /** The law in words. */
  readonly name: string;
  /** The law as a property of a calculator. */
  readonly property: (calculator: Calculator) => fc.IProperty<unknown>;
  /** A calculator that breaks this law, so that a test can see the law fail. */
  readonly broken: Calculator;
}
