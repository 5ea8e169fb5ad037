import { type LookupAddress, lookup } from "node:dns";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { connect, isIP, type LookupFunction } from "node:net";
import { errorCode, errorMessage } from "../../runtime/error-message.ts";
import { http, https } from "../../runtime/node-http.ts";
import { noNetwork } from "../channel-error.ts";
import { isPrivateAddress, privateAddressText } from "./private-address.ts";

/** What is asked of somebody else's HTTP server. */
export interface HttpRequest {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Addresses of private networks are refused otherwise. */
  readonly allowsPrivate: boolean;
  readonly timeoutMs: number;
  /** Breaks it off; nothing does when absent. */
  readonly signal?: AbortSignal | undefined;
}

/** What became of it. `unreachable`: nothing was answered, so that it is unknown whether it came. */
export type HttpEnd =
  | { readonly end: "answered"; readonly status: number; readonly retryAfterMs: number | null }
  | { readonly end: "unreachable"; readonly message: string };

/** An answer is read so far: nothing of it is used. */
const mostAnswerBytes = 65_536;

/**
 * Asks somebody else's HTTP server. Follows no redirect, looks the name up once and goes only where that leads,
 * and not into private networks unless that was allowed.
 */
export async function sendHttp(wanted: HttpRequest): Promise<HttpEnd> {
  const { hostname, protocol } = new URL(wanted.url);
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  if (isIP(host) !== 0 && !wanted.allowsPrivate && isPrivateAddress(host))
    return { end: "unreachable", message: privateAddressText(host, host) };
  try {
    const answer = await ask(wanted, protocol === "http:" ? http.request : https.request);
    return {
      end: "answered",
      status: answer.statusCode ?? 0,
      retryAfterMs: retryAfterMs(answer.headers["retry-after"]),
    };
  } catch (error) {
    return { end: "unreachable", message: sayUnreachable(error, host, wanted.timeoutMs) };
  }
}

/**
 * Connects to somebody else's HTTP server, over TLS where its address says so, and asks it nothing. Null when that
 * works; else why it does not.
 */
export async function reachHttp({
  url,
  allowsPrivate,
  timeoutMs,
}: Pick<HttpRequest, "url" | "allowsPrivate" | "timeoutMs">): Promise<string | null> {
  const { hostname, protocol, port } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  if (isIP(host) !== 0 && !allowsPrivate && isPrivateAddress(host))
    return privateAddressText(host, host);
  const isTls = protocol === "https:";
  const where = {
    host,
    port: Number(port) || (isTls ? 443 : 80),
    lookup: allowsPrivate ? lookup : guardedLookup,
  };
  const servername = isIP(host) === 0 ? { servername: host } : {};
  const socket = isTls
    ? process.getBuiltinModule("node:tls").connect({ ...where, ...servername })
    : connect(where);
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    await once(socket, isTls ? "secureConnect" : "connect", { signal });
    return null;
  } catch (error) {
    return sayUnreachable(error, host, timeoutMs);
  } finally {
    socket.destroy();
  }
}

function ask(wanted: HttpRequest, request: typeof http.request): Promise<IncomingMessage> {
  const { url, method, headers, body, allowsPrivate, timeoutMs, signal } = wanted;
  const timeout = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      method,
      headers: { "user-agent": "busbar", ...headers },
      agent: false,
      lookup: allowsPrivate ? lookup : guardedLookup,
      signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
    });
    asked.once("error", reject);
    asked.once("response", (answer) => {
      let bytes = 0;
      answer.on("data", (piece: Buffer) => {
        bytes += piece.length;
        // What was answered is in the status; the rest is of no use.
        if (bytes > mostAnswerBytes) answer.destroy();
      });
      answer.on("error", () => undefined);
      answer.once("close", () => resolve(answer));
    });
    asked.end(body ?? undefined);
  });
}

/** Looks a name up once, and refuses it when it leads into a private network. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error !== null) return callback(error, "", 0);
    const inside = found.find(({ address }) => isPrivateAddress(address));
    if (inside !== undefined)
      return callback(new Error(privateAddressText(hostname, inside.address)), "", 0);
    if (options.all === true) return callback(null, found);
    const [first] = found;
    return callback(null, first?.address ?? "", first?.family ?? 4);
  });
};

/** `Retry-After` is a number of seconds or a moment (RFC 9110): one that is past asks for no wait. */
function retryAfterMs(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  const moment = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? null : Math.max(0, moment - Date.now());
}

function sayUnreachable(error: unknown, host: string, timeoutMs: number): string {
  if (error instanceof Error && error.name === "AbortError")
    return error.cause instanceof Error && error.cause.name === "TimeoutError"
      ? `${host} did not answer within ${timeoutMs / 1_000} s`
      : "it was broken off, since the daemon stops";
  if (errorCode(error) === "EAFNOSUPPORT") return noNetwork;
  if (errorCode(error) === "ENOTFOUND") return `there is no host ${host}`;
  if (errorCode(error) === "ECONNREFUSED")
    return `${host} refuses the connection; is it up, and the port right?`;
  return errorMessage(error);
}
