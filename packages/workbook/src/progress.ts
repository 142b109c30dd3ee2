/** Tells how far a long calculation is. */
export interface Progress {
  /** Shows how many formulas are done, of how many. */
  readonly show: (done: number, all: number) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

/** A line that counts formulas, on a terminal only, and gone at the end. */
export function progressOn(errors: NodeJS.WritableStream): Progress {
  const isTerminal = (errors as Partial<NodeJS.WriteStream>).isTTY === true;
  const write = (text: string): void => {
    if (isTerminal) errors.write(`\r\u001b[K${text}`);
  };
  return {
    show: (done, all) => {
      write(`${done} of ${all} formulas`);
    },
    clear: () => {
      write("");
    },
  };
}
