import type { Envelope } from "../../core/file/envelope.ts";
import type { TreeFindings } from "../tree/check/findings.ts";
import { type CountField, checkRecordCount, madeCount } from "../tree/check/record-count.ts";
import type { Counted, Frame } from "../tree/read/frame.ts";
import { gasHeaderValue } from "../tree/read/header-value.ts";
import { type Line, unitSeparator } from "../tree/read/lines/line.ts";
import { splitQuoted } from "../tree/read/lines/split-quoted.ts";
import { delimiterOf } from "../tree/read/lines/unquoted-lines.ts";
import { checkEnvelopeLine, type EnvelopeLine } from "../tree/write/envelope-line.ts";
import { ukLinkRow } from "./row.ts";

/** An A00 line (Xoserve's file format documents of 2015, read in two of them). */
const headerLine: EnvelopeLine = {
  what: "header",
  code: "A00",
  fields: [
    { key: "organisation", name: "Organisation id", length: 10, required: true, kind: "number" },
    { key: "flow", name: "File type", length: 3, required: true },
    { key: "created", name: "Creation date", length: 8, required: true, kind: "date" },
    { key: "createdTime", name: "Creation time", length: 6, required: true, kind: "time" },
    { key: "fileIdentifier", name: "Generation number", length: 6, required: true, kind: "number" },
  ],
  closed: "noted",
};

/** A Z99 line. Its fields were not seen in any public document: a count is what people remember. */
const trailerLine: EnvelopeLine = {
  what: "trailer",
  code: "Z99",
  fields: [
    { key: "recordCount", name: "Record count", length: 10, required: false, kind: "number" },
  ],
  closed: "noted",
  open: true,
};

const countField: CountField = {
  group: "Z99",
  index: 1,
  key: "recordCount",
  name: "Record count",
  digits: 10,
  optional: true,
};

/** A00 … Z99: comma-separated, texts in quotes, records nested by level. */
export const ukLinkFrame: Frame = {
  family: "uk-link",
  families: new Set(["uk-link"]),
  row: ukLinkRow,
  header: "A00",
  trailer: "Z99",
  zone: "Europe/London",
  delimiter: unitSeparator,
  split: (line) => splitQuoted(line, delimiterOf(line)).fields,
  quoted: true,
  closedLines: true,
  usuallyClosed: false,
  versioned: () => false,
  strict: [],
  undescribed: /^[A-Z][A-Z0-9]{2}$/,
  checksum: false,
  readHeader,
  headerLine: () => headerLine,
  headerShape: () => ({}),
  headerValue: (key, envelope) =>
    gasHeaderValue(key === "organisation" ? "fromParticipant" : key, envelope),
  trailerLine,
  trailerValue: (_key, made) =>
    made.rules.count === "none" ? "" : madeCount(made, "groups", countField),
  checkTrailer: (line, _envelope, counted: Counted, findings) => {
    checkEnvelopeLine(line, trailerLine, findings);
    checkRecordCount(line, countField, counted, findings);
  },
};

/** Reads an A00 line; null when it does not even name its file type. The organisation is taken as the sender. */
function readHeader(line: Line, findings: TreeFindings): Envelope | null {
  checkEnvelopeLine(line, headerLine, findings);
  const flow = line.field(2);
  if (flow === "") return null;
  return {
    family: "uk-link",
    flow,
    version: null,
    fileIdentifier: line.field(5) || null,
    from: { role: null, participant: line.field(1) || null },
    to: { role: null, participant: null },
    created: `${line.field(3)}${line.field(4)}` || null,
    testFlag: null,
  };
}
