import type { Catalogue, FlowDefinition } from "../../catalogue/definition.ts";
import type { FileNames } from "../../catalogue/file-names.ts";
import type { Envelope } from "../../core/file/envelope.ts";
import type { TreeFindings } from "../tree/check/findings.ts";
import { type CountField, checkRecordCount } from "../tree/check/record-count.ts";
import type { Counted, Frame, Made, NamedFrame } from "../tree/read/frame.ts";
import { gasHeaderValue } from "../tree/read/header-value.ts";
import { type Line, unitSeparator } from "../tree/read/lines/line.ts";
import { splitQuoted } from "../tree/read/lines/split-quoted.ts";
import { delimiterOf } from "../tree/read/lines/unquoted-lines.ts";
import { checkEnvelopeLine, type EnvelopeLine } from "../tree/write/envelope-line.ts";
import { rgmaRow } from "./row.ts";

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

/** Where a trailer counts records (A0188), and where transactions (A0189). */
const recordCount: CountField = {
  group: "",
  index: 1,
  key: "recordCount",
  name: "Record count (A0188)",
  digits: 10,
};
const transactionCount: CountField = {
  group: "",
  index: 2,
  key: "transactionCount",
  name: "Transaction count (A0189)",
  digits: 10,
};

/**
 * HEADR and what follows, to the end of the file. Of a flow that the catalogue does not have, no trailer is
 * known, so a file of it that is cut short is not noticed.
 */
export const rgmaFrame: Frame = {
  family: "rgma",
  families: new Set(["rgma"]),
  row: rgmaRow,
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
  forNames,
  flowOf,
  checkTrailer: () => undefined,
  trailerLine: null,
  trailerValue: () => "",
};

/** Reads a HEADR line; null when it does not even name its file type. */
function readHeader(line: Line, findings: TreeFindings): Envelope | null {
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

/** Both counts of a trailer leave out header and trailer; of an answer, they are of the same few records. */
function forNames(_definition: FlowDefinition, names: FileNames): NamedFrame {
  const { trailer, counted, fileTypes } = names;
  const fields = [recordCount, transactionCount].map((field) => ({ ...field, group: trailer }));
  const recordsOf = ({ groups, firstGroups }: Counted | Made) =>
    counted === null ? groups : firstGroups;
  const line: EnvelopeLine = {
    what: "trailer",
    code: trailer,
    fields: fields.map(({ key, name, digits }) => ({
      key,
      name,
      length: digits,
      required: true,
      kind: "number",
    })),
    closed: "noted",
  };
  return {
    trailer,
    trailerLine: line,
    trailerValue: (key, made) =>
      String(key === recordCount.key ? recordsOf(made) : made.firstGroups),
    headerValue: (key, envelope) => {
      if (key !== "flow") return gasHeaderValue(key, envelope);
      return fileTypes.includes(envelope.flow) ? envelope.flow : (fileTypes[0] ?? "");
    },
    checkTrailer: (found, _envelope, counts, findings) => {
      checkEnvelopeLine(found, line, findings);
      const all = [recordsOf(counts), counts.firstGroups];
      for (const [index, field] of fields.entries())
        checkRecordCount(found, field, { ...counts, groups: all[index] ?? 0 }, findings);
    },
  };
}

/** Where a transaction has its type (A0144), counted from its code. */
const typeAt = 4;

/** The flow by the catalogue: by file type, roles and the types of the transactions in the file's beginning. */
function flowOf(
  { flow, from, to }: Envelope,
  head: () => readonly string[],
  catalogue: Catalogue,
): string | null {
  const told = { fileType: flow, fromRole: from.role, toRole: to.role };
  return catalogue.ofFile?.({ ...told, transactionTypes: typesIn(head()) })?.flow ?? null;
}

function typesIn(lines: readonly string[]): readonly string[] {
  const delimiter = delimiterOf(lines[0] ?? "");
  const transactions = lines.filter((line) => /^"?TRANS"?\W/.test(line));
  return [
    ...new Set(transactions.map((line) => splitQuoted(line, delimiter).fields[typeAt] ?? "")),
  ];
}
