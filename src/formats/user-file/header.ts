import type { Envelope } from "../../core/file/envelope.ts";
import type { TreeFindings } from "../tree/check/findings.ts";
import type { Line } from "../tree/read/lines/line.ts";
import {
  checkEnvelopeLine,
  type EnvelopeField,
  type EnvelopeLine,
} from "../tree/write/envelope-line.ts";

/** From the flow to the creation time: what headers of the Data Transfer Network have in common. */
export const routeFields: readonly EnvelopeField[] = [
  { key: "flow", name: "Flow reference and version (J0937)", length: 8, required: true },
  { key: "fromRole", name: "From role (J0934)", length: 1, required: true },
  { key: "fromParticipant", name: "From participant (J0938)", length: 4, required: true },
  { key: "toRole", name: "To role (J0935)", length: 1, required: true },
  { key: "toParticipant", name: "To participant (J0939)", length: 4, required: true },
  {
    key: "created",
    name: "File creation time (J0280)",
    length: 14,
    required: true,
    kind: "datetime",
  },
];

/** After the creation time. */
export const lastFields: readonly EnvelopeField[] = [
  { key: "sendingApplication", name: "Sending application (J1060)", length: 5, required: false },
  {
    key: "receivingApplication",
    name: "Receiving application (J1061)",
    length: 5,
    required: false,
  },
  { key: "broadcast", name: "Broadcast (J1062)", length: 1, required: false },
  { key: "testFlag", name: "Test data flag (J1063)", length: 4, required: false },
];

/** A ZHV line (Elexon P116 requirements specification, page 8). */
export const userFileHeader: EnvelopeLine = {
  what: "header",
  code: "ZHV",
  fields: [
    { key: "fileIdentifier", name: "File identifier (J1064)", length: 10, required: true },
    ...routeFields,
    ...lastFields,
  ],
  closed: "noted",
};

/** Reads a ZHV line; null when it does not even name its flow. */
export function readUserFileHeader(line: Line, findings: TreeFindings): Envelope | null {
  checkEnvelopeLine(line, userFileHeader, findings);
  return envelopeOf("user-file", line, line.field(1), 2, line.field(11));
}

/** The envelope of a header whose route begins at a field; null when it does not even name its flow. */
export function envelopeOf(
  family: string,
  line: Line,
  fileIdentifier: string,
  route: number,
  testFlag: string,
): Envelope | null {
  const reference = line.field(route);
  if (reference === "") return null;
  const text = (index: number) => line.field(route + index) || null;
  return {
    family,
    ...splitReference(reference),
    fileIdentifier: fileIdentifier || null,
    from: { role: text(1), participant: text(2) },
    to: { role: text(3), participant: text(4) },
    created: text(5),
    testFlag: testFlag || null,
  };
}

/** `D0010002` is version 002 of D0010. */
function splitReference(reference: string): { flow: string; version: string | null } {
  const match = /^([A-Z]\d{4})(\d{3})$/.exec(reference);
  return { flow: match?.[1] ?? reference, version: match?.[2] ?? null };
}
