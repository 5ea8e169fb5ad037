import type { StoreOptions } from "../port/store-place.ts";
import {
  bringFilesForward,
  bringMessagesForward,
  clockSetBack,
} from "./database/clock-set-back.ts";
import type { Connection } from "./database/connection.ts";
import { GatheredRows } from "./database/gathered-rows.ts";
import { interned } from "./database/interned.ts";
import { programMark } from "./database/program-mark.ts";
import { consequencesOf } from "./events/consequences.ts";
import { eventRows } from "./events/event-rows.ts";
import { goesBy } from "./events/goes-by.ts";
import { ownEvents } from "./events/own-events.ts";
import { reviseEvents } from "./events/revise-events.ts";
import { revisionRows } from "./events/revision-rows.ts";
import { settledLines } from "./events/settled-lines.ts";
import { trace } from "./events/trace.ts";
import { fileRows } from "./files/add-file.ts";
import { contents } from "./files/content.ts";
import { fileReader } from "./files/file-records.ts";
import { largeFile } from "./files/large-file.ts";
import { mentions } from "./files/mentions.ts";
import { messageRows } from "./files/message-rows.ts";
import { readKeptBytes } from "./files/read-bytes.ts";
import { readFiles } from "./files/read-files.ts";
import { appliedReadings, messagesInMemory, readings } from "./files/reading/apply-reading.ts";
import { unfinished } from "./files/unfinished.ts";
import { answering } from "./outbound/answering.ts";
import { composing } from "./outbound/composing.ts";
import { noteDelivered } from "./outbound/delivered.ts";
import { delivering } from "./outbound/delivering.ts";
import { outboundDecisions } from "./outbound/outbound-decisions.ts";
import { outboundMessages } from "./outbound/outbound-messages.ts";
import { outboundReader, readOutbound } from "./outbound/read-outbound.ts";
import { builds } from "./processes/builds.ts";
import { readBuilds } from "./processes/read-builds.ts";
import { savedBuilds } from "./processes/save-builds.ts";
import { gaps } from "./sequences/gaps.ts";
import { sequences } from "./sequences/sequences.ts";
import { keptNotes } from "./stuck/kept-notes.ts";

/** What the verbs of several nouns share: rows, and readers of them, prepared once. */
export function partsOf(connection: Connection, { history, blobFolder }: StoreOptions) {
  const word = interned(connection, "strings");
  const missing = gaps(connection);
  const gathered = new GatheredRows(connection);
  const tables = {
    contents: contents(connection, gathered),
    files: fileRows(connection, word, gathered, history),
    messages: messageRows(connection, word, gathered),
    sequences: sequences(connection, word, missing),
    settled: settledLines(connection),
    mentions: mentions(connection),
  };
  const events = eventRows(connection);
  const found = goesBy(connection, events);
  const own = ownEvents(connection, word, events);
  const revisions = revisionRows(connection, events, found);
  const programs = programMark(connection);
  const filesOf = fileReader(connection);
  return {
    connection,
    blobFolder,
    word,
    missing,
    tables,
    events,
    found,
    own,
    revisions,
    programs,
    filesOf,
    work: unfinished(connection, programs, tables.sequences),
    applied: appliedReadings(connection, word, tables, keptNotes(connection)),
    inMemory: messagesInMemory(tables),
    outboundMessages: outboundMessages(connection),
  };
}

/** What the verbs of several nouns share. */
export type Parts = ReturnType<typeof partsOf>;

/** Verbs of several nouns that work on the same rows. */
export function verbsAcross(parts: Parts) {
  const { connection, tables, word, events, own, revisions, work, applied, inMemory } = parts;
  const { blobFolder, filesOf, missing } = parts;
  const outboundOf = outboundReader(connection);
  const delivered = noteDelivered(connection, own);
  const onlyLater = clockSetBack(connection, bringMessagesForward);
  return {
    largeFile: largeFile(connection, tables, work),
    readings: readings(connection, tables, work, applied, inMemory),
    readFiles: readFiles(connection, filesOf),
    bytes: readKeptBytes(connection, blobFolder),
    mending: reviseEvents(connection, events, revisions, consequencesOf(connection)),
    trace: trace(connection),
    builds: builds(connection, savedBuilds(connection, word, missing)),
    readBuilds: readBuilds(connection),
    answering: answering(connection, filesOf),
    composing: composing(connection, tables.contents, word, onlyLater),
    readOutbound: readOutbound(connection, outboundOf),
    outboundDecisions: outboundDecisions(connection, outboundOf, events, delivered),
    deliveries: delivering(
      connection,
      events,
      delivered,
      clockSetBack(connection, bringFilesForward),
    ),
  };
}

/** Verbs of several nouns that work on the same rows. */
export type VerbsAcross = ReturnType<typeof verbsAcross>;
