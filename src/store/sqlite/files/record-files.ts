import type { IdentityVerdict } from "../../../core/file/identity.ts";
import { type BundledBytes, pack } from "../../packs/bundle.ts";
import type { ReadFile, Recorded, RecordFailure } from "../../port/files/file-store.ts";
import {
  attemptPrepare,
  inSequence,
  type PreparedFile,
  type PreparedReading,
  recordedFindings,
  recordFailure,
} from "../../rules/files/prepared-file.ts";
import type { Connection } from "../database/connection.ts";
import { isOfStore } from "../database/store-error.ts";
import type { SettledLines } from "../events/settled-lines.ts";
import type { Sequences } from "../sequences/sequences.ts";
import type { FileRows } from "./add-file.ts";
import { judgeFile } from "./add-file.ts";
import type { Contents } from "./content.ts";
import type { Mentions } from "./mentions.ts";
import type { MessageRows } from "./message-rows.ts";

/** The tables that recording writes. */
export interface RecordTables {
  readonly contents: Contents;
  readonly files: FileRows;
  readonly messages: MessageRows;
  readonly sequences: Sequences;
  readonly settled: SettledLines;
  readonly mentions: Mentions;
}

/**
 * Commit 1: records files in one transaction. When something in one of them makes the transaction
 * fail, each is recorded in a transaction of its own, so that it alone fails.
 */
export function recordFiles(connection: Connection, tables: RecordTables) {
  return async (files: readonly ReadFile[]): Promise<(Recorded | RecordFailure)[]> => {
    const prepared = files.map(attemptPrepare);
    const good = prepared.filter((file) => "hash" in file);
    const recorded = await recordTogether(connection, tables, good);
    const next = recorded[Symbol.iterator]();
    return prepared.map((file) => {
      if (!("hash" in file)) return file;
      const result = next.next();
      if (result.done) throw new Error("A recorded file has no result");
      return result.value;
    });
  };
}

async function recordTogether(
  connection: Connection,
  tables: RecordTables,
  files: readonly PreparedFile[],
): Promise<(Recorded | RecordFailure)[]> {
  if (files.length === 0) return [];
  try {
    const {
      packed,
      absent: unknown,
      version,
    } = await connection.read(() => {
      // Asked first: what another program commits while bytes are looked for must not count as seen.
      const before = connection.dataVersion();
      return { ...packNew(tables.contents, files), version: before };
    });
    return await connection.write(() => {
      const recordedAt = connection.stamp();
      const absent = new Set(connection.dataVersion() === version ? unknown : []);
      const record = (file: PreparedFile) =>
        recordOne(tables, file, { packed, absent }, recordedAt);
      const ordered = inSequence(files);
      if (ordered === files) return files.map(record);
      const results = new Map(ordered.map((file) => [file, record(file)]));
      return files.flatMap((file) => results.get(file) ?? []);
    });
  } catch (error) {
    if (isOfStore(error)) throw error;
    const [only, ...rest] = files;
    if (only !== undefined && rest.length === 0)
      return [recordFailure(only.arrival.arrival, error)];
    const results: (Recorded | RecordFailure)[] = [];
    for (const file of files) results.push(...(await recordTogether(connection, tables, [file])));
    return results;
  }
}

/** Packs the bytes that the store does not have, before the transaction so that its lock is brief. */
export function packNew(contents: Contents, files: readonly PreparedFile[]): NewContents {
  const wanted = new Map<string, Uint8Array>();
  const absent = new Set<string>();
  for (const file of files) {
    const { hash, bytes } = file.arrival;
    if (wanted.has(hash)) continue;
    const found = contents.find(file.hash);
    if (found === null) absent.add(hash);
    else if (!contents.isGone(found)) continue;
    wanted.set(hash, bytes);
  }
  const hashes = [...wanted.keys()];
  const packed = pack([...wanted.values()]);
  return { packed: new Map(packed.map((bytes, at) => [hashes[at] ?? "", bytes])), absent };
}

/** Bytes that are new to the store, packed before the transaction that records them. */
export interface NewContents {
  /** By hash; all that the store did not have when it was asked before the transaction, or had no more. */
  readonly packed: ReadonlyMap<string, BundledBytes>;
  /** Hashes that the store did not have then; those that it is sure not to have yet are not asked for again. */
  readonly absent: Set<string>;
}

/** Records one file that was prepared. Within a write only. */
export function recordOne(
  tables: RecordTables,
  file: PreparedFile,
  { packed, absent }: NewContents,
  recordedAt: number,
): Recorded {
  const { arrival } = file;
  const known = tables.files.known(arrival.arrival);
  if (known !== null) return known;
  const stored = absent.delete(arrival.hash) ? null : tables.contents.find(file.hash);
  const { verdict, reading, fills } = judgeFile(
    tables,
    { ...arrival, content: stored },
    file.reading,
    arrival.messages,
  );
  const content = tables.contents.keep(
    stored,
    file.hash,
    arrival.sizeBytes,
    packed.get(arrival.hash),
    verdict.state === "duplicate",
  );
  const id = tables.files.add(arrival, content, reading, verdict, recordedAt);
  if (fills) tables.sequences.fill(id, reading, arrival.occurredAt);
  if (verdict.state === "recorded" || verdict.state === "conflict")
    tables.messages.add(id, file.items);
  if (verdict.state === "recorded" && !reading.awaitingRelease)
    tables.messages.enqueueNew(id, file.items);
  noteMentions(tables, id, verdict, reading);
  const findings = recordedFindings(reading, verdict.state, file.items);
  return { id, arrival: arrival.arrival, ...verdict, known: false, findings };
}

/** Notes the subjects of what routing will not come by; for most files there is nothing to note. */
export function noteMentions(
  { mentions }: Pick<RecordTables, "mentions">,
  file: number,
  { state }: IdentityVerdict,
  { named, awaitingRelease, invalid }: PreparedReading,
): void {
  if (state === "rejected") mentions.ofRefused(file, named);
  else if (state === "conflict" || (state === "recorded" && (awaitingRelease || invalid > 0)))
    mentions.ofWaiting(file, state === "conflict" || awaitingRelease);
}
