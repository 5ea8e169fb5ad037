import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { Store } from "../../core/store.ts";
import { actionQueues } from "./action-queues.ts";
import { actionRows } from "./action-rows.ts";
import { actionTurns } from "./action-turns.ts";
import { answering } from "./answering.ts";
import { appliedReadings } from "./apply-reading.ts";
import { awaitedAnswers } from "./awaited-answers.ts";
import { backlog } from "./backlog.ts";
import { brakes, brakesOn } from "./brakes.ts";
import { builds } from "./builds.ts";
import {
  bringActionsForward,
  bringFilesForward,
  bringMessagesForward,
  clockSetBack,
} from "./clock-set-back.ts";
import { commands } from "./commands.ts";
import { composing } from "./composing.ts";
import { decideConflict } from "./conflicts.ts";
import { Connection, patiently } from "./connection.ts";
import { consequencesOf } from "./consequences.ts";
import { containers } from "./containers.ts";
import { contents } from "./content.ts";
import { copyTo } from "./copy-to.ts";
import { counts } from "./counts.ts";
import { openDatabase } from "./database.ts";
import { deadlines } from "./deadlines.ts";
import { decideAction } from "./decide-action.ts";
import { noteDelivered } from "./delivered.ts";
import { delivering } from "./delivering.ts";
import { eventRows } from "./event-rows.ts";
import { expectedFiles } from "./expected-files.ts";
import { fileRows } from "./file-rows.ts";
import { findThings } from "./find.ts";
import { gaps, readGaps } from "./gaps.ts";
import { highWater } from "./high-water.ts";
import { interned } from "./interned.ts";
import { largeFile } from "./large-file.ts";
import { largeReading } from "./large-reading.ts";
import { leases } from "./leases.ts";
import { lookWishes } from "./look-wishes.ts";
import { mentions } from "./mentions.ts";
import { messageRows } from "./message-rows.ts";
import { moveNumber } from "./move-number.ts";
import { outboundDecisions } from "./outbound-decisions.ts";
import { outbox, outboxVerbs } from "./outbox.ts";
import { ownEvents } from "./own-events.ts";
import { programMark } from "./program-mark.ts";
import { actionReader, readActions } from "./read-actions.ts";
import { readBuilds } from "./read-builds.ts";
import { readBytes } from "./read-bytes.ts";
import { readEvents } from "./read-events.ts";
import { fileReader, readFiles } from "./read-files.ts";
import { readHistories } from "./read-histories.ts";
import { outboundReader, readOutbound } from "./read-outbound.ts";
import { readProcesses } from "./read-processes.ts";
import { messagesInMemory, readings } from "./readings.ts";
import { recordFiles } from "./record-files.ts";
import { releaseFile } from "./release.ts";
import { remoteFiles } from "./remote-files.ts";
import { reports } from "./reports.ts";
import { restating } from "./restate.ts";
import { reviseEvents } from "./revise-events.ts";
import { revisionRows } from "./revision-rows.ts";
import { routing } from "./routing.ts";
import { savedBuilds } from "./save-builds.ts";
import { sequences } from "./sequences.ts";
import { settledLines } from "./settled-lines.ts";
import { statuses } from "./statuses.ts";
import { asStoreError, isDamage, storeError } from "./store-error.ts";
import { keptNotes } from "./stuck/kept-notes.ts";
import { stuckItems } from "./stuck/stuck-items.ts";
import { takingUp } from "./take-up.ts";
import { trace } from "./trace.ts";
import { unfinished } from "./unfinished.ts";
import { byteFaults } from "./verify/byte-faults.ts";
import { fileAsStored } from "./verify/file-as-stored.ts";
import { tableFaults } from "./verify/table-faults.ts";
import { unplacedMessages } from "./verify/unplaced-messages.ts";
import { wordTexts } from "./word-texts.ts";

/** How a store is opened. */
export interface SqliteStoreOptions {
  /** Where the bytes of large files lie: `<first two digits of the hash>/<hash>`. */
  readonly blobFolder: string;
  /** Refuses every write; never creates or upgrades the store. */
  readonly readOnly?: boolean;
  /** How long, in milliseconds, to try while another program holds the store; 10,000 by default. */
  readonly busyMs?: number;
  /** What is recorded through it is history: it is folded, and nothing is done because of it. */
  readonly history?: boolean;
  /** Throws when this program may not use the store any more; asked before each use. */
  readonly guard?: () => void;
  /** Milliseconds since 1970; the system's clock by default. */
  readonly now?: () => number;
}

/**
 * Opens the store in the file at `path`, and makes it when it is not there. Rejects with a
 * `StoreError` when that cannot be done: the folder is missing, the file cannot be written, is damaged,
 * another program's or a newer Busbar's.
 */
