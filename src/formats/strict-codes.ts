import type { Catalogue } from "../catalogue/definition.ts";

/** Whether a value of the flow that is not among the listed codes is an error here. */
export function isStrict({ settings }: Catalogue, flow: string): boolean {
  return settings?.(flow).codes === "strict";
}

/** What becomes of a value that is not among the listed codes, as the end of a sentence. */
export function sayCode(strict: boolean): string {
  return strict
    ? "the flow's setting `codes: strict` takes no other; ask the sender to correct it"
    : "it is taken as sent";
}
