import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What came in one request. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real HTTP server on loopback. */
export interface WebReceiver {
  readonly url: string;
  readonly received: Received[];
  /** What it answers with; 200 otherwise, and the last one again and again. */
  answers: number[];
}

/** Starts one, which is closed when the test is over. */
export async function startWebReceiver(): Promise<WebReceiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (piece) => {
      body += String(piece);
    });
    request.on("end", () => {
      const { method = "", url: path = "", headers } = request;
      received.push({ method, path, headers, body });
      const status = (web.answers.length > 1 ? web.answers.shift() : web.answers[0]) ?? 200;
      response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end("ok");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const web: WebReceiver = { url: `http://127.0.0.1:${port}/hook`, received, answers: [] };
  return web;
}
