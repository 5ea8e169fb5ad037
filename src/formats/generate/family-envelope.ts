import type { FlowDefinition } from "../../catalogue/definition.ts";
import type { FileLayout } from "../../core/document.ts";
import type { Envelope } from "../../core/envelope.ts";

/** The flow that answers settlement files: its header repeats that of the file it answers. */
const responseFlow = "ADT";

/** An envelope as the flow's family has it, of one in User File Format. */
export function familyEnvelope({ family, flow }: FlowDefinition, envelope: Envelope): Envelope {
  const digits = envelope.fileIdentifier?.replaceAll(/\D/g, "") ?? "1";
  const unversioned = { ...envelope, version: null };
  switch (family) {
    case "settlement":
      if (flow === responseFlow) return { ...unversioned, fileIdentifier: null };
      return { ...envelope, fileIdentifier: String(Number(digits)) };
    case "uk-link":
      return {
        ...unversioned,
        fileIdentifier: digits.slice(-6),
        from: { role: null, participant: `99${digits.padStart(8, "0")}` },
        to: { role: null, participant: null },
        testFlag: null,
      };
    case "rgma":
      return {
        ...unversioned,
        fileIdentifier: digits.padStart(8, "0"),
        // Its headers name roles by these codes; others are not known.
        from: { ...envelope.from, role: "SHIP" },
        to: { ...envelope.to, role: "GT" },
        testFlag: null,
      };
    default:
      return envelope;
  }
}

/** What the layout of a flow's file has to say; null where the family's usual look is all. */
export function familyLayout({ flow, family }: FlowDefinition): FileLayout | null {
  const isResponse = family === "settlement" && flow === responseFlow;
  return isResponse ? { header: { flow: "C0291002", fileIdentifier: "7" } } : null;
}
