import { once } from "node:events";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { OpenInstallation } from "../../app/installation/open-installation.ts";
import type { JobTask } from "./job-task.ts";
import type { JobItem } from "./jobs.ts";

/** What the thread of a task tells: what came of an item, the backup that it began, or that it has ended and why. */
export type FromJob =
  | { readonly is: "item"; readonly item: JobItem }
  | { readonly is: "backup"; readonly backup: number }
  | { readonly is: "end"; readonly problem: string | null };

/**
 * Does a task in a thread of its own, so that nobody waits for it, and gives what comes of it. Whoever asks for no
 * more ends the thread.
 */
export async function* taskItems(of: OpenInstallation, task: JobTask): AsyncGenerator<JobItem> {
  // The sources run as they are, and compiled.
  const entry = new URL(`./job-worker${extname(import.meta.filename)}`, import.meta.url);
  const worker = new Worker(entry, { workerData: { config: of.config, task } });
  const told: FromJob[] = [];
  let news = Promise.withResolvers<void>();
  const hear = (message: FromJob) => {
    told.push(message);
    news.resolve();
  };
  worker.on("message", hear);
  worker.on("error", ({ message }) => hear({ is: "end", problem: message }));
  worker.on("exit", () => hear({ is: "end", problem: "its thread ended without a word" }));
  let begun: number | null = null;
  try {
    for (;;) {
      await news.promise;
      news = Promise.withResolvers<void>();
      for (const message of told.splice(0)) {
        if (message.is === "backup") begun = message.backup;
        else if (message.is === "item") yield message.item;
        else if (message.problem === null) {
          begun = null;
          return;
        } else throw new Error(message.problem);
      }
    }
  } finally {
    const isThere = worker.threadId !== -1;
    const ended = isThere ? once(worker, "exit") : Promise.resolve();
    await worker.terminate();
    await ended;
    // What was broken off would keep bytes where they are until the daemon ends.
    if (begun !== null) await of.store.backups.end({ backup: begun, isMade: false });
  }
}
