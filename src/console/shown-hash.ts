import { createHash } from "node:crypto";
import { RefusedError } from "../core/refusal/refused-error.ts";

/** Names what a page showed of something before it is done. */
export function hashOfShown(shown: unknown): string {
  return createHash("sha256").update(JSON.stringify(shown)).digest("hex").slice(0, 32);
}

/** Throws a refusal where what would be done is not what was shown; `seen`: the hash that a form was sent with. */
export function refuseOtherThanShown(seen: string, own: string, about: string): void {
  if (seen === own) return;
  const message =
    seen === ""
      ? `See first what it would change: the form on the page of ${about} shows it`
      : `It would change something else by now than what was shown: see it again on the page of ${about}, and decide then`;
  throw new RefusedError("conflict", message, { code: "OTHER_SET", about });
}
