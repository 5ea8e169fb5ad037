import type { Store } from "../port/store.ts";
import { access } from "./access/access.ts";
import { actionQueues } from "./actions/action-queues.ts";
import { actionRows } from "./actions/action-rows.ts";
import { actionTurns } from "./actions/action-turns.ts";
import { decidingAction } from "./actions/decide-action.ts";
import { leases } from "./actions/leases.ts";
import { actionReader, readActions } from "./actions/read-actions.ts";
import { bringActionsForward, clockSetBack } from "./database/clock-set-back.ts";
import { copyTo } from "./database/copy-to.ts";
import { counts } from "./database/counts.ts";
import { highWater } from "./database/high-water.ts";
import { holds, holdsOn } from "./database/holds.ts";
import { wordTexts } from "./database/interned.ts";
import { pollRequests } from "./database/poll-requests.ts";
import { erasure } from "./erasure/erasure.ts";
import { feed } from "./events/feed.ts";
import { readEvents } from "./events/read-events.ts";
import { restating } from "./events/restate.ts";
import { routing } from "./events/routing.ts";
import { takingUp } from "./events/take-up.ts";
import { decideConflict } from "./files/conflicts.ts";
import { containers } from "./files/containers/containers.ts";
import { countFiles } from "./files/count-files.ts";
import { outsideFiles } from "./files/outside-files.ts";
import { largeReading } from "./files/reading/large-reading.ts";
import { recordFiles } from "./files/record-files.ts";
import { releasing } from "./files/release.ts";
import { remoteFiles } from "./files/remote-files.ts";
import { noticeVerbs } from "./notices/notices.ts";
import { awaitedAnswers } from "./outbound/awaited-answers.ts";
import { moveNumber } from "./outbound/move-number.ts";
import { outboundMessageVerbs } from "./outbound/outbound-messages.ts";
import { statuses } from "./outbound/statuses.ts";
import { subscriptions } from "./outbound/subscriptions.ts";
import type { Parts, VerbsAcross } from "./parts.ts";
import { backlog } from "./processes/backlog.ts";
import { commands } from "./processes/commands.ts";
import { deadlines } from "./processes/deadlines.ts";
import { findThings } from "./processes/find.ts";
import { readHistories } from "./processes/read-histories.ts";
import { readProcesses } from "./processes/read-processes.ts";
import { reports } from "./processes/reports.ts";
import { retention } from "./retention/retention.ts";
import { expectedFiles } from "./sequences/expected-files.ts";
import { readGaps } from "./sequences/gaps.ts";
import { stuckItems } from "./stuck/stuck-items.ts";
import { byteFaults } from "./verify/byte-faults.ts";
import { damagedPages } from "./verify/damaged-pages.ts";
import { fileAsStored } from "./verify/file-as-stored.ts";
import { tableFaults } from "./verify/table-faults.ts";
import { unplacedMessages } from "./verify/unplaced-messages.ts";

type Nouns<K extends keyof Store> = Pick<Store, K>;

/** Files, what is in them, and what is read from them. */
export function fileNouns(
  parts: Parts,
  across: VerbsAcross,
): Nouns<"files" | "largeFiles" | "containers" | "readings" | "remoteFiles" | "messages"> {
  const { connection, tables, events, revisions, work, applied, filesOf, word } = parts;
  return {
    files: {
      record: recordFiles(connection, tables),
      decide: decideConflict(connection, tables, events, revisions, filesOf),
      release: releasing(connection, tables, filesOf),
      knowsBytes: (hash) => connection.read(() => tables.contents.knows(Buffer.from(hash, "hex"))),
      ...across.readFiles.files,
      ...across.bytes.files,
      ...across.largeFile.files,
    },
    largeFiles: across.largeFile.largeFiles,
    containers: containers(connection, tables, work, applied),
    readings: {
      ...across.readings.readings,
      ...largeReading(connection, tables, work, applied),
    },
    remoteFiles: remoteFiles(connection, word),
    messages: { ...across.readFiles.messages, ...across.mending.messages },
  };
}

/** Events: recording them, reading them, and correcting them. */
export function eventNouns(
  parts: Parts,
  across: VerbsAcross,
): Nouns<"routes" | "events" | "revisions" | "feed" | "restatements"> {
  const { connection, tables, events, found, revisions, applied, inMemory, word } = parts;
  return {
    routes: {
      ...routing(connection, word, events, found, tables),
      ...takingUp(connection, word, events, found),
      ...backlog(connection),
      ...across.readings.routes,
    },
    events: { ...readEvents(connection), ...across.mending.events, ...across.trace.events },
    revisions: across.mending.revisions,
    feed: feed(connection),
    restatements: restating({ connection, word, events, found, revisions }, applied, inMemory),
  };
}

