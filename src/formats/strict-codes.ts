import type { Catalogue } from "../catalogue/definition.ts";

/** Whether a value of the flow that is not among the listed codes is an error here. */
export function isStrict({ settings }: Catalogue, flow: string): boolean {
  return settings?.(flow).codes === "strict";
}
