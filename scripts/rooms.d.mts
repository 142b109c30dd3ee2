/** An import of a room. */
export interface RoomImport {
  /** The room that imports. */
  readonly from: string;
  /** The room or the package that it imports. */
  readonly to: string;
  /** Whether it takes types only. */
  readonly isType: boolean;
}
/** Every source file of the packages, the add-in and the seeds. */
export function sourceFiles(): readonly string[];
/** The room a file is in. */
export function roomOf(file: string): string;
/** What a file imports. */
export function importsOf(file: string): readonly RoomImport[];
