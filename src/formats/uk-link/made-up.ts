import type { MadeUp } from "../family.ts";

/** Made-up UK Link files say one organisation, by its number, and a generation number of six digits. */
export const madeUpUkLink: MadeUp = {
  envelope: (_flow, envelope) => {
    const digits = envelope.fileIdentifier?.replaceAll(/\D/g, "") ?? "1";
    return {
      ...envelope,
      version: null,
      fileIdentifier: digits.slice(-6),
      from: { role: null, participant: `99${digits.padStart(8, "0")}` },
      to: { role: null, participant: null },
      testFlag: null,
    };
  },
  layout: () => null,
};
