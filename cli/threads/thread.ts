import { Worker } from "node:worker_threads";
import type { Job } from "../../sim/experiment/executor.ts";
import { messages } from "../messages/index.ts";
import type { Answer, Part, Task, Wanted } from "./protocol.ts";

/** A thread that answers one task at a time. */
export class Thread {
  readonly #worker: Worker;
  #job: Job | undefined;
  #settle: { readonly resolve: (answer: Answer) => void; readonly reject: (why: Error) => void } | undefined;
  #onPart: (part: Part) => void = () => {};
  /** Why it ended, once it has. */
  #end: Error | undefined;

  constructor(script: URL) {
    // Options of the program itself, such as --input-type, are not for its threads.
    this.#worker = new Worker(script, { execArgv: [] })
      .on("message", (message: Answer | Part) => {
        if (message.kind === "part") this.#onPart(message);
        else this.#settle?.resolve(message);
      })
      .on("error", (failure) => this.#endWith(failure))
      .on("exit", (code) => this.#endWith(new Error(messages.workerEnded(code))));
  }

  /** The job that it was last asked for, whose world it has. */
  get job(): Job | undefined {
    return this.#job;
  }

  /** Whether it has broken down, and answers nothing any more. */
  get hasEnded(): boolean {
    return this.#end !== undefined;
  }

  /** Asks for one thing of a job; rejects if the thread breaks down. */
  ask(job: Job, wanted: Wanted): Promise<Answer> {
    const known = this.#job;
    this.#job = job;
    return this.#post({ job: job === known ? undefined : job, wanted });
  }

  /**
   * Asks for replications of several jobs together; `onPart` hears of each as it ends. Rejects if the thread
   * breaks down.
   */
  askTogether(
    jobs: readonly Job[],
    replications: readonly number[],
    onPart: (part: Part) => void,
  ): Promise<Answer> {
    this.#job = undefined;
    this.#onPart = onPart;
    return this.#post({ jobs, replications });
  }

  #post(task: Task): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#end !== undefined) {
        reject(this.#end);
        return;
      }
      this.#settle = { resolve, reject };
      this.#worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #endWith(why: Error): void {
    this.#end ??= why;
    this.#settle?.reject(this.#end);
  }
}
