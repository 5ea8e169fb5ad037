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
import { mapInTurn } from "../database/in-turn.ts";
import { joinedCalls } from "../database/joined-calls.ts";
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

/** Files that callers bring at the same time share a transaction, up to so many. */
const filesAtOnce = 400;

/**
 * Commit 1: records files in one transaction, with those that other callers bring meanwhile. When something in one of them makes the transaction
 * fail, each is recorded in a transaction of its own, so that it alone fails.
 */
export function recordFiles(connection: Connection, tables: RecordTables) {
  const together = joinedCalls<PreparedFile, Recorded | RecordFailure>(filesAtOnce, (files) =>
    recordTogether(connection, tables, files),
  );
  return async (files: readonly ReadFile[]): Promise<(Recorded | RecordFailure)[]> => {
    const prepared = files.map(attemptPrepare);
    const good = prepared.filter((file) => "hash" in file);
    const recorded = good.length === 0 ? [] : await together(good);
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
  try {
    const packed = await connection.read(() => packNew(tables.contents, files));
    return await connection.write(async () => {
      const [recordedAt] = await Promise.all([connection.stamp(), expectFiles(tables, files)]);
      const record = (file: PreparedFile) => recordOne(tables, file, packed, recordedAt);
      const ordered = inSequence(files);
      if (ordered === files) return await mapInTurn(files, record);
      const results = new Map(
        await mapInTurn(ordered, async (file) => [file, await record(file)] as const),
      );
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

/** Looks together for what is about to be asked of files one by one. Within a write only. */
export async function expectFiles(
  { contents, files, messages }: RecordTables,
  prepared: readonly PreparedFile[],
): Promise<void> {
  await Promise.all([
    files.expectArrivals(prepared.map(({ arrival }) => arrival.arrival)),
    contents.expect(prepared.map(({ hash }) => hash)),
    files.expect(prepared.flatMap(({ reading }) => reading.identity ?? [])),
    messages.expect(),
  ]);
}

/** Packs the bytes that the store does not have, before the transaction so that its lock is brief. */
export async function packNew(
  contents: Contents,
  files: readonly PreparedFile[],
): Promise<ReadonlyMap<string, BundledBytes>> {
  const hashes = new Map(files.map(({ arrival, hash }) => [arrival.hash, hash]));
  const contentIds = await contents.findAll([...hashes.values()]);
  const contentOf = new Map([...hashes.keys()].map((hash, at) => [hash, contentIds[at]]));
  const wanted = new Map<string, Uint8Array>();
  for (const file of files) {
    const { hash, bytes } = file.arrival;
    const found = contentOf.get(hash) ?? null;
    if (found === null || (await contents.isGone(found))) wanted.set(hash, bytes);
  }
  const names = [...wanted.keys()];
  const packed = pack([...wanted.values()]);
  return new Map(packed.map((bytes, at) => [names[at] ?? "", bytes]));
}

/** Records one file that was prepared. Within a write only. */
export async function recordOne(
  tables: RecordTables,
  file: PreparedFile,
  packed: ReadonlyMap<string, BundledBytes>,
  recordedAt: number,
): Promise<Recorded> {
  const { arrival } = file;
  const known = await tables.files.known(arrival.arrival);
  if (known !== null) return known;
  const stored = await tables.contents.findExpected(file.hash);
  const { verdict, reading, fills } = await judgeFile(
    tables,
    { ...arrival, content: stored },
    file.reading,
    arrival.messages,
  );
  const content = await tables.contents.keep(
    stored,
    file.hash,
    arrival.sizeBytes,
    packed.get(arrival.hash),
    verdict.state === "duplicate",
  );
  const id = await tables.files.add(arrival, content, reading, verdict, recordedAt);
  if (fills) await tables.sequences.fill(id, reading, arrival.occurredAt);
  if (verdict.state === "recorded" || verdict.state === "conflict")
    await tables.messages.add(id, file.items);
  if (verdict.state === "recorded" && !reading.awaitingRelease)
    await tables.messages.enqueueNew(id, file.items);
  await noteMentions(tables, id, verdict, reading);
  const findings = recordedFindings(reading, verdict.state, file.items);
  return { id, arrival: arrival.arrival, ...verdict, known: false, findings };
}

/** Notes the subjects of what routing will not come by; for most files there is nothing to note. */
export async function noteMentions(
  { mentions }: Pick<RecordTables, "mentions">,
  file: number,
  { state }: IdentityVerdict,
  { named, awaitingRelease, invalid }: PreparedReading,
): Promise<void> {
  if (state === "rejected") await mentions.ofRefused(file, named);
  else if (state === "conflict" || (state === "recorded" && (awaitingRelease || invalid > 0)))
    await mentions.ofWaiting(file, state === "conflict" || awaitingRelease);
}
