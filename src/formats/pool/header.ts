import type { Envelope } from "../../core/file/envelope.ts";
import type { TreeFindings } from "../tree/check/findings.ts";
import type { Line } from "../tree/read/lines/line.ts";
import { checkEnvelopeLine, type EnvelopeLine } from "../tree/write/envelope-line.ts";
import { envelopeOf, lastFields, routeFields } from "../user-file/header.ts";

const shape = { what: "header", code: "ZHD", closed: "free" } as const;

/** ZHD with the flow right after it (DTC items J1129, J1080 to J1085). */
export const shortHeader: EnvelopeLine = { ...shape, fields: routeFields };

/** ZHD in the shape of ZHV, with a file identifier that is empty where it was seen (line loss factors, D0265). */
export const longHeader: EnvelopeLine = {
  ...shape,
  fields: [
    { key: "fileIdentifier", name: "File identifier (J1064)", length: 10, required: false },
    ...routeFields,
    ...lastFields,
  ],
};

/** Whether text is a flow's reference with its version, which distinguishes the two shapes. */
export function isFlowReference(text: string): boolean {
  return /^[A-Z]\d{7}$/.test(text);
}

/** Reads a ZHD line of either shape; null when it does not even name its flow. */
export function readPoolHeader(line: Line, findings: TreeFindings): Envelope | null {
  if (isFlowReference(line.field(1))) {
    checkEnvelopeLine(line, shortHeader, findings);
    return envelopeOf("pool", line, "", 1, "");
  }
  checkEnvelopeLine(line, longHeader, findings);
  return envelopeOf("pool", line, line.field(1), 2, line.field(11));
}
