import { RecursiveNameError } from "./engine/engine.ts";
import { type Progress, progressOn } from "./progress.ts";
import { UsageError } from "./usage.ts";
import { WorkbookFileError } from "./xlsx/workbookFileError.ts";

/** Long work on a file's content, with its progress shown; a file that cannot be worked on is refused by its name. */
export async function workOnFile<Done>(
  file: string,
  errors: NodeJS.WritableStream,
  work: (onProgress: Progress["show"]) => Promise<Done>,
): Promise<Done> {
  const progress = progressOn(errors);
  try {
    return await work(progress.show);
  } catch (error) {
    if (error instanceof WorkbookFileError || error instanceof RecursiveNameError)
      throw new UsageError(`${file}: ${error.message}`);
    throw error;
  } finally {
    progress.clear();
  }
}
