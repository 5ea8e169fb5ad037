import type { RequestListener, ServerResponse } from "node:http";
import { errorMessage } from "../../runtime/error-message.ts";
import type { Log } from "../../runtime/log.ts";
import type { Answering } from "./answer-requests.ts";

/**
 * Answers by what is loaded when the first request comes, so that a daemon that nobody asks neither takes the time
 * nor holds the memory. What cannot be loaded is answered with status 500 and tried again with the next request; once
 * `stop` is aborted nothing is loaded any more, and what was not is answered with status 503.
 */
export function answerWhenAsked(
  load: () => Promise<Answering>,
  log: Log,
  stop: AbortSignal,
): Answering {
  let loading: Promise<Answering> | null = null;

  function loaded(): Promise<Answering> {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  const answer: RequestListener = (request, response) => {
    if (stop.aborted && loading === null) return sayStopping(response);
    loaded().then(
      (answering) => answering.answer(request, response),
      (error: unknown) => {
        if (stop.aborted) return sayStopping(response);
        const reason = errorMessage(error);
        log.error({ event: "http-failed", reason }, `HTTP is not answered: ${reason}`);
        response.writeHead(500, { "content-type": "text/plain" });
        response.end("The daemon cannot answer over HTTP; its log says why (http-failed)\n");
      },
    );
  };

  return { answer, close: async () => (await loading)?.close() };
}

function sayStopping(response: ServerResponse): void {
  response.writeHead(503, {
    "content-type": "text/plain",
    connection: "close",
    "retry-after": "5",
  });
  response.end("The daemon stops; ask again once it runs\n");
}
