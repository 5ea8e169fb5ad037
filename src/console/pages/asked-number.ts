import type { Context } from "hono";
import { RefusedError } from "../../core/refusal/refused-error.ts";

/** A number as people write it; null where it is none. */
export function numberFrom(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** A number in the path. Throws a refusal where there is none. */
export function numberIn(c: Context, name: string): number {
  const text = c.req.param(name);
  const number = numberFrom(text);
  if (number === null) throw new RefusedError("not-found", `"${text}" is no number of a thing`);
  return number;
}
