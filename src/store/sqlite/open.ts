import { existsSync } from "node:fs";
import { dirname } from "node:path";
import type { Store } from "../port/store.ts";
import { actionQueues } from "./actions/action-queues.ts";
import { actionRows } from "./actions/action-rows.ts";
import { actionTurns } from "./actions/action-turns.ts";
import { decideAction } from "./actions/decide-action.ts";
import { leases } from "./actions/leases.ts";
import { actionReader, readActions } from "./actions/read-actions.ts";
import { brakes, brakesOn } from "./database/brakes.ts";
import {
  bringActionsForward,
  bringFilesForward,
  bringMessagesForward,
  clockSetBack,
} from "./database/clock-set-back.ts";
import { Connection, patiently } from "./database/connection.ts";
import { copyTo } from "./database/copy-to.ts";
import { counts } from "./database/counts.ts";
import { openDatabase } from "./database/database.ts";
import { highWater } from "./database/high-water.ts";
import { interned } from "./database/interned.ts";
import { lookWishes } from "./database/look-wishes.ts";
import { programMark } from "./database/program-mark.ts";
import { asStoreError, isDamage, storeError } from "./database/store-error.ts";
import { wordTexts } from "./database/word-texts.ts";
import { consequencesOf } from "./events/consequences.ts";
import { eventRows } from "./events/event-rows.ts";
import { ownEvents } from "./events/own-events.ts";
import { readEvents } from "./events/read-events.ts";
import { restating } from "./events/restate.ts";
import { reviseEvents } from "./events/revise-events.ts";
import { revisionRows } from "./events/revision-rows.ts";
import { routing } from "./events/routing.ts";
import { settledLines } from "./events/settled-lines.ts";
import { takingUp } from "./events/take-up.ts";
import { trace } from "./events/trace.ts";
import { appliedReadings } from "./files/apply-reading.ts";
import { decideConflict } from "./files/conflicts.ts";
import { containers } from "./files/containers.ts";
import { contents } from "./files/content.ts";
import { fileRows } from "./files/file-rows.ts";
import { largeFile } from "./files/large-file.ts";
import { largeReading } from "./files/large-reading.ts";
import { mentions } from "./files/mentions.ts";
import { messageRows } from "./files/message-rows.ts";
import { readBytes } from "./files/read-bytes.ts";
import { fileReader, readFiles } from "./files/read-files.ts";
import { messagesInMemory, readings } from "./files/readings.ts";
import { recordFiles } from "./files/record-files.ts";
import { releaseFile } from "./files/release.ts";
import { remoteFiles } from "./files/remote-files.ts";
import { unfinished } from "./files/unfinished.ts";
import { answering } from "./outbound/answering.ts";
import { awaitedAnswers } from "./outbound/awaited-answers.ts";
import { composing } from "./outbound/composing.ts";
import { noteDelivered } from "./outbound/delivered.ts";
import { delivering } from "./outbound/delivering.ts";
import { moveNumber } from "./outbound/move-number.ts";
import { outboundDecisions } from "./outbound/outbound-decisions.ts";
import { outbox, outboxVerbs } from "./outbound/outbox.ts";
import { outboundReader, readOutbound } from "./outbound/read-outbound.ts";
import { statuses } from "./outbound/statuses.ts";
import { backlog } from "./processes/backlog.ts";
import { builds } from "./processes/builds.ts";
import { commands } from "./processes/commands.ts";
import { deadlines } from "./processes/deadlines.ts";
import { findThings } from "./processes/find.ts";
import { readBuilds } from "./processes/read-builds.ts";
import { readHistories } from "./processes/read-histories.ts";
import { readProcesses } from "./processes/read-processes.ts";
import { reports } from "./processes/reports.ts";
import { savedBuilds } from "./processes/save-builds.ts";
import { expectedFiles } from "./sequences/expected-files.ts";
import { gaps, readGaps } from "./sequences/gaps.ts";
import { sequences } from "./sequences/sequences.ts";
import { keptNotes } from "./stuck/kept-notes.ts";
import { stuckItems } from "./stuck/stuck-items.ts";
import { byteFaults } from "./verify/byte-faults.ts";
import { fileAsStored } from "./verify/file-as-stored.ts";
import { tableFaults } from "./verify/table-faults.ts";
import { unplacedMessages } from "./verify/unplaced-messages.ts";

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
