import type { Envelope } from "../../core/file/envelope.ts";
import type { TreeFindings } from "../tree/check/findings.ts";
import type { Line } from "../tree/read/lines/line.ts";
import { checkEnvelopeLine, type EnvelopeLine } from "../tree/write/envelope-line.ts";

/** The flow that every response is taken as, whatever file it answers. */
export const responseFlow = "ADT";

/** An AAA line (NETA Interface Definition and Design, part 1, section 2.2). */
export const settlementHeader: EnvelopeLine = {
  what: "header",
  code: "AAA",
  fields: [
    { key: "flow", name: "File type", length: 8, required: true },
    { key: "messageRole", name: "Message role", length: 1, required: true, codes: ["D", "R"] },
    { key: "created", name: "Creation time", length: 14, required: true, kind: "datetime" },
    { key: "fromRole", name: "From role code", length: 2, required: true },
    { key: "fromParticipant", name: "From participant", length: 8, required: true },
    { key: "toRole", name: "To role code", length: 2, required: true },
    { key: "toParticipant", name: "To participant", length: 8, required: true },
    { key: "fileIdentifier", name: "Sequence number", length: 9, required: true, kind: "number" },
    // Four characters by the specification; files with five were seen.
    { key: "testFlag", name: "Test data flag", length: 8, required: false },
  ],
  closed: "noted",
};

/**
 * Reads an AAA line; null when it does not even name its file type. A response repeats the creation time
 * and sequence number of the file it answers: it has no identifier of its own.
 */
export function readSettlementHeader(line: Line, findings: TreeFindings): Envelope | null {
  checkEnvelopeLine(line, settlementHeader, findings);
  const reference = line.field(1);
  if (reference === "") return null;
  const text = (index: number) => line.field(index) || null;
  const response = line.field(2) === "R";
  return {
    family: "settlement",
    flow: response ? responseFlow : reference.slice(0, 5),
    version: response ? null : reference.slice(5) || null,
    fileIdentifier: response ? null : text(8),
    from: { role: text(4), participant: text(5) },
    to: { role: text(6), participant: text(7) },
    created: text(3),
    testFlag: text(9),
  };
}
