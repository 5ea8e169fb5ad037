import { z } from "zod";
import type { Hold } from "../../core/hold/hold.ts";
import { sayBefore, settleBefore } from "../../core/outbound/file-before.ts";
import type {
  OutboundMessage,
  OutboundRecord,
  OutboundStep,
} from "../../core/outbound/outbound.ts";
import { outboundKind, outboundKinds } from "../../core/outbound/outbound-kind.ts";
import type { Advice } from "../../core/stuck/remedy.ts";
import { utcTime, utcTimeOrNull } from "../../core/text/utc-time.ts";
import { holdView, viewHoldOrNull } from "./hold-view.ts";
import { count, id, list, moment, partyView, problemView } from "./parts.ts";
import { adviceView, viewAdvice } from "./remedy-view.ts";

/** Where an outbound file is: see `OutboundState`. */
export const outboundState = z.enum([
  "ready",
  "uploaded",
  "sending",
  "delivered",
  "unknown",
  "failed",
  "cancelled",
]);

/** An outbound file, e-mail or webhook. */
export const outboundView = z.strictObject({
  id,
  kind: z.enum(outboundKinds),
  channel: z.string(),
  state: outboundState,
  onHold: z.boolean(),
  number: z.int().nullable(),
  folder: z.string(),
  name: z.string(),
  sizeBytes: count,
  hash: z.string(),
  messages: count,
  attempts: count,
  drops: count,
  problem: z.string().nullable(),
  replaces: id.nullable(),
  replacedBy: id.nullable(),
  behind: id.nullable(),
  flow: z.string().nullable(),
  version: z.string().nullable(),
  fileIdentifier: z.string().nullable(),
  from: partyView.nullable(),
  to: partyView.nullable(),
  testFlag: z.string().nullable(),
  createdAt: moment,
  dueAt: moment,
  endedAt: moment.nullable(),
});

/** An outbound file as views give it. */
export type OutboundView = z.infer<typeof outboundView>;

/** An outbound file, e-mail or webhook for programs: null for what it does not have. */
export function viewOutbound(file: OutboundRecord): OutboundView {
  const { dueAt, createdAt, endedAt, envelope, ...rest } = file;
  return {
    ...rest,
    kind: outboundKind(file),
    flow: envelope?.flow ?? null,
    version: envelope?.version ?? null,
    fileIdentifier: envelope?.fileIdentifier ?? null,
    from: envelope?.from ?? null,
    to: envelope?.to ?? null,
    testFlag: envelope?.testFlag ?? null,
    createdAt: utcTime(createdAt),
    dueAt: utcTime(dueAt),
    endedAt: utcTimeOrNull(endedAt),
  };
}

/** A message that is sent, or waits to be put into a file. */
const outboundMessageView = z.strictObject({
  id,
  action: id.nullable(),
  processType: z.string().nullable(),
  key: z.string().nullable(),
  flow: z.string().nullable(),
  to: partyView,
  channel: z.string().nullable(),
  state: z.enum(["waiting", "stuck", "filed", "cancelled"]),
  outbound: id.nullable(),
  answers: id.nullable(),
  problems: list(problemView),
  queueProblem: z.string().nullable(),
  at: moment,
});

/** A message that is sent, as views give it. */
export type OutboundMessageView = z.infer<typeof outboundMessageView>;

/** A message that is sent, for programs. */
function viewOutboundMessage(message: OutboundMessage): z.infer<typeof outboundMessageView> {
  const { at, ...rest } = message;
  return { ...rest, at: utcTime(at) };
}

/** A row of the list of outbound files; `keptBy`: the hold that keeps it. */
export const listedOutboundView = outboundView.extend({ keptBy: holdView.nullable() });

/** A row of the list of outbound files, as views give it. */
export type ListedOutboundView = z.infer<typeof listedOutboundView>;

/** An outbound file with the hold that keeps it, for programs. */
export function viewListedOutbound(
  file: OutboundRecord,
  hold: Hold | null,
): z.infer<typeof listedOutboundView> {
  return { ...viewOutbound(file), keptBy: viewHoldOrNull(hold) };
}

/** A row of the list of messages that are in no file yet; `keptBy`: the hold that keeps it. */
export const waitingMessageView = outboundMessageView.extend({ keptBy: holdView.nullable() });

/** A row of the list of messages that are in no file yet, as views give it. */
export type WaitingMessageView = z.infer<typeof waitingMessageView>;

/** A message that waits to be put into a file, with the hold that keeps it, for programs. */
export function viewWaitingMessage(
  message: OutboundMessage,
  hold: Hold | null,
): z.infer<typeof waitingMessageView> {
  return { ...viewOutboundMessage(message), keptBy: viewHoldOrNull(hold) };
}

/** An outbound file with everything that happened to it, the messages in it, and the file that it waits for. */
export const outboundDetailView = listedOutboundView.extend({
  waitsFor: z
    .strictObject({
      id,
      name: z.string(),
      state: outboundState,
      onHold: z.boolean(),
      problem: z.string().nullable(),
      dueAt: moment,
      why: z.string(),
      settle: adviceView,
    })
    .nullable(),
  steps: list(
    z.strictObject({
      at: moment,
      what: z.string(),
      actor: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  messagesInIt: list(outboundMessageView),
  next: list(adviceView),
});

/** All there is to know of an outbound file, as views give it. */
export type OutboundDetailView = z.infer<typeof outboundDetailView>;

/** An outbound file with what is known of it. */
export interface OutboundDetail {
  readonly file: OutboundRecord;
  /** What a person put on it. */
  readonly hold: Hold | null;
  /** The file of its flow to its recipient that has to go first. */
  readonly before: OutboundRecord | null;
  readonly steps: readonly OutboundStep[];
  readonly messages: readonly OutboundMessage[];
  /** What a person may do about it. */
  readonly next: readonly Advice[];
}

/** All there is to know of an outbound file, for programs. */
export function viewOutboundDetail(detail: OutboundDetail): OutboundDetailView {
  const { file, hold, before, steps, messages, next } = detail;
  return {
    ...viewListedOutbound(file, hold),
    waitsFor: before === null ? null : viewBefore(before),
    steps: steps.map(({ at, ...step }) => ({ at: utcTime(at), ...step })),
    messagesInIt: messages.map(viewOutboundMessage),
    next: next.map(viewAdvice),
  };
}

function viewBefore(before: OutboundRecord) {
  const { id: number, name, state, onHold, problem, dueAt } = before;
  const what = { id: number, name, state, onHold, problem, dueAt: utcTime(dueAt) };
  return { ...what, why: sayBefore(before), settle: viewAdvice(settleBefore(before)) };
}

/** What a person decided about a message that is in no file yet. */
export const decidedMessageView = z.strictObject({ message: id, decision: z.string() });

/** A series of file numbers that a person moved on. */
export const movedSeriesView = z.strictObject({
  series: z.string(),
  before: z.int(),
  next: z.int(),
});
