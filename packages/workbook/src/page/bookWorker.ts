import { calculate, RecursiveNameError } from "../engine/engine.ts";
import { recalculate } from "../recalculate.ts";
import { type BookEdits, editBook } from "../xlsx/editBook.ts";
import { readSyntax } from "../xlsx/formulaSyntax.ts";
import { readBook } from "../xlsx/readBook.ts";
import { readLook } from "../xlsx/readLook.ts";
import { WorkbookFileError } from "../xlsx/workbookFileError.ts";
import type { TaskName, WorkerReply, WorkerRequest, WorkerTasks } from "./workerMessages.ts";

type Task<Name extends TaskName> = (
  given: WorkerTasks[Name]["given"],
  onProgress: (done: number, all: number) => void,
) => Promise<WorkerTasks[Name]["answer"]>;

/** The same code as behind the `tally` command, in a thread of its own: the page stays alive whatever a file holds. */
const tasks: { readonly [Name in TaskName]: Task<Name> } = {
  open: async (bytes, onProgress) => {
    const book = readBook(bytes);
    return { book, look: readLook(bytes), computed: await calculate(book, { onProgress }) };
  },
  calculate: (book, onProgress) => calculate(book, { onProgress }),
  save: async ({ bytes, edits }, onProgress) => ({
    bytes: (await recalculate(editBook(bytes, edits), { onProgress })).bytes,
    asText: unwritable(edits),
  }),
};

/** The cells whose formulas no file can hold. */
function unwritable({ sheets, added }: BookEdits): string[] {
  const all = [...sheets, ...added.map(({ name, cells }) => [name, cells] as const)];
  return all.flatMap(([sheet, cells]) =>
    [...cells].flatMap(([address, { cell }]) =>
      cell !== null && "formula" in cell && readSyntax(cell.formula) === undefined
        ? [`${sheet}!${address}`]
        : [],
    ),
  );
}

addEventListener("message", (event: MessageEvent<WorkerRequest>) => {
  void answer(event.data);
});

async function answer({ id, task, given }: WorkerRequest): Promise<void> {
  try {
    const run = tasks[task] as Task<typeof task>;
    send({
      id,
      kind: "answer",
      answer: await run(given, (done, all) => {
        send({ id, kind: "progress", done, all });
      }),
    });
  } catch (error) {
    const isRefused = error instanceof WorkbookFileError || error instanceof RecursiveNameError;
    send({ id, kind: "refusal", words: error instanceof Error ? error.message : String(error), isRefused });
  }
}

function send(reply: WorkerReply): void {
  postMessage(reply);
}
