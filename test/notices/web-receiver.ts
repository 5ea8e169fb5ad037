import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What came in one request. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What is answered: a status, one with headers, or nothing ever. */
export type WebAnswer = number | { readonly status: number; readonly retryAfter: string } | "hangs";

/** A real HTTP server on loopback. */
export interface WebReceiver {
  readonly url: string;
  readonly received: Received[];
  /** What it answers with; 200 otherwise, and the last one again and again. */
  answers: WebAnswer[];
  /** Nothing listens any more. */
  close(): void;
}

/** Starts one, which is closed when the test is over; over TLS with a certificate and its key. */
export async function startWebReceiver(
  tls: { readonly key: string; readonly cert: string } | null = null,
): Promise<WebReceiver> {
  const received: Received[] = [];
  const server = tls === null ? createServer() : createTlsServer(tls);
  server.on("request", (request, response) => {
    let body = "";
    request.on("data", (piece) => {
      body += String(piece);
    });
    request.on("end", () => {
      const { method = "", url: path = "", headers } = request;
      received.push({ method, path, headers, body });
      give((web.answers.length > 1 ? web.answers.shift() : web.answers[0]) ?? 200, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  const [scheme, host] = tls === null ? ["http", "127.0.0.1"] : ["https", "localhost"];
  const url = `${scheme}://${host}:${port}/hook`;
  const web: WebReceiver = { url, received, answers: [], close };
  return web;
}

function give(answer: WebAnswer, response: ServerResponse): void {
  if (answer === "hangs") return;
  const { status, retryAfter } =
    typeof answer === "number" ? { status: answer, retryAfter: null } : answer;
  const headers = {
    ...(status === 302 && { location: "/elsewhere" }),
    ...(retryAfter !== null && { "retry-after": retryAfter }),
  };
  response.writeHead(status, headers).end("ok");
}
