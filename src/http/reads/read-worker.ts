import { parentPort, workerData } from "node:worker_threads";
import { openInstallation } from "../../app/installation/open-installation.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import { faceAt } from "./face-at.ts";
import { readsOn } from "./reads-on.ts";
import type { FacePlace, FromWorker, ToWorker } from "./worker-messages.ts";

/* The thread that runs reads: it opens the store once more, read only, and answers one request after the other. */

const { config, faces: places } = workerData as {
  readonly config: BusbarConfig;
  readonly faces: readonly FacePlace[];
};

const post = (message: FromWorker, ...transfer: ArrayBuffer[]) =>
  parentPort?.postMessage(message, transfer);

const faces = await Promise.all(places.map(faceAt));
const of = await openInstallation(config, { readOnly: true });
const reads = readsOn(of, faces, (error, request) => {
  post({ is: "fault", request, reason: errorMessage(error), stack: stackOf(error) });
});

parentPort?.on("message", ({ id, request }: ToWorker) => {
  answer(id, request).catch((error: unknown) =>
    post({ is: "failed", id, reason: errorMessage(error), stack: stackOf(error) }),
  );
});

post({ is: "ready" });

async function answer(id: number, request: ToWorker["request"]): Promise<void> {
  const response = await reads.answer(request);
  const body = await response.arrayBuffer();
  post({ is: "answer", id, status: response.status, headers: [...response.headers], body }, body);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
