import type { FlowDefinition } from "../../../catalogue/definition.ts";
import type { FileNames } from "../../../catalogue/file-names.ts";
import type { Envelope } from "../../../core/file/envelope.ts";
import type { FlowReader, ReaderOptions } from "../../family.ts";
import type { TreeFindings } from "../check/findings.ts";
import { usualTreeLimits, wholeTreeLimits } from "../check/limits.ts";
import { definitionFor } from "../write/write.ts";
import { FileHead } from "./file-head.ts";
import type { Frame, NamedFrame } from "./frame.ts";
import type { Line } from "./lines/line.ts";
import type { QuoteFault } from "./lines/split-quoted.ts";
import { UnquotedLines } from "./lines/unquoted-lines.ts";
import { TreeReader } from "./reader.ts";
import type { Recorder } from "./recorder.ts";
import { beginsWith, type TreeReading, treeReading } from "./tree-reading.ts";

const newline = 0x0a;

/** What may be between fields. */
const delimiters = [0x2c, 0x3b, 0x7c, 0x09];

/** Reading and writing of a family whose fields may be in quotes. */
export function quotedTree(frame: Frame): TreeReading {
  const codes = [frame.header, `"${frame.header}"`];
  const recognises = (head: Uint8Array) => codes.some((code) => beginsWith(head, code, delimiters));
  return treeReading(frame, recognises, (options, recorder) =>
    openQuoted(frame, options, recorder),
  );
}

/** Takes the quotes off and has the lines read. */
function openQuoted(frame: Frame, options: ReaderOptions, recorder: Recorder | null): FlowReader {
  const lines = new UnquotedLines();
  let headerSeen = false;
  const told = tellingFaults(frame, lines.faults);
  const head = frame.flowOf === undefined ? null : new FileHead();
  const flowOf = (envelope: Envelope): string | null =>
    frame.flowOf?.(envelope, () => head?.lines() ?? [], options.catalogue) ?? null;
  const readHeader: Frame["readHeader"] = (line, findings) => {
    headerSeen = true;
    const read = told.readHeader(line, findings);
    const flow = read === null ? null : flowOf(read);
    const envelope = read === null || flow === null ? read : { ...read, flow };
    const definition = envelope === null ? null : definitionFor(frame, envelope, options.catalogue);
    lines.quotesAreText = definition?.rules.quoting === "none";
    return envelope;
  };
  const inner = new TreeReader({
    ...options,
    frame: { ...told, readHeader },
    limits: recorder === null ? usualTreeLimits : wholeTreeLimits,
    stable: true,
    recorder,
  });
  const take = (bytes: Buffer): void => {
    const whole = lines.take(bytes);
    if (whole.length > 0) inner.push(whole);
  };
  const push = (view: Buffer): void => {
    let from = 0;
    // The header says which flow it is, and that says what quotes are: it goes first, alone.
    for (
      let end = view.indexOf(newline);
      !headerSeen && end >= 0;
      end = view.indexOf(newline, from)
    ) {
      take(view.subarray(from, end + 1));
      from = end + 1;
    }
    take(view.subarray(from));
  };
  return {
    push: (bytes) => {
      const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      if (head === null || head.isWhole) push(view);
      else {
        const whole = head.add(view);
        if (whole !== null) push(whole);
      }
    },
    end: () => {
      if (head !== null && !head.isWhole) push(head.end());
      const rest = lines.end();
      if (rest.length > 0) inner.push(rest);
      return inner.end();
    },
    context: () => inner.context(),
  };
}

/** The frame, with the faults of quotes reported where their lines are read. */
function tellingFaults(frame: Frame, faults: ReadonlyMap<number, QuoteFault>): Frame {
  const tell = (line: Line, inMessage: boolean, findings: TreeFindings): void => {
    const fault = faults.get(line.number);
    if (fault === undefined) return;
    findings.find(
      inMessage,
      fault,
      () => ({ line: line.number, group: line.field(0) }),
      () => sayFault[fault],
    );
  };
  return {
    ...frame,
    readHeader: (line, findings) => {
      tell(line, false, findings);
      return frame.readHeader(line, findings);
    },
    checkTrailer: (line, envelope, counted, findings) => {
      tell(line, false, findings);
      frame.checkTrailer(line, envelope, counted, findings);
    },
    checkLine: tell,
    ...(frame.forNames !== undefined && {
      forNames: (definition: FlowDefinition, names: FileNames) => {
        const named = frame.forNames?.(definition, names) ?? frame;
        return {
          ...named,
          checkTrailer: (line, envelope, counted, findings) => {
            tell(line, false, findings);
            named.checkTrailer(line, envelope, counted, findings);
          },
        } satisfies NamedFrame;
      },
    }),
  };
}

const sayFault: Readonly<Record<QuoteFault, string>> = {
  BAD_QUOTE:
    "There is a quote inside a field or after its closing one, so nobody can tell where the fields of this line begin; ask the sender to correct it.",
  UNTERMINATED_QUOTE:
    "A quote is opened and not closed on this line, so nobody can tell where its fields begin; ask the sender to correct it.",
};
