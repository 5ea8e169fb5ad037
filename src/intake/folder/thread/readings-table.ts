import type { JudgedOutcome, Message, Subject } from "../../../core/file/document.ts";
import type { Problem } from "../../../core/file/problem.ts";
import type { PackedKind } from "../../../packed/packed-kind.ts";
import type { ReadFile } from "../../../store/port/files/file-store.ts";
import type { ArrivalReading, PackedArrival } from "../../file/read-file.ts";
import type { ClaimedFile } from "../claim.ts";
import type { ClaimReadings } from "../claim-files.ts";
import { signatureFrom, signatureNumbers } from "./ready-table.ts";

/**
 * ClaimReadings of the files of a claim, in a form that is cheap to hand from thread to thread: one text of JSON for
 * what they say, the data of their messages as texts of their own, the bytes of all in one piece.
 */
export interface ReadingsTable {
  /** An array of `Row`, a reading for each claimed file, in their order. */
  readonly rows: string;
  /** The data of the messages of all files, in order. */
  readonly data: readonly string[];
  /** The bytes of all files that carry them, one after the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A reading without bytes and without the data of messages. */
type Row =
  | Exclude<ArrivalReading, { readonly kind: "read" | "packed" }>
  | ReadRow
  | {
      readonly kind: "packed";
      readonly holds: PackedKind;
      readonly signature: readonly number[];
      readonly hash: string;
      readonly sizeBytes: number;
      readonly modifiedAt: number;
    };

interface ReadRow {
  readonly kind: "read";
  readonly signature: readonly number[];
  readonly hash: string;
  readonly sizeBytes: number;
  readonly modifiedAt: number;
  readonly occurredAt: number;
  readonly outcome: JudgedOutcome;
  readonly messages: readonly MessageRow[];
}

type MessageRow = readonly [
  line: number,
  lastLine: number,
  group: string,
  subject: Subject | null,
  problems: readonly Problem[],
];

/** ClaimReadings as a table. */
export function readingsTable(readings: Iterable<ArrivalReading>): ReadingsTable {
  const rows: Row[] = [];
  const data: string[] = [];
  const pieces: Uint8Array[] = [];
  for (const reading of readings) {
    if (reading.kind === "read") {
      pieces.push(reading.file.bytes);
      for (const message of reading.file.messages) data.push(message.json());
      rows.push(readRow(reading));
    } else if (reading.kind === "packed") {
      const { source, kind: holds, hash, sizeBytes, modifiedAt } = reading.packed;
      if (!(source instanceof Uint8Array)) throw new Error("a container in memory has no bytes");
      pieces.push(source);
      const signature = signatureNumbers(reading.signature);
      rows.push({ kind: "packed", holds, signature, hash, sizeBytes, modifiedAt });
    } else {
      rows.push(reading);
    }
  }
  return { rows: JSON.stringify(rows), data, bytes: joined(pieces) };
}

function readRow({ file, signature }: Extract<ArrivalReading, { readonly kind: "read" }>): ReadRow {
  const { hash, sizeBytes, modifiedAt, occurredAt, outcome, messages } = file;
  return {
    kind: "read",
    signature: signatureNumbers(signature),
    ...{ hash, sizeBytes, modifiedAt, occurredAt, outcome },
    messages: messages.map(({ line, lastLine, group, subject, problems }) => [
      line,
      lastLine,
      group,
      subject,
      problems,
    ]),
  };
}

/** One after the other, in memory that is handed over whole. */
function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** The readings of the claimed files, in their order, out of a table. */
export function readingsFrom(
  channel: string,
  files: readonly ClaimedFile[],
  table: ReadingsTable,
): ClaimReadings {
  const rows = JSON.parse(table.rows) as readonly Row[];
  const bytes = Buffer.from(table.bytes.buffer, table.bytes.byteOffset, table.bytes.length);
  const readings = new Map<ClaimedFile, ArrivalReading>();
  let start = 0;
  let message = 0;
  for (const [at, file] of files.entries()) {
    const row = rows[at];
    if (row === undefined) throw new Error(`nothing was read of ${file.arrival}`);
    if (row.kind !== "read" && row.kind !== "packed") {
      readings.set(file, row);
      continue;
    }
    const own = bytes.subarray(start, start + row.sizeBytes);
    start += row.sizeBytes;
    const signature = signatureFrom(row.signature);
    const from = { arrival: file.arrival, channel, name: file.name.text, seenAt: file.seenAt };
    if (row.kind === "packed") {
      const { holds, hash, sizeBytes, modifiedAt } = row;
      const sums = { hash, sizeBytes, modifiedAt };
      const packed: PackedArrival = { ...from, ...sums, kind: holds, source: own };
      readings.set(file, { kind: "packed", packed, signature });
      continue;
    }
    const { hash, sizeBytes, modifiedAt, occurredAt, outcome } = row;
    const messages = row.messages.map((of, index) => messageFrom(of, table.data[message + index]));
    message += messages.length;
    const said = { hash, sizeBytes, modifiedAt, occurredAt, outcome };
    const read: ReadFile = { ...from, ...said, bytes: own, messages };
    readings.set(file, { kind: "read", file: read, signature });
  }
  return readings;
}

function messageFrom(
  [line, lastLine, group, subject, problems]: MessageRow,
  data: string | undefined,
): Message {
  if (data === undefined) throw new Error(`the data of the message at line ${line} is missing`);
  return { line, lastLine, group, subject, problems, json: () => data };
}
