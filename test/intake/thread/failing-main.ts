/** Serves files as the daemon's thread does, and dies in the middle of its fifth request. */
import { parentPort, workerData } from "node:worker_threads";
import { readingContext } from "../../../src/app/installation/reading-context.ts";
import type { BusbarConfig } from "../../../src/config/config.ts";
import { type RequestPort, serveFiles } from "../../../src/intake/folder/thread/serve-files.ts";

const port = parentPort;
if (port === null) throw new Error("this module runs in a thread");
let heard = 0;
const dying: RequestPort = {
  on: (event, listener) =>
    port.on(event, (request) => {
      listener(request);
      heard += 1;
      // Its files are claimed by now, and what was read of them is told to nobody.
      if (heard === 5) throw new Error("the thread dies here");
    }),
  postMessage: (answer, handedOver) => port.postMessage(answer, handedOver),
};
serveFiles(await readingContext(workerData as BusbarConfig), dying);
port.postMessage("ready");
