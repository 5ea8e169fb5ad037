import { afterAll, describe, expect, it } from "vitest";
import * as queues from "../../../src/store/sqlite/actions/action-queues.ts";
import { selectNextParked } from "../../../src/store/sqlite/actions/action-rows.ts";
import { selectClaimed, selectSince } from "../../../src/store/sqlite/actions/action-turns.ts";
import * as decisions from "../../../src/store/sqlite/actions/decide-action.ts";
import * as leases from "../../../src/store/sqlite/actions/leases.ts";
import * as actions from "../../../src/store/sqlite/actions/read-actions.ts";
import { countUpTo } from "../../../src/store/sqlite/database/count-up-to.ts";
import { countStatements } from "../../../src/store/sqlite/database/counts.ts";
import { openDatabase } from "../../../src/store/sqlite/database/database.ts";
import { selectHold } from "../../../src/store/sqlite/database/holds.ts";
import { selectEnvelopeKey } from "../../../src/store/sqlite/database/interned.ts";
import * as consequences from "../../../src/store/sqlite/events/consequences.ts";
import {
  selectEnvelopes,
  selectSaid,
} from "../../../src/store/sqlite/events/event-circumstances.ts";
import * as eventRows from "../../../src/store/sqlite/events/event-rows.ts";
import * as goesBy from "../../../src/store/sqlite/events/goes-by.ts";
import { selectOriginByIdentity } from "../../../src/store/sqlite/events/own-events.ts";
import {
  selectEvents,
  selectEventsOf,
  selectSeqs,
} from "../../../src/store/sqlite/events/read-events.ts";
import * as restate from "../../../src/store/sqlite/events/restate.ts";
import * as reviseEvents from "../../../src/store/sqlite/events/revise-events.ts";
import * as revisionRows from "../../../src/store/sqlite/events/revision-rows.ts";
import * as routing from "../../../src/store/sqlite/events/routing.ts";
import * as settled from "../../../src/store/sqlite/events/settled-lines.ts";
import * as takeUp from "../../../src/store/sqlite/events/take-up.ts";
import * as trace from "../../../src/store/sqlite/events/trace.ts";
import * as waitingBatches from "../../../src/store/sqlite/events/waiting-batches.ts";
import * as files from "../../../src/store/sqlite/files/add-file.ts";
import { selectLastDecision } from "../../../src/store/sqlite/files/conflicts.ts";
import { selectInside } from "../../../src/store/sqlite/files/containers/inside.ts";
import {
  selectContent,
  selectIsDropped,
  selectIsErased,
} from "../../../src/store/sqlite/files/content.ts";
import { selectFileCounts } from "../../../src/store/sqlite/files/count-files.ts";
import * as fileRecords from "../../../src/store/sqlite/files/file-records.ts";
import { insertWaitingMentions } from "../../../src/store/sqlite/files/mentions.ts";
import {
  deleteMessageAt,
  deleteMessages,
  reviseMessage,
  selectFirstLine,
  selectNewestNumber,
} from "../../../src/store/sqlite/files/message-rows.ts";
import { selectBytes } from "../../../src/store/sqlite/files/read-bytes.ts";
import * as reading from "../../../src/store/sqlite/files/read-files.ts";
import { deleteWaitingOf } from "../../../src/store/sqlite/files/reading/file-messages.ts";
import * as largeReading from "../../../src/store/sqlite/files/reading/large-reading.ts";
import { selectFirstWithoutEvent } from "../../../src/store/sqlite/files/reading/mend-standing.ts";
import { selectEventsAt } from "../../../src/store/sqlite/files/reading/unmended-problems.ts";
import { selectKnownRemote } from "../../../src/store/sqlite/files/remote-files.ts";
import * as sameFiles from "../../../src/store/sqlite/files/same-file.ts";
import { deleteStaged } from "../../../src/store/sqlite/files/unfinished.ts";
import * as wantedFiles from "../../../src/store/sqlite/files/wanted-files.ts";
import * as answering from "../../../src/store/sqlite/outbound/answering.ts";
import * as answers from "../../../src/store/sqlite/outbound/awaited-answers.ts";
import { selectKeysOfOutbound } from "../../../src/store/sqlite/outbound/composing.ts";
import * as outboundMessages from "../../../src/store/sqlite/outbound/outbound-messages.ts";
import { selectBacklog } from "../../../src/store/sqlite/processes/backlog.ts";
import * as builds from "../../../src/store/sqlite/processes/builds.ts";
import * as commands from "../../../src/store/sqlite/processes/commands.ts";
import * as deadlines from "../../../src/store/sqlite/processes/deadlines.ts";
import * as find from "../../../src/store/sqlite/processes/find.ts";
import * as readBuilds from "../../../src/store/sqlite/processes/read-builds.ts";
import {
  selectAfter,
  selectChains,
  selectNamed,
  selectNames,
} from "../../../src/store/sqlite/processes/read-histories.ts";
import * as processes from "../../../src/store/sqlite/processes/read-processes.ts";
import * as reports from "../../../src/store/sqlite/processes/reports.ts";
import * as saveBuilds from "../../../src/store/sqlite/processes/save-builds.ts";
import * as settleDeadlines from "../../../src/store/sqlite/processes/settle-deadlines.ts";
import * as settleSuperseded from "../../../src/store/sqlite/processes/settle-superseded.ts";
import { selectKept, selectOfHash } from "../../../src/store/sqlite/retention/kept.ts";
import { selectRetiredBlobs } from "../../../src/store/sqlite/retention/sweep.ts";
import * as expectedFiles from "../../../src/store/sqlite/sequences/expected-files.ts";
import * as gaps from "../../../src/store/sqlite/sequences/gaps.ts";
import * as counted from "../../../src/store/sqlite/sequences/sequence-counts.ts";
import * as sequences from "../../../src/store/sqlite/sequences/sequences.ts";
import {
  copyNotes,
  selectHolder,
  selectSpokenOf,
} from "../../../src/store/sqlite/stuck/kept-notes.ts";
import { selectDismissed, selectNotesOfItems } from "../../../src/store/sqlite/stuck/notes.ts";
import { countStuck, stuckSources } from "../../../src/store/sqlite/stuck/stuck-items.ts";
import { StoreFolder } from "./store-folder.ts";