/** Processes, and what is built, due and asked for on them. */
export function processNouns(
  parts: Parts,
  across: VerbsAcross,
): Nouns<"processes" | "builds" | "deadlines" | "commands"> {
  const { connection, events, found, own, word } = parts;
  return {
    processes: {
      ...readProcesses(connection),
      ...readHistories(connection),
      ...across.builds.processes,
      ...across.readBuilds.processes,
    },
    builds: { ...across.builds.builds, ...across.readBuilds.builds },
    deadlines: { ...deadlines(connection, events, own), ...across.trace.deadlines },
    commands: { ...commands(connection, word, events, found, own), ...across.trace.commands },
  };
}

/** Actions and who runs them. */
export function actionNouns(parts: Parts, across: VerbsAcross): Nouns<"actions" | "leases"> {
  const { connection, events, own, word } = parts;
  const rows = actionRows(connection);
  const actionsOf = actionReader(connection);
  return {
    actions: {
      ...actionTurns(connection, {
        bringForward: clockSetBack(connection, bringActionsForward),
        rows,
        claim: actionQueues(connection, rows, wordTexts(connection)),
        holds: holdsOn(connection),
        events,
        own,
        outboundMessages: parts.outboundMessages,
      }),
      ...readActions(connection, actionsOf),
      ...decidingAction(connection, word, actionsOf),
      ...across.readBuilds.actions,
      ...across.mending.actions,
    },
    leases: leases(connection, rows),
  };
}

/** What is sent, and what answers it is. */
export function outboundNouns(
  parts: Parts,
  across: VerbsAcross,
): Nouns<
  | "queues"
  | "outboundMessages"
  | "numbers"
  | "outbound"
  | "deliveries"
  | "subscriptions"
  | "answers"
  | "statuses"
> {
  const { connection, outboundMessages } = parts;
  const { composing, readOutbound, outboundDecisions, answering, trace } = across;
  return {
    queues: composing.queues,
    outboundMessages: {
      ...outboundMessageVerbs(connection, outboundMessages),
      ...composing.outboundMessages,
      ...readOutbound.outboundMessages,
      ...outboundDecisions.outboundMessages,
      ...answering.outboundMessages,
    },
    numbers: { ...composing.numbers, move: moveNumber(connection) },
    outbound: {
      ...composing.outbound,
      ...readOutbound.outbound,
      ...outboundDecisions.outbound,
      ...across.bytes.outbound,
      ...trace.outbound,
    },
    deliveries: across.deliveries,
    subscriptions: subscriptions(connection, parts.word),
    answers: { ...answering.answers, ...trace.answers },
    statuses: statuses(connection, outboundMessages),
  };
}

/** What is expected, what needs people, and the store as a whole. */
export function overallNouns(
  parts: Parts,
): Nouns<
  | "awaited"
  | "expected"
  | "gaps"
  | "holds"
  | "notices"
  | "polls"
  | "access"
  | "search"
  | "stuck"
  | "reports"
  | "verify"
  | "health"
  | "backups"
  | "retention"
  | "erasures"
  | "workLeases"
> {
  const { connection, blobFolder } = parts;
  const { begin, end, made } = parts.backups;
  const { stuckCounts, ...stuck } = stuckItems(connection);
  return {
    awaited: awaitedAnswers(connection),
    expected: expectedFiles(connection),
    gaps: readGaps(connection),
    holds: holds(connection),
    notices: noticeVerbs(connection),
    workLeases: null,
    polls: pollRequests(connection),
    access: access(connection),
    search: findThings(connection),
    stuck,
    reports: {
      ...reports(connection),
      ...countFiles(connection),
      counts: counts(connection, stuckCounts),
    },
    verify: {
      tables: tableFaults(connection),
      unplacedMessages: unplacedMessages(connection),
      fileAsStored: fileAsStored(connection),
      bytes: byteFaults(connection, blobFolder),
    },
    health: {
      damage: () => connection.damage(),
      highWater: highWater(connection),
      replaced: () => connection.replaced(),
      lastRecordedAt: () => connection.read(() => connection.lastRecordedAt()),
      damagedPages: damagedPages(connection),
      hearsOthers: async () => true,
    },
    backups: { begin, end, made, copyTo: copyTo(connection), outside: outsideFiles(connection) },
    retention: retention(connection, blobFolder, stuck, parts.backups),
    erasures: erasure(connection, blobFolder, parts.backups),
  };
}
