import { isIP } from "node:net";
import type { Context, MiddlewareHandler } from "hono";
import type { HttpSettings } from "../../config/http-settings.ts";
import type { HttpEnv } from "../context.ts";
import { HttpRefusal } from "../problem/problem.ts";

/** Whether an address is of this machine alone. */
export function isLoopbackAddress(address: string): boolean {
  return address === "::1" || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);
}

/** The address that asks: the one that the connection is from, or the one that a proxy that is named says it asks for. */
export function clientAddress(c: Context<HttpEnv>, { proxies }: HttpSettings): string {
  const direct = plain(c.env?.incoming?.socket.remoteAddress ?? "unknown");
  if (!proxies.includes(direct)) return direct;
  // Each proxy adds whom it was asked by; what is before the last that is not ours, anybody may have written.
  const said = (c.req.header("X-Forwarded-For") ?? "").split(",").map((one) => one.trim());
  const foreign = said.findLast((one) => one !== "" && !proxies.includes(one));
  return foreign !== undefined && isIP(foreign) !== 0 ? foreign : direct;
}

/** Whether who asks did so over TLS: ours, or that of a proxy that is named. */
export function isEncrypted(c: Context<HttpEnv>, { tls, proxies }: HttpSettings): boolean {
  if (tls !== null) return true;
  const direct = plain(c.env?.incoming?.socket.remoteAddress ?? "unknown");
  return proxies.includes(direct) && c.req.header("X-Forwarded-Proto") === "https";
}

/** Refuses those whose passwords and tokens would be read on their way: from elsewhere, neither by TLS nor a proxy. */
export function refuseInClear({ tls, proxies }: HttpSettings): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const direct = plain(c.env?.incoming?.socket.remoteAddress ?? "127.0.0.1");
    if (tls === null && !isLoopbackAddress(direct) && !proxies.includes(direct))
      throw new HttpRefusal("IN_CLEAR", "From elsewhere this is only answered over TLS");
    await next();
  };
}

function plain(address: string): string {
  return address.replace(/^::ffff:/, "");
}
