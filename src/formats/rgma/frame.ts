import { familyRules } from "../../catalogue/flow-rules.ts";
import type { Envelope } from "../../core/envelope.ts";
import { checkEnvelopeLine, type EnvelopeLine } from "../tree/envelope-line.ts";
import type { Findings } from "../tree/findings.ts";
import type { Frame } from "../tree/frame.ts";
import { gasHeaderValue } from "../tree/header-value.ts";
import { type Line, unitSeparator } from "../tree/line.ts";
import { splitQuoted } from "../tree/split-quoted.ts";
import { delimiterOf } from "../tree/unquoted-lines.ts";

/** A HEADR line (RGMA data items A0177 to A0186); what may follow was not seen in any public document. */
const headerLine: EnvelopeLine = {
  what: "header",
  code: "HEADR",
  fields: [
    { key: "flow", name: "File type (A0179)", length: 5, required: true },
    { key: "fromParticipant", name: "Originator id (A0180)", length: 12, required: true },
    { key: "fromRole", name: "Originator role (A0181)", length: 5, required: true },
    { key: "toParticipant", name: "Recipient id (A0182)", length: 12, required: true },
    { key: "toRole", name: "Recipient role (A0183)", length: 5, required: true },
    { key: "created", name: "Created date (A0184)", length: 8, required: true, kind: "date" },
    { key: "createdTime", name: "Created time (A0185)", length: 6, required: true, kind: "time" },
    { key: "fileIdentifier", name: "File identifier (A0186)", length: 8, required: true },
  ],
  closed: "noted",
  open: true,
};

/** HEADR and what follows, to the end of the file: no trailer is known, so a file cut short is not noticed. */
export const rgmaFrame: Frame = {
  family: "rgma",
  families: new Set(["rgma"]),
  rules: familyRules.rgma,
  header: "HEADR",
  trailer: null,
  zone: "Europe/London",
  delimiter: unitSeparator,
  split: (line) => splitQuoted(line, delimiterOf(line)).fields,
  quoted: true,
  closedLines: true,
  usuallyClosed: false,
  versioned: () => false,
  strict: [],
  undescribed: /^[A-Z][A-Z0-9]{2,4}$/,
  checksum: false,
  readHeader,
  headerLine: () => headerLine,
  headerShape: () => ({}),
  headerValue: gasHeaderValue,
  checkTrailer: () => undefined,
  trailerLine: null,
  trailerValue: () => "",
};

/** Reads a HEADR line; null when it does not even name its file type. */
function readHeader(line: Line, findings: Findings): Envelope | null {
  checkEnvelopeLine(line, headerLine, findings);
  const text = (index: number) => line.field(index) || null;
  const flow = text(1);
  if (flow === null) return null;
  return {
    family: "rgma",
    flow,
    version: null,
    fileIdentifier: text(8),
    from: { role: text(3), participant: text(2) },
    to: { role: text(5), participant: text(4) },
    created: `${line.field(6)}${line.field(7)}` || null,
    testFlag: null,
  };
}
