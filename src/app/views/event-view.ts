import { z } from "zod";
import { actionStates } from "../../core/action/ledger.ts";
import type { EventRecord } from "../../core/event/event.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import { storedJson } from "../../core/text/stored-json.ts";
import { utcTime, utcTimeOrNull } from "../../core/text/utc-time.ts";
import type { ActedEvent, Consequence } from "../../store/port/events/consequence.ts";
import type { Mended, Revision } from "../../store/port/events/revision-store.ts";
import type { NameEvent } from "../asked/event-name.ts";
import type { VerdictChange } from "../commands/event/verdict-changes.ts";
import { count, id, list, moment, verdictView, viewVerdict } from "./parts.ts";

/** An event with its newest data. */
export const eventView = z.strictObject({
  seq: id,
  type: z.string(),
  processType: z.string(),
  key: z.string(),
  occurredAt: moment,
  recordedAt: moment,
  schemaVersion: z.int(),
  data: z.unknown(),
  file: id.nullable(),
  message: id.nullable(),
  sender: z.string().nullable(),
  recipient: z.string().nullable(),
  flow: z.string().nullable(),
  fileIdentifier: z.string().nullable(),
  line: z.int().nullable(),
  void: z.boolean(),
  amended: z.boolean(),
  history: z.boolean(),
});

/** An event as views give it. */
export type EventView = z.infer<typeof eventView>;

/** An event for programs: its data as JSON, times in UTC. */
export function viewEvent(event: EventRecord): EventView {
  const { seq, type, processType, key, schemaVersion, file, message } = event;
  return {
    seq,
    type,
    processType,
    key,
    occurredAt: utcTime(event.occurredAt),
    recordedAt: utcTime(event.recordedAt),
    schemaVersion,
    data: storedJson(event.data),
    file,
    message,
    sender: event.sender,
    recipient: event.recipient,
    flow: event.flow,
    fileIdentifier: event.fileIdentifier,
    line: event.line,
    void: event.void ?? false,
    amended: event.amended ?? false,
    history: event.history ?? false,
  };
}

/** A revision of an event: what a person or a restate said of it after it was recorded. */
const revisionView = z.strictObject({
  id,
  kind: z.enum(["void", "unvoid", "correct", "restate"]),
  schemaVersion: z.int().nullable(),
  data: z.unknown(),
  actor: z.string(),
  reason: z.string(),
  at: moment,
  restated: z.boolean(),
});

/** A revision, as views give it. */
export type RevisionView = z.infer<typeof revisionView>;

/** A revision for programs. */
function viewRevision(revision: Revision): z.infer<typeof revisionView> {
  const { data, at, event: _, ...rest } = revision;
  return { ...rest, data: data === null ? null : storedJson(data), at: utcTime(at) };
}

/** An action because of an event, what it brought about, and the action that undoes it. */
const consequenceView = z.strictObject({
  action: id,
  name: z.string(),
  nth: count,
  state: z.enum(actionStates),
  reason: z.string().nullable(),
  before: z.enum(actionStates).nullable(),
  followUps: list(z.strictObject({ seq: id, type: z.string(), void: z.boolean() })),
  sent: list(
    z.strictObject({
      flow: z.string().nullable(),
      state: z.enum(["waiting", "stuck", "filed", "cancelled"]),
      outbound: id.nullable(),
      name: z.string().nullable(),
      delivery: z.string().nullable(),
    }),
  ),
  endedAt: moment.nullable(),
  verdicts: z.unknown(),
  opposite: z.string().nullable(),
});

/** An action because of an event, as views give it. */
export type ConsequenceView = z.infer<typeof consequenceView>;

/** An action because of an event, for programs; `definition`: of the event's process, where it is known. */
export function viewConsequence(
  consequence: Consequence,
  definition: ProcessDefinition | undefined,
): z.infer<typeof consequenceView> {
  const { verdicts, endedAt, ...rest } = consequence;
  return {
    ...rest,
    endedAt: utcTimeOrNull(endedAt),
    verdicts: verdicts === null ? null : storedJson(verdicts),
    opposite: definition?.actions.get(rest.name)?.opposite ?? null,
  };
}

/** An event because of which something is done already, and what. */
export const actedEventView = z.strictObject({
  event: id,
  processType: z.string(),
  consequences: list(consequenceView),
});

/** An event because of which something is done already, as views give it. */
export type ActedEventView = z.infer<typeof actedEventView>;

/** An event because of which something is done already, for programs; `definitions`: those known here, by their type. */
export function viewActedEvent(
  { event, processType, consequences }: Omit<ActedEvent, "key">,
  definitions: ReadonlyMap<string, ProcessDefinition>,
): ActedEventView {
  const definition = definitions.get(processType);
  return {
    event,
    processType,
    consequences: consequences.map((one) => viewConsequence(one, definition)),
  };
}

/** An event with what it is called, e.g. `D0010 received, Meter Readings`. */
export const namedEventView = eventView.extend({ name: z.string() });

/** An event with what it is called, as views give it. */
export type NamedEventView = z.infer<typeof namedEventView>;

/** An event with what it is called, for programs. */
export function viewNamedEvent(event: EventRecord, nameEvent: NameEvent): NamedEventView {
  return { ...viewEvent(event), name: nameEvent(event.type, event.processType) };
}

/** A row of an event list: the event and its revisions. */
export const listedEventView = namedEventView.extend({ revisions: list(revisionView) });

/** A row of an event list, as views give it. */
export type ListedEventView = z.infer<typeof listedEventView>;

/** An event and its revisions, for programs. */
export function viewListedEvent(
  event: EventRecord,
  nameEvent: NameEvent,
  revisions: readonly Revision[],
): ListedEventView {
  return { ...viewNamedEvent(event, nameEvent), revisions: revisions.map(viewRevision) };
}

/** An event with what it is called, its revisions and the actions because of it. */
export const eventDetailView = listedEventView.extend({ actions: list(consequenceView) });

/** All there is to know of an event, as views give it. */
export type EventDetailView = z.infer<typeof eventDetailView>;

/** An event that a person corrected or declared void, with what there is because of it. */
export const changedEventView = eventView.extend({
  revision: id,
  actions: list(consequenceView),
  verdicts: list(
    z.strictObject({
      event: id,
      action: id,
      name: z.string(),
      state: z.enum(actionStates),
      before: verdictView,
      after: verdictView,
    }),
  ),
});

/** An event that was changed, as views give it. */
export type ChangedEventView = z.infer<typeof changedEventView>;

/** An event that was changed, for programs; `verdicts`: conditions that say another thing now. */
export function viewChangedEvent(
  { event, revision, consequences }: Mended,
  definition: ProcessDefinition | undefined,
  verdicts: readonly VerdictChange[],
): z.infer<typeof changedEventView> {
  return {
    ...viewEvent(event),
    revision,
    actions: consequences.map((one) => viewConsequence(one, definition)),
    verdicts: verdicts.map((change) => ({
      ...change,
      before: viewVerdict(change.before),
      after: viewVerdict(change.after),
    })),
  };
}