export async function openSqliteStore(path: string, options: SqliteStoreOptions): Promise<Store> {
  const busyMs = options.busyMs ?? 10_000;
  const readOnly = options.readOnly ?? false;
  if (!existsSync(dirname(path)) || (readOnly && !existsSync(path)))
    throw storeError("missing", path);
  const db = await patiently(path, busyMs, () => openDatabase(path, readOnly));
  try {
    const { now = Date.now, guard } = options;
    const connection = new Connection(db, { path, busyMs, now, ...(guard && { guard }) });
    return storeOver(connection, options);
  } catch (error) {
    db.close();
    // A statement that cannot be prepared means that the schema is another than the migrations made.
    throw isDamage(error) ? storeError("corrupt", path, error) : asStoreError(error, path);
  }
}

function storeOver(connection: Connection, options: SqliteStoreOptions): Store {
  const { db } = connection;
  const word = interned(connection, "words");
  const missing = gaps(connection);
  const tables = {
    contents: contents(connection),
    files: fileRows(connection, word, options.history),
    messages: messageRows(connection, word),
    sequences: sequences(connection, word, missing),
    settled: settledLines(connection),
    mentions: mentions(connection),
  };
  const events = eventRows(connection);
  const own = ownEvents(connection, word, events);
  const revisions = revisionRows(connection, events);
  const acts = actionRows(connection);
  const actionsOf = actionReader(connection);
  const leavingRows = outbox(connection);
  const programs = programMark(connection.path);
  const work = unfinished(connection, programs, tables.sequences);
  const applied = appliedReadings(connection, word, tables, keptNotes(connection));
  const inMemory = messagesInMemory(tables);
  const filesOf = fileReader(connection);
  const leaving = outboundReader(connection);
  const delivered = noteDelivered(connection, own);
  const id = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'id'").pluck().get();
  const { stuckCounts, ...stuck } = stuckItems(connection);
  if (id === undefined) throw storeError("corrupt", connection.path);
  return {
    id,
    recordFiles: recordFiles(connection, tables),
    ...largeFile(connection, tables, work),
    ...containers(connection, tables, work, applied),
    ...routing(connection, word, events, tables),
    ...builds(connection, savedBuilds(connection, word, missing)),
    ...deadlines(connection, events, own),
    ...readings(connection, tables, work, applied, inMemory),
    ...largeReading(connection, tables, work, applied),
    decideConflict: decideConflict(connection, tables, events, revisions, filesOf),
    releaseFile: releaseFile(connection, tables, filesOf),
    ...leases(connection, acts),
    ...actionTurns(connection, {
      bringForward: clockSetBack(connection, bringActionsForward),
      rows: acts,
      claim: actionQueues(connection, acts, wordTexts(connection)),
      brakes: brakesOn(connection),
      events,
      own,
      outbox: leavingRows,
    }),
    ...readActions(connection, actionsOf),
    ...decideAction(connection, word, actionsOf),
    ...outboxVerbs(connection, leavingRows),
    ...answering(connection, filesOf),
    ...statuses(connection, leavingRows),
    ...composing(connection, tables.contents, word, clockSetBack(connection, bringMessagesForward)),
    moveNumber: moveNumber(connection),
    ...delivering(connection, events, delivered, clockSetBack(connection, bringFilesForward)),
    ...readOutbound(connection, leaving),
    ...outboundDecisions(connection, leaving, events, delivered),
    ...remoteFiles(connection, word),
    ...lookWishes(connection),
    ...readFiles(connection, filesOf),
    ...readBytes(connection, options.blobFolder),
    ...commands(connection, word, events, own),
    ...takingUp(connection, word, events),
    ...restating(connection, word, events, revisions, applied, inMemory),
    ...reviseEvents(connection, events, revisions, consequencesOf(connection)),
    ...readEvents(connection),
    ...readProcesses(connection),
    ...readHistories(connection),
    ...readGaps(connection),
    ...awaitedAnswers(connection),
    ...expectedFiles(connection),
    ...readBuilds(connection),
    ...trace(connection),
    ...findThings(connection),
    ...reports(connection),
    tableFaults: tableFaults(connection),
    unplacedMessages: unplacedMessages(connection),
    fileAsStored: fileAsStored(connection),
    damage: () => connection.damage(),
    byteFaults: byteFaults(connection, options.blobFolder),
    ...backlog(connection),
    ...brakes(connection),
    ...stuck,
    counts: counts(connection, stuckCounts),
    highWater: highWater(connection),
    copyTo: copyTo(connection),
    knowsBytes: (hash) =>
      connection.read(() => tables.contents.find(Buffer.from(hash, "hex")) !== null),
    replaced: () => connection.replaced(),
    lastRecordedAt: () => connection.read(() => connection.lastRecordedAt()),
    close: async () => {
      programs.release();
      db.close();
    },
  };
}
