import type { FlowReader, FormatFamily, ReaderOptions } from "../family.ts";
import { beginsWith, treeFamily } from "./family.ts";
import type { Findings } from "./findings.ts";
import type { Frame } from "./frame.ts";
import { usualLimits, wholeLimits } from "./limits.ts";
import type { Line } from "./line.ts";
import { TreeReader } from "./reader.ts";
import type { Recorder } from "./recorder.ts";
import type { QuoteFault } from "./split-quoted.ts";
import { UnquotedLines } from "./unquoted-lines.ts";

/** What may stand between fields. */
const delimiters = [0x2c, 0x3b, 0x7c, 0x09];

/** A family whose fields may stand in quotes. */
export function quotedFamily(frame: Frame): FormatFamily {
  const codes = [frame.header, `"${frame.header}"`];
  const recognises = (head: Uint8Array) => codes.some((code) => beginsWith(head, code, delimiters));
  return treeFamily(frame, recognises, (options, recorder) => openQuoted(frame, options, recorder));
}

/** Takes the quotes off and has the lines read. */
function openQuoted(frame: Frame, options: ReaderOptions, recorder: Recorder | null): FlowReader {
  const lines = new UnquotedLines();
  const inner = new TreeReader({
    ...options,
    frame: tellingFaults(frame, lines.faults),
    limits: recorder === null ? usualLimits : wholeLimits,
    stable: true,
    recorder,
  });
  return {
    push: (bytes) => {
      const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const whole = lines.take(view);
      if (whole.length > 0) inner.push(whole);
    },
    end: () => {
      const rest = lines.end();
      if (rest.length > 0) inner.push(rest);
      return inner.end();
    },
    context: () => inner.context(),
  };
}

/** The frame, with the faults of quotes told where their lines are read. */
function tellingFaults(frame: Frame, faults: ReadonlyMap<number, QuoteFault>): Frame {
  const tell = (line: Line, inMessage: boolean, findings: Findings): void => {
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
  };
}

const sayFault: Readonly<Record<QuoteFault, string>> = {
  BAD_QUOTE:
    "A quote stands inside a field or after its closing one, so nobody can tell where the fields of this line begin; ask the sender to correct it.",
  UNTERMINATED_QUOTE:
    "A quote is opened and not closed on this line, so nobody can tell where its fields begin; ask the sender to correct it.",
};
