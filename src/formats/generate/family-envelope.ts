import type { FlowDefinition } from "../../catalogue/definition.ts";
import type { FileLayout } from "../../core/file/document.ts";
import type { Envelope } from "../../core/file/envelope.ts";

/** The flow that answers settlement files: its header repeats that of the file it answers. */
const responseFlow = "ADT";

/** An envelope as the flow's family has it, of one in User File Format. */
export function familyEnvelope(definition: FlowDefinition, envelope: Envelope): Envelope {
  const { family, flow } = definition;
  const digits = envelope.fileIdentifier?.replaceAll(/\D/g, "") ?? "1";
  const unversioned = { ...envelope, version: null };
  const [from, to] = gasRoles(definition);
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
        from: { ...envelope.from, role: from },
        to: { ...envelope.to, role: to },
        testFlag: null,
      };
    default:
      return envelope;
  }
}

/** The codes that headers have for the roles of the flow's first route; where no route is known, of a usual one. */
function gasRoles({ routes, names }: FlowDefinition): readonly [from: string, to: string] {
  const code = (role: string | undefined, usual: string) => names?.roles[role ?? ""]?.[0] ?? usual;
  const [from, to] = routes[0] ?? [];
  return [code(from, "SHIP"), code(to, "GT")];
}

/** What the layout of a flow's file has to say; null where the family's usual look is all. */
export function familyLayout({ flow, family }: FlowDefinition): FileLayout | null {
  const isResponse = family === "settlement" && flow === responseFlow;
  return isResponse ? { header: { flow: "C0291002", fileIdentifier: "7" } } : null;
}
