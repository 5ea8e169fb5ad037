import { setPriority } from "node:os";
import { openInstallation } from "../../app/installation/open-installation.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import { faceAt } from "./face-at.ts";
import type { FromReader, ToReader } from "./reader-messages.ts";
import { readsOn } from "./reads-on.ts";

/*
 * The process that runs reads: it opens the store once more, read only, and answers one request after the other. The
 * daemon ends it, or it ends with the daemon, whose signals are not for it.
 */

type Answer = (id: number, request: Extract<ToReader, { is: "read" }>["request"]) => Promise<void>;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
process.on("disconnect", () => process.exit(0));
let answer: Answer | null = null;

process.on("message", (message: ToReader) => {
  if (message.is === "open") {
    void open(message).then((made) => {
      answer = made;
      yieldToRecording();
      post({ is: "ready" });
    });
    return;
  }
  const { id, request } = message;
  answer?.(id, request).catch((error: unknown) =>
    post({ is: "failed", id, reason: errorMessage(error), stack: stackOf(error) }),
  );
});

async function open({ config, faces: places }: Extract<ToReader, { is: "open" }>): Promise<Answer> {
  const faces = await Promise.all(places.map(faceAt));
  const of = await openInstallation(config, { readOnly: true });
  const reads = readsOn(of, faces, (error, request) => {
    post({ is: "fault", request, reason: errorMessage(error), stack: stackOf(error) });
  });
  return async (id, request) => {
    const response = await reads.answer(request);
    const body = new Uint8Array(await response.arrayBuffer());
    post({ is: "answer", id, status: response.status, headers: [...response.headers], body });
  };
}

function yieldToRecording(): void {
  try {
    setPriority(5);
  } catch {
    // Not every system lets a process do that.
  }
}

function post(message: FromReader): void {
  process.send?.(message, undefined, undefined, () => {});
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
