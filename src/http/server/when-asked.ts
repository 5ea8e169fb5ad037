import type { RequestListener } from "node:http";
import { errorMessage } from "../../runtime/error-message.ts";
import type { Log } from "../../runtime/log.ts";
import type { Answering } from "./answer-requests.ts";

/**
 * Answers by what is loaded when the first request comes, so that a daemon that nobody asks neither takes the time
 * nor holds the memory. What cannot be loaded is answered with status 500 and tried again with the next request.
 */
export function answerWhenAsked(load: () => Promise<Answering>, log: Log): Answering {
  let loading: Promise<Answering> | null = null;

  function loaded(): Promise<Answering> {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  const answer: RequestListener = (request, response) => {
    loaded().then(
      (answering) => answering.answer(request, response),
      (error: unknown) => {
        const reason = errorMessage(error);
        log.error({ event: "http-failed", reason }, `HTTP is not answered: ${reason}`);
        response.writeHead(500, { "content-type": "text/plain" });
        response.end("The daemon cannot answer over HTTP; its log says why (http-failed)\n");
      },
    );
  };

  return { answer, close: async () => (await loading)?.close() };
}
