/** What a workbook may hold. */
export interface ZipLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Parts. */
  readonly entries: number;
  /** Bytes of one part, unpacked. */
  readonly partBytes: number;
  /** Bytes of all parts, unpacked. */
  readonly totalBytes: number;
  /** How many times larger than packed a part of more than `ratioFromBytes` may be. */
  readonly ratio: number;
  /** Smaller parts may be of any ratio. */
  readonly ratioFromBytes: number;
}

const megabyte = 1024 * 1024;

/** The limits; a file beyond them is refused before anything is unpacked. Sheets come to ratios of 10 to 50. */
export const zipLimits: ZipLimits = {
  fileBytes: 64 * megabyte,
  entries: 10_000,
  partBytes: 64 * megabyte,
  totalBytes: 128 * megabyte,
  ratio: 250,
  ratioFromBytes: megabyte,
};
