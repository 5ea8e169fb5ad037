import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { RequestListener, Server } from "node:http";
import { type HttpSettings, usualHttpPort } from "../../config/http-settings.ts";
import { readSecret } from "../../config/secret-source.ts";
import { http, https } from "../../runtime/node-http.ts";
import { Arrivals } from "./arrivals.ts";

/** A server that listens. */
export interface Listening {
  /** Where it is reached, e.g. `http://127.0.0.1:8640`. */
  readonly address: string;
  /** Takes those who have connected and nobody else, ends what stays open, and resolves when unfinished requests are answered. */
  close(): Promise<void>;
}

/** How long a client may take, in milliseconds: for its headers, for a whole request, and between two. */
const headersMs = 10_000;
const requestMs = 60_000;
const keepAliveMs = 5_000;
/** Unfinished requests have so long to end when it closes. */
const closeMs = 5_000;

/** Listens for requests, each of which goes to `answer`. Rejects when the address is taken; where no port is named and the usual one is taken, any free one serves. */
export async function listen(answer: RequestListener, settings: HttpSettings): Promise<Listening> {
  let isClosing = false;
  const server = serverOf((request, response) => {
    if (isClosing) response.shouldKeepAlive = false;
    answer(request, response);
  }, settings);
  const arrivals = new Arrivals(server, settings.tls !== null);
  const { host, port } = settings;
  try {
    await bind(server, host, port ?? usualHttpPort);
  } catch (error) {
    if (port !== null || codeOf(error) !== "EADDRINUSE") throw error;
    await bind(server, host, 0);
  }
  const bound = server.address();
  const own = typeof bound === "object" && bound !== null ? bound.port : (port ?? usualHttpPort);
  const name = host.includes(":") ? `[${host}]` : host;
  return {
    address: `${settings.tls === null ? "http" : "https"}://${name}:${own}`,
    close: async () => {
      isClosing = true;
      await arrivals.asked();
      await closed(server);
    },
  };
}

function serverOf(answer: RequestListener, { tls }: HttpSettings): Server {
  const limits = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: keepAliveMs,
    maxHeaderSize: 16 << 10,
  };
  const server =
    tls === null
      ? http.createServer(limits, answer)
      : https.createServer({ ...limits, ...certificateOf(tls) }, answer);
  server.maxConnections = 500;
  return server;
}

function certificateOf(tls: NonNullable<HttpSettings["tls"]>) {
  const key = readSecret(tls.key);
  if (!key.ok) throw new Error(`http.tls.key: ${key.why}`);
  return { cert: readFileSync(tls.certificate), key: key.bytes };
}

async function bind(server: Server, host: string, port: number): Promise<void> {
  server.listen({ host, port, exclusive: true });
  await once(server, "listening");
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error ? String(error.code) : null;
}

async function closed(server: Server): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), closeMs);
  await ended;
  clearTimeout(cut);
}
