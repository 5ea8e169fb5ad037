import type { MiddlewareHandler } from "hono";
import type { HttpSettings } from "../../config/http-settings.ts";
import type { HttpEnv } from "../context.ts";
import { isEncrypted } from "./client-address.ts";

const always: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()",
};

/** Pages load scripts and styles from here alone, and have none within. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What is no page runs and loads nothing, even where a browser shows it. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Gives every answer the headers that keep a browser from doing more with it than show it. */
export function securityHeaders(settings: HttpSettings): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    for (const [name, value] of Object.entries(always)) headers.set(name, value);
    const isPage = headers.get("Content-Type")?.startsWith("text/html") ?? false;
    headers.set("Content-Security-Policy", isPage ? pagePolicy : dataPolicy);
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
    if (isEncrypted(c, settings)) headers.set("Strict-Transport-Security", "max-age=31536000");
  };
}
