import type { z } from "zod";
import { auditEntryView, credentialView, madeCredentialView, personView } from "./access-view.ts";
import { actionDetailView, actionView, retriedActionsView } from "./action-view.ts";
import { channelCheckView, channelDetailView, channelView, hostKeyView } from "./channel-view.ts";
import { commandDefinitionView, commandView, refusedCommandView } from "./command-view.ts";
import { checkedThingView } from "./daemon/doctor-view.ts";
import { erasedView, erasureView } from "./daemon/erasure-view.ts";
import { keptBytesView, retainedView, retentionView } from "./daemon/retention-view.ts";
import { serviceView } from "./daemon/service-view.ts";
import { faultView } from "./daemon/verify-view.ts";
import { changedEventView, eventDetailView, listedEventView } from "./event-view.ts";
import { awaitedAnswerView, expectedFileView } from "./expected-view.ts";
import { fileDifferenceView } from "./file-difference-view.ts";
import {
  fileDetailView,
  fileView,
  messageView,
  releasedView,
  reprocessedView,
  takenInView,
  unknownFileView,
} from "./file-view.ts";
import { checkedFileView, listedFlowView, problemCodeView, responseCodeView } from "./flow-view.ts";
import { holdView } from "./hold-view.ts";
import { findingView, lineageView, notTakenView } from "./lineage-view.ts";
import {
  noticeDetailView,
  noticeView,
  previewedNoticeView,
  snoozeView,
  toldContactView,
} from "./notice-view.ts";
import {
  decidedMessageView,
  listedOutboundView,
  movedSeriesView,
  outboundDetailView,
  outboundView,
  waitingMessageView,
} from "./outbound-view.ts";
import { nextPageView } from "./parts.ts";
import { processAtView, processSummaryView, processView } from "./process-view.ts";
import { replayView } from "./replay-view.ts";
import {
  durationReportView,
  eventReportView,
  fileReportView,
  processReportView,
} from "./report-view.ts";
import { restateView, takenUpView } from "./restate-view.ts";
import { complaintView, simulationView } from "./simulation-view.ts";
import { statusView } from "./status-view.ts";
import { besideStuckView, stuckCauseView, stuckItemView } from "./stuck-view.ts";

/**
 * Every JSON shape that programs get, by its name: the objects that commands print with `--json`. They
 * are published as `docs/json-output.schema.json`; what is in one may be relied on.
 */
