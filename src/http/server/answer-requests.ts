import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { HttpSettings } from "../../config/http-settings.ts";
import type { Beside } from "../../daemon/companion.ts";
import { httpApp } from "../http-app.ts";
import type { FacePlace } from "../reads/reader-messages.ts";
import { makeContext } from "./make-context.ts";

/** What answers requests beside a daemon. */
export interface Answering {
  readonly answer: RequestListener;
  /** Ends what it has begun in the background. */
  close(): Promise<void>;
}

/** Makes what answers requests with the faces that are at `places`, until `stop`. */
export async function answerRequests(
  beside: Beside,
  settings: HttpSettings,
  places: readonly FacePlace[],
  stop: AbortSignal,
): Promise<Answering> {
  const context = await makeContext(beside, settings, places, stop);
  return {
    answer: answerBy(httpApp(context).fetch),
    close: async () => {
      await context.jobs.close();
      await context.reads.close();
    },
  };
}

/** Answers requests of a server by a function of the web's `fetch` form. */
export function answerBy(fetch: Parameters<typeof getRequestListener>[0]): RequestListener {
  const listener = getRequestListener(fetch);
  return (request, response) => void listener(request, response);
}
