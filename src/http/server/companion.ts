import { setTimeout as delay } from "node:timers/promises";
import { dropUploads } from "../../app/commands/file/upload.ts";
import type { HttpSettings } from "../../config/http-settings.ts";
import type { Beside, Companion } from "../../daemon/companion.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { FacePlace } from "../reads/reader-messages.ts";
import { answerWhenAsked } from "./when-asked.ts";

/** What an HTTP companion is made with. */
export interface HttpCompanionOptions {
  /** Called with the address each time that it listens anew. */
  readonly onListening: (address: string) => void;
  /** What is answered, by where it is: it is loaded here, and where reads run. */
  readonly faces: readonly FacePlace[];
}

/** How long to wait, in milliseconds, before an address that is taken is tried again. */
const tryAgainMs = 5_000;

/** Answers over HTTP while a daemon runs, where its settings do not say `http: false`. */
export function httpCompanion(options: HttpCompanionOptions): Companion {
  return {
    run: async (beside, signal) => {
      const settings = beside.installation.config.http;
      if (settings !== null) await serve(beside, settings, signal, options);
    },
  };
}

async function serve(
  beside: Beside,
  settings: HttpSettings,
  signal: AbortSignal,
  { onListening, faces }: HttpCompanionOptions,
): Promise<void> {
  const { log } = beside;
  dropUploads(beside.installation);
  // Loaded when they are needed: no command listens, and many a daemon is asked nothing.
  const { listen } = await import("./listen.ts");
  const asked = answerWhenAsked(
    async () => {
      const { answerRequests } = await import("./answer-requests.ts");
      return answerRequests(beside, settings, faces, signal);
    },
    log,
    signal,
  );
  let said = false;
  while (!signal.aborted) {
    try {
      const listening = await listen(asked.answer, settings);
      const { address } = listening;
      log.info({ event: "http-ready", address }, `answers at ${address}`);
      beside.reached.http = address;
      onListening(address);
      await aborted(signal);
      beside.reached.http = null;
      await listening.close();
    } catch (error) {
      const reason = errorMessage(error);
      if (!said) log.error({ event: "http-failed", reason }, `HTTP is not answered: ${reason}`);
      said = true;
      await delay(tryAgainMs, undefined, { signal }).catch(() => {});
    }
  }
  await asked.close();
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