export const views = {
  action: actionView,
  "action-detail": actionDetailView,
  "audit-entry": auditEntryView,
  "awaited-answer": awaitedAnswerView,
  "beside-stuck": besideStuckView,
  "changed-event": changedEventView,
  channel: channelView,
  "channel-check": channelCheckView,
  "channel-detail": channelDetailView,
  "checked-file": checkedFileView,
  "checked-thing": checkedThingView,
  command: commandView,
  "command-definition": commandDefinitionView,
  complaint: complaintView,
  credential: credentialView,
  "decided-message": decidedMessageView,
  "duration-report": durationReportView,
  erased: erasedView,
  erasure: erasureView,
  "event-detail": eventDetailView,
  "event-report": eventReportView,
  "expected-file": expectedFileView,
  fault: faultView,
  file: fileView,
  "file-difference": fileDifferenceView,
  "file-report": fileReportView,
  "file-detail": fileDetailView,
  finding: findingView,
  hold: holdView,
  "kept-bytes": keptBytesView,
  "host-key": hostKeyView,
  lineage: lineageView,
  "listed-event": listedEventView,
  "listed-flow": listedFlowView,
  "listed-outbound": listedOutboundView,
  message: messageView,
  "made-credential": madeCredentialView,
  "moved-series": movedSeriesView,
  "not-taken": notTakenView,
  "next-page": nextPageView,
  notice: noticeView,
  "notice-detail": noticeDetailView,
  outbound: outboundView,
  "outbound-detail": outboundDetailView,
  person: personView,
  "previewed-notice": previewedNoticeView,
  "problem-code": problemCodeView,
  process: processView,
  "process-at": processAtView,
  "process-report": processReportView,
  "process-summary": processSummaryView,
  "refused-command": refusedCommandView,
  released: releasedView,
  replay: replayView,
  reprocessed: reprocessedView,
  "response-code": responseCodeView,
  restate: restateView,
  "retried-actions": retriedActionsView,
  retained: retainedView,
  retention: retentionView,
  service: serviceView,
  simulation: simulationView,
  snooze: snoozeView,
  status: statusView,
  "stuck-cause": stuckCauseView,
  "stuck-item": stuckItemView,
  "taken-in": takenInView,
  "taken-up": takenUpView,
  "told-contact": toldContactView,
  "unknown-file": unknownFileView,
  "waiting-message": waitingMessageView,
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** The name of a view. */
export type ViewName = keyof typeof views;

/**
 * Which objects a command prints with `--json`, one a line. Not here: `flow show`, whose object is the
 * flow's definition, and `flow read`, whose objects are the messages of a file.
 */
export const viewsOfCommands: Readonly<Record<string, readonly ViewName[]>> = {
  "action cancel": ["action"],
  "action force": ["action"],
  "action list": ["action", "next-page"],
  "action release": ["action"],
  "action retry": ["action", "retried-actions"],
  "action show": ["action-detail"],
  "action skip": ["action"],
  "action undo": ["action"],
  audit: ["audit-entry", "next-page"],
  "channel check": ["channel-check"],
  "channel list": ["channel"],
  "channel hold": ["hold"],
  "channel poll": ["channel"],
  "channel release": ["hold"],
  "channel show": ["channel-detail"],
  "channel trust": ["host-key"],
  "command list": ["command-definition"],
  "command retry": ["command"],
  "command run": ["command", "refused-command"],
  "command show": ["command"],
  doctor: ["checked-thing"],
  "event correct": ["changed-event"],
  "event list": ["listed-event", "next-page"],
  "event restate": ["restate"],
  "event show": ["event-detail"],
  "event unvoid": ["changed-event"],
  "event void": ["changed-event"],
  expected: ["expected-file", "awaited-answer", "next-page"],
  explain: ["problem-code", "response-code"],
  "file decide": ["file"],
  "file diff": ["file-difference"],
  "file list": ["file", "next-page"],
  "file release": ["file"],
  "file show": ["file-detail"],
  "file unknown": ["unknown-file", "taken-in"],
  "flow check": ["checked-file"],
  "flow list": ["listed-flow"],
  hold: ["hold"],
  ingest: ["taken-in"],
  "notice list": ["notice", "next-page"],
  "notice preview": ["previewed-notice"],
  "notice show": ["notice-detail"],
  "notice snooze": ["snooze"],
  "notice snoozes": ["snooze"],
  "notice test": ["told-contact"],
  "notice unsnooze": ["snooze"],
  "outbound cancel": ["outbound", "decided-message"],
  "outbound confirm": ["outbound"],
  "outbound hold": ["outbound"],
  "outbound list": ["listed-outbound", "waiting-message", "next-page"],
  "outbound number": ["moved-series"],
  "outbound release": ["outbound"],
  "outbound resend": ["outbound"],
  "outbound retry": ["outbound", "decided-message"],
  "outbound show": ["outbound-detail"],
  "process build": ["process-at"],
  "process list": ["process-summary", "next-page"],
  "process show": ["process"],
  release: ["hold"],
  replay: ["replay"],
  "report durations": ["duration-report"],
  "report events": ["event-report"],
  "report files": ["file-report"],
  "report processes": ["process-report"],
  reprocess: ["reprocessed", "released"],
  route: ["taken-up"],
  search: ["finding", "not-taken"],
  erase: ["erased"],
  erasures: ["erasure"],
  "retention run": ["retained"],
  "retention show": ["kept-bytes", "retention"],
  "service status": ["service"],
  simulate: ["complaint", "simulation"],
  status: ["status"],
  stuck: ["stuck-cause", "stuck-item", "beside-stuck", "next-page"],
  "token add": ["made-credential"],
  "token list": ["credential"],
  "token revoke": ["credential"],
  "user link": ["made-credential"],
  "user list": ["person"],
  verify: ["fault"],
  why: ["lineage", "stuck-item"],
};
