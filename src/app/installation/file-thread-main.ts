/** What the thread for files runs: it reads files with the settings that it is given. */
import { parentPort, workerData } from "node:worker_threads";
import type { BusbarConfig } from "../../config/config.ts";
import { serveFiles } from "../../intake/folder/thread/serve-files.ts";
import { readingContext } from "./reading-context.ts";

if (parentPort === null) throw new Error("this module runs in a thread of the daemon");
serveFiles(await readingContext(workerData as BusbarConfig), parentPort);
parentPort.postMessage("ready");