const folder = new StoreFolder();
const db = openDatabase(folder.file, false);
afterAll(() => {
  db.close();
  folder[Symbol.dispose]();
});

/** The steps of the plan, as SQLite words them. */
function plan(sql: string): string[] {
  const rows = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
  const places = sql.match(/\?/g) ?? [];
  const names = [...sql.matchAll(/@(\w+)/g)].map((match) => [match[1], null]);
  return rows
    .all(...places.map(() => null), ...(names.length > 0 ? [Object.fromEntries(names)] : []))
    .map(({ detail }) => detail);
}

const found: Record<string, string> = {
  selectContent,
  selectIsDropped,
  selectIsErased,
  selectKept,
  selectOfHash,
  selectRetiredBlobs,
  selectInside,
  selectEnvelopeKey,
  selectByArrival: files.selectByArrival,
  selectSameBytes: sameFiles.selectSameBytes,
  selectSameFile: sameFiles.selectSameFile,
  selectSameHash: sameFiles.selectSameHash,
  selectHoldsStates: sameFiles.selectHoldsStates,
  selectSameIdentity: sameFiles.selectSameIdentity,
  selectFirstLine,
  deleteMessages,
  reviseMessage,
  deleteMessageAt,
  selectMarks: routing.selectMarks,
  selectNewestRouted: routing.selectNewestRouted,
  selectRoutable: routing.selectRoutable,
  selectProcess: eventRows.selectProcess,
  selectHasEvent: eventRows.selectHasEvent,
  selectWaiting: eventRows.selectWaiting,
  selectAwaitedByFile: eventRows.selectAwaitedByFile,
  selectWhoGoesBy: goesBy.selectWhoGoesBy,
  selectWhoGoesByFile: goesBy.selectWhoGoesByFile,
  selectSought: goesBy.selectSought,
  selectHasEventOn: goesBy.selectHasEventOn,
  selectByIdentity: selectOriginByIdentity,
  selectFreshEvents: builds.selectFreshEvents,
  selectFreshHeads: builds.selectFreshHeads,
  selectCachedBuilds: builds.selectCachedBuilds,
  selectHistory: builds.selectHistory,
  selectRevisedSince: saveBuilds.selectRevisedSince,
  selectPending: settleDeadlines.selectPending,
  selectGapAround: gaps.selectGapAround,
  insertSettled: settled.insertSettled,
  selectIsPast: settled.selectIsPast,
  selectReadAgain: answering.selectReadAgain,
  selectDecided: answering.selectDecided,
  selectOfFamily: answering.selectOfFamily,
  selectSentAs: answering.selectSentAs,
  selectGapsBefore: gaps.selectGapsBefore,
  selectAnswer: answers.selectAnswer,
  selectExpectedFile: expectedFiles.selectExpectedFile,
  selectNumberOfEvent: gaps.selectNumberOfEvent,
  releaseWaits: gaps.releaseWaits,
  cancelSuperseded: settleSuperseded.cancelSuperseded,
  selectDue: deadlines.selectDueDeadlines,
  selectNextDue: deadlines.selectNextDue,
  selectMayFire: deadlines.selectMayFire,
  ...revisionRows.voidingOne,
  ...Object.fromEntries(
    Object.entries(revisionRows.unvoidingOne).map(([n, sql]) => [`${n} back`, sql]),
  ),
  ...Object.fromEntries(
    Object.entries(revisionRows.unvoidingFile).map(([n, sql]) => [`${n} of a file back`, sql]),
  ),
  selectProcessesOfFile: revisionRows.selectProcessesOfFile,
  selectLastDecision,
  amendOne: revisionRows.amendingOne.revise,
  selectCommand: commands.selectCommand,
  selectNewestRevision: commands.selectNewestRevision,
  selectStandingMessages: restate.selectStandingMessages,
  selectStandingEvents: restate.selectStandingEvents,
  selectSaidSince: restate.selectSaidSince,
  selectEventThere: restate.selectEventThere,
  readMessageAnew: restate.readMessageAnew,
  insertMentionOf: restate.insertMentionOf,
  selectEventsAt,
  selectNextMessages: takeUp.selectNextMessages,
  selectPast: takeUp.selectPast,
  selectAnyCounts: eventRows.selectAnyCounts,
  selectProcessOf: revisionRows.selectProcessOf,
  rememberSuperseded: settleSuperseded.rememberSuperseded,
  selectAnyCancelled: settleSuperseded.selectAnyCancelled,
  restoreCounting: settleSuperseded.restoreCounting,
  forgetRestored: settleSuperseded.forgetRestored,
  selectUnjudged: builds.selectUnjudged,
  forgetUnjudged: saveBuilds.forgetUnjudged,
  selectConsequences: consequences.selectConsequences,
  selectFollowUps: consequences.selectFollowUps,
  selectSentBy: consequences.selectSentByAction,
  selectActed: consequences.selectActed,
  selectJudged: consequences.selectJudged,
  selectRevisions: reviseEvents.selectRevisions,
  selectElsewhere: reviseEvents.selectElsewhere,
  selectMessage: reading.selectMessage,
  selectFiles: fileRecords.selectFiles,
  selectMessages: reading.selectMessages,
  selectMessageProblems: fileRecords.selectMessageProblems,
  selectArrival: reading.selectArrival,
  selectBytes,
  selectKnownRemote,
  selectEvents,
  selectEventsOf,
  seqsOfFile: selectSeqs.ofFile,
  seqsOfKey: selectSeqs.ofKey,
  seqs: selectSeqs.all,
  newestSeqs: selectSeqs.newest,
  selectSummaries: processes.selectSummaries,
  selectProcessesByKey: processes.selectProcessesByKey,
  selectProcessesWith: processes.selectProcessesWith,
  selectFirstNewLine: largeReading.selectFirstNewLine,
  insertStaged: largeReading.insertStaged,
  deleteNotStaged: largeReading.deleteNotStaged,
  reviseFromStaged: largeReading.reviseFromStaged,
  deleteStaged,
  selectFirstWithoutEvent,
  deleteWaitingOf,
  selectDismissed,
  selectSpokenOf,
  selectHolder,
  copyNotes,
  selectNewestNumber,
  selectChains,
  selectNamed,
  selectEventsOfMessage: trace.selectEventsOfMessage,
  selectEventsByIdentity: trace.selectEventsByIdentity,
  selectSentUnder: trace.selectSentUnder,
  selectDeadlinesOf: trace.selectDeadlinesOf,
  insertWaitingMentions,
  selectProcessesFound: find.selectProcessesFound,
  selectProcessesGoingBy: find.selectProcessesGoingBy,
  selectMentions: find.selectMentions,
  selectCommandsFound: find.selectCommandsFound,
  selectFilesNamed: find.selectFilesNamed,
  selectFilesIdentified: find.selectFilesIdentified,
  selectFilesCalled: find.selectFilesCalled,
  selectOutboundNamed: find.selectOutboundNamed,
  selectOutboundIdentified: find.selectOutboundIdentified,
  selectOutboundOfKey: find.selectOutboundOfKey,
  selectOutboundMentions: find.selectOutboundMentions,
  selectKeysOfOutbound,
  countWaitingOfKey: find.countWaitingOfKey,
  selectStoredBuilds: readBuilds.selectStoredBuilds,
  selectLedgerRows: readBuilds.selectLedgerRows,
  selectRevisionsOf: readBuilds.selectRevisionsOf,
  selectNames,
  selectAfter,
  selectSent: selectEnvelopes,
  ...selectSaid,
  selectNotesOfItems,
  ...Object.fromEntries(stuckSources.all.map(({ kind, rows }) => [`stuck ${kind}`, rows])),
  selectHighest: counted.selectHighest,
  selectLowest: counted.selectLowest,
  selectLastSent: counted.selectLastSent,
  selectSeries: counted.selectSeries,
  selectSameNumber: sequences.selectSameNumber,
  selectDecisions: fileRecords.selectDecisions,
  selectQueue: outboundMessages.selectQueue,
  selectOutboundMessageIdentity: outboundMessages.selectOutboundMessageByIdentity,
  selectHold,
  selectNextName: queues.selectNextName,
  selectNextType: queues.selectNextType,
  selectDueActions: queues.selectDueActions,
  selectNextDueAt: queues.selectNextDueAt,
  selectNextParked,
  selectClaimed,
  selectSince,
  selectNextWithParked: leases.selectNextWithParked,
  selectFailedOfName: decisions.selectFailedOfName,
  selectActions: actions.selectActions,
  stuckActionIds: actions.selectActionIds.stuck,
  actionIdsOfKey: actions.selectActionIds.ofKey,
  selectEventEffects: actions.selectEventEffects,
  selectOutboundMessageEffects: actions.selectOutboundMessageEffects,
  ...Object.fromEntries(
    Object.entries(revisionRows.voidingFile).map(([n, sql]) => [`${n} of a file`, sql]),
  ),
};

