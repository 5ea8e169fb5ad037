import type { MadeUp } from "../family.ts";
import { responseFlow } from "./header.ts";

/** Made-up settlement files are numbered without zeros; a response repeats the header of a file that it answers. */
export const madeUpSettlement: MadeUp = {
  envelope: ({ flow }, envelope) => {
    if (flow === responseFlow) return { ...envelope, version: null, fileIdentifier: null };
    const digits = envelope.fileIdentifier?.replaceAll(/\D/g, "") ?? "1";
    return { ...envelope, fileIdentifier: String(Number(digits)) };
  },
  layout: ({ flow }) =>
    flow === responseFlow ? { header: { flow: "C0291002", fileIdentifier: "7" } } : null,
};
