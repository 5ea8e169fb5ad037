import { parentPort, workerData } from "node:worker_threads";
import type { BusbarConfig } from "../../config/config.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import { doTask, type JobTask } from "./job-task.ts";
import type { FromJob } from "./task-items.ts";

/* The thread that does one task and ends: it opens the store once more, and tells what comes of each item. */

const { config, task } = workerData as {
  readonly config: BusbarConfig;
  readonly task: JobTask;
};

const post = (message: FromJob) => parentPort?.postMessage(message);

try {
  const onBackup = (backup: number) => post({ is: "backup", backup });
  for await (const item of doTask(config, task, onBackup)) post({ is: "item", item });
  post({ is: "end", problem: null });
} catch (error) {
  post({ is: "end", problem: errorMessage(error) });
}