describe("hot statements", () => {
  it.each(Object.keys(found))("find their rows by an index: %s", (name) => {
    const steps = plan(found[name] ?? "");
    expect(steps.length).toBeGreaterThan(0);
    // `c` is the chain of a process's events, `json_each` the keys of a page, `gone` what is counted, `i`
    // what lies in a container; there are few envelope keys.
    const isWhole = /^SCAN (?!c$|k |json_each|gone$|i$|envelope_keys$|CONSTANT ROW)/;
    expect(steps.filter((step) => isWhole.test(step))).toEqual([]);
    // An index made for one statement is made of all that the other side of its join has.
    expect(steps.filter((step) => step.includes("AUTOMATIC"))).toEqual([]);
  });

  it("take what waits for routing from the head of the queue, without sorting the rest", () => {
    for (const sql of [waitingBatches.selectUnrouted, waitingBatches.selectUnroutedOfLong]) {
      const steps = plan(sql);
      expect(steps[0]).toBe("SCAN u");
      expect(steps.filter((step) => /SCAN (?!u$|json_each)|TEMP B-TREE/.test(step))).toEqual([]);
    }
  });

  it("find what is stuck in the order of its numbers, without sorting", () => {
    for (const { keys } of stuckSources.all)
      expect(
        plan(keys).filter((step) => /^SCAN (?!unmatched$|failures$)|TEMP B-TREE/.test(step)),
      ).toEqual([]);
  });

  it("group what is stuck from what is stuck alone, whatever else there is", () => {
    const wide =
      /^SCAN (files|f|messages|m|events|e|actions|a|outbound|o|outbound_messages|x|builds|b|commands|c|deadlines|d)\b(?! USING (COVERING )?INDEX)/;
    for (const { kind, groups } of stuckSources.all)
      expect([kind, plan(groups).filter((step) => wide.test(step))]).toEqual([kind, []]);
  });

  it("claim actions from the head of each queue, however many wait behind it", () => {
    const heads = {
      [queues.selectNextName]: "(process_type=? AND name>?)",
      [queues.selectNextType]: "(process_type>?)",
      [queues.selectDueActions]: "(process_type=? AND name=? AND",
      [queues.selectNextDueAt]: "(process_type=? AND name=? AND due_at>?)",
    };
    for (const [sql, range] of Object.entries(heads)) {
      const steps = plan(sql);
      expect(steps[0]).toMatch(/^SEARCH .* INDEX actions_due /);
      expect(steps[0]).toContain(range);
      expect(steps.filter((step) => step.includes("TEMP B-TREE"))).toEqual([]);
    }
    expect(plan(leases.selectUnderLease)[0]).toContain("INDEX actions_running");
    expect(plan(queues.selectDueActions).join()).toContain("INDEX actions_running (process=?)");
    expect(plan(selectNextParked)[0]).toContain("INDEX actions_parked (process=? AND name>?)");
  });

  it("count refused files from an index that has their identities", () => {
    const steps = plan(
      countUpTo(stuckSources.all.find(({ kind }) => kind === "rejected")?.among ?? ""),
    );
    expect(steps.join("\n")).toMatch(/^(SCAN|SEARCH) f USING COVERING INDEX files_refused/m);
  });

  it("find a file that came before by its bytes, not by a name that comes each day", () => {
    expect(plan(sameFiles.selectSameFile)[0]).toContain("INDEX files_standing_by_content");
  });

  it("find things by what they are called from an index of just that, newest first without sorting", () => {
    const indexes = {
      [find.selectProcessesFound]: "INDEX sqlite_autoindex_processes_1 (key>? AND key<?)",
      [find.selectProcessesGoingBy]: "INDEX goes_by_value (<expr>>? AND <expr><?)",
      [find.selectMentions]: "INDEX mentions_by_key (key>? AND key<?)",
      [find.selectCommandsFound]: "INDEX commands_by_process (process_key>? AND process_key<?)",
      [find.selectFilesNamed]: "INDEX files_by_name (<expr>>? AND <expr><?)",
      [find.selectFilesIdentified]: "INDEX files_by_identifier (file_identifier>?",
      [find.selectFilesCalled]: "PRIMARY KEY (identifier>? AND identifier<?)",
      [find.selectOutboundNamed]: "INDEX outbound_by_name (name>? AND name<?)",
      [find.selectOutboundIdentified]: "INDEX outbound_by_identifier (file_identifier>?",
      [find.selectOutboundMentions]: "INDEX outbound_mentions_by_key (key>? AND key<?)",
      [find.selectOutboundOfKey]: "INDEX outbound_messages_by_process (process=?)",
    };
    for (const [sql, range] of Object.entries(indexes)) {
      const steps = plan(sql);
      expect(steps.join("\n")).toContain(range);
      const sorts = steps.filter((step) => step.includes("TEMP B-TREE"));
      if (sql !== find.selectOutboundOfKey) expect(sorts).toEqual([]);
    }
    const queue = plan(find.selectUnroutedMentions);
    expect(queue[0]).toBe("SCAN u");
    expect(queue.slice(1).filter((step) => /^SCAN/.test(step))).toEqual([]);
  });

  it("list files of a code by what was found, and those of some days by a range of numbers", () => {
    for (const select of [reading.selectFileIds, reading.selectNewestFileIds]) {
      const coded = plan(select("coded")).join("\n");
      expect(coded).toContain("found_codes USING PRIMARY KEY (code=?)");
      for (const which of ["all", "coded", "any", "awaitingRelease", "ofState"] as const)
        expect(plan(select(which)).filter((step) => /^SCAN files|TEMP B-TREE/.test(step))).toEqual(
          [],
        );
      expect(plan(select("awaitingRelease"))[0]).toContain(
        "INDEX files_awaiting_release (awaiting_release=?",
      );
      expect(plan(select("ofState"))[0]).toContain("INDEX files_by_state (state=?");
    }
    expect(plan(reading.selectFileIds("all"))[0]).toBe(
      "SEARCH files USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)",
    );
    const counted = plan(selectFileCounts("all")).join("\n");
    expect(counted).toContain("SEARCH files USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)");
    expect(counted).toContain("SEARCH m USING INDEX messages_with_problems (file=?)");
    expect(plan(wantedFiles.selectFileRecordedAt)[0]).toMatch(
      /^SEARCH files USING INTEGER PRIMARY KEY/,
    );
  });

  it("report on processes from an index alone, and on events by one reading of their table", () => {
    expect(plan(reports.selectProcessCounts)[1]).toMatch(/SCAN builds USING COVERING INDEX/);
    for (const sql of [
      reports.selectEventCounts,
      reports.selectEventCountsBySender,
      reports.selectSpans,
    ])
      expect(
        plan(sql).some((step) => /SEARCH e USING INTEGER PRIMARY KEY \(rowid>\?\)/.test(step)),
      ).toBe(true);
  });

  it("count by narrow indexes, never by the rows of files, messages or events", () => {
    const wide = /^SCAN (files|messages|events|actions|f|m|e)\b(?! USING (COVERING )?INDEX)/;
    const counts = [countStatements, actions.countActionStates].flatMap(Object.values<string>);
    for (const sql of [...counts, countStuck, selectBacklog])
      expect(plan(sql).filter((step) => wide.test(step))).toEqual([]);
  });
});
