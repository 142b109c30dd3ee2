/** Where a command reads and writes. */
export interface Streams {
  /** Standard input. */
  readonly input: NodeJS.ReadableStream;
  /** Standard output. */
  readonly output: NodeJS.WritableStream;
  /** Standard error. */
  readonly errors: NodeJS.WritableStream;
}
