import type { TaskName, WorkerReply, WorkerRequest, WorkerTasks } from "./workerMessages.ts";

/** Work that the worker refused; its message is a sentence for people. */
class WorkRefused extends Error {
  override readonly name = "WorkRefused";
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: (done: number, all: number) => void;
}

/** The worker that reads, calculates and writes workbooks. */
export class BookWork {
  readonly #start: () => Worker;
  readonly #waiting = new Map<number, Waiting>();
  /** Made again for the next piece of work where it was stopped. */
  #worker: Worker | undefined;
  #lastId = 0;

  /** Starts the worker that `start` makes. */
  constructor(start: () => Worker) {
    this.#start = start;
    this.#worker = this.#begin();
  }

  /** Asks for a piece of work. */
  ask<Name extends TaskName>(
    task: Name,
    given: WorkerTasks[Name]["given"],
    onProgress: Waiting["onProgress"] = () => undefined,
  ): Promise<WorkerTasks[Name]["answer"]> {
    const id = (this.#lastId += 1);
    const worker = (this.#worker ??= this.#begin());
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress });
      worker.postMessage({ id, task, given } satisfies WorkerRequest<Name>);
    });
  }

  /** Stops whatever is being done; all that waits for an answer is told so. */
  stop(words: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new WorkRefused(words));
  }

  #begin(): Worker {
    const worker = this.#start();
    worker.addEventListener("message", (event: MessageEvent<WorkerReply>) => {
      this.#take(event.data);
    });
    worker.addEventListener("error", (event) => {
      this.stop(event.message === "" ? "the calculation failed" : event.message);
    });
    return worker;
  }

  #take(reply: WorkerReply): void {
    const waiting = this.#waiting.get(reply.id);
    if (waiting === undefined) return;
    if (reply.kind === "progress") {
      waiting.onProgress(reply.done, reply.all);
      return;
    }
    this.#waiting.delete(reply.id);
    if (reply.kind === "answer") waiting.resolve(reply.answer as never);
    else waiting.reject(new WorkRefused(reply.words));
  }
}
