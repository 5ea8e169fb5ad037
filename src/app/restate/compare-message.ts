import { type Route, type RoutedEvent, routedBy } from "../../core/event/route.ts";
import type { Message } from "../../core/file/document.ts";
import type { Envelope } from "../../core/file/envelope.ts";
import { hasError } from "../../core/file/problem.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import type { FieldDifference } from "../../core/replay/difference.ts";
import type {
  MessageReading,
  Restated,
  StandingEvent,
  StandingMessage,
} from "../../store/port/events/restatement-store.ts";
import { fieldsThatDiffer, isInForce, isSameUnrouted, standsAsRead } from "./as-read.ts";

/** What today's reading of a message comes to beside what is active. */
export interface FoundChange {
  /**
   * `data`: its event has other data. `moved`: its event is on another process, or of another type.
   * `gone`: its event is void. `back`: an event that an earlier restate took away isInForce again.
   * `new`: it becomes an event. `kept`: it reads otherwise, and its event stays all the same.
   * `message`: its event is as it was, and its subject, its end or its warnings are otherwise.
   */
  readonly kind: "data" | "moved" | "gone" | "back" | "new" | "kept" | "message";
  readonly line: number;
  /** The event that is or was; null for a new one. */
  readonly event: number | null;
  /** Process and event type as they are read now; null when routing says so, or there is none. */
  readonly to: { readonly processType: string; readonly key: string; readonly type: string } | null;
  /** Of `data`, `moved` and `back`: the fields that are otherwise. */
  readonly fields: readonly FieldDifference[];
  /** Of `gone` and `kept`: why. */
  readonly why: string | null;
  readonly changes: readonly Restated[];
  /** The messages of the file that have no event are to be read anew. */
  readonly reads: boolean;
}

/** A message in a file of today's reading. */
export interface FreshMessage {
  readonly file: number;
  readonly envelope: Envelope;
  /** Null when its line holds no message any more. */
  readonly message: Message | null;
}

/** Compares an active message, or none, with today's reading of its line. */
export function compareMessage(
  definitions: readonly ProcessDefinition[],
  standing: StandingMessage | null,
  fresh: FreshMessage,
): FoundChange[] {
  const found = compareEvents(definitions, standing, fresh);
  const row = rowChange(standing, fresh);
  if (row === null || found.some(({ kind }) => kind === "kept")) return found;
  const [first, ...rest] = found;
  if (first === undefined)
    return [change("message", standing?.line ?? 0, null, { changes: [row] })];
  return [{ ...first, changes: [...first.changes, row] }, ...rest];
}

/** What is read otherwise of a message that became events, besides what they say. */
function rowChange(standing: StandingMessage | null, { message }: FreshMessage): Restated | null {
  if (standing === null || message === null) return null;
  if (standing.events.length === 0 || hasError(message.problems)) return null;
  const { id, lastLine, group, subjectKind, subjectKey, problems } = standing;
  const reading: MessageReading = {
    lastLine: message.lastLine,
    group: message.group,
    subjectKind: message.subject?.kind ?? null,
    subjectKey: message.subject?.key ?? null,
    problems: message.problems.length === 0 ? null : JSON.stringify(message.problems),
  };
  const isSameRow =
    lastLine === reading.lastLine &&
    group === reading.group &&
    subjectKind === reading.subjectKind &&
    subjectKey === reading.subjectKey &&
    problems === reading.problems;
  return isSameRow ? null : { kind: "message", message: id, reading };
}

function compareEvents(
  definitions: readonly ProcessDefinition[],
  standing: StandingMessage | null,
  fresh: FreshMessage,
): FoundChange[] {
  const { message } = fresh;
  const line = message?.line ?? standing?.line ?? 0;
  const events = standing?.events ?? [];
  if (message === null) return events.flatMap((event) => gone(event, line, "no message is there"));
  const data = message.json();
  const isInvalid = hasError(message.problems);
  if (events.length === 0)
    return isSameUnrouted(standing, message, data, isInvalid) ? [] : [unrouted(line)];
  if (isInvalid) {
    const live = events.filter(isInForce);
    return live.map((event) => kept(event, line, "its message would be invalid now"));
  }
  return definitions.flatMap((definition) =>
    compareRoute(
      definition,
      events.filter(({ processType }) => processType === definition.type),
      { standing, fresh: { ...fresh, message }, data, line },
    ),
  );
}

interface Compared {
  readonly standing: StandingMessage | null;
  readonly fresh: FreshMessage & { readonly message: Message };
  readonly data: string;
  readonly line: number;
}

function compareRoute(
  definition: ProcessDefinition,
  events: readonly StandingEvent[],
  compared: Compared,
): FoundChange[] {
  const { line } = compared;
  const live = events.find(isInForce) ?? null;
  const route = routeOf(definition, compared);
  if (typeof route === "string") return live === null ? [] : [kept(live, line, route)];
  if (route.kind === "ignore")
    return events.flatMap((event) => gone(event, line, `a ${definition.type} does not take it`));
  if (route.kind === "find") return compareFound(definition.type, events, route, compared);
  if (route.kind === "open" && route.others !== undefined)
    return compareTold(definition.type, events, route, compared);
  return compareKeyed(definition.type, events, route, compared);
}

/**
 * A message that opens a process and is given to others: each event of it that is elsewhere keeps its
 * place and says what is read now.
 */
function compareTold(
  processType: string,
  events: readonly StandingEvent[],
  route: Route & { kind: "open" },
  compared: Compared,
): FoundChange[] {
  const elsewhere = events.filter((event) => event.key !== route.key);
  const own = events.filter((event) => event.key === route.key);
  const isMoved = own.length === 0 && elsewhere.some(isInForce);
  if (!isMoved)
    return [
      ...compareKeyed(processType, own, route, compared),
      ...elsewhere
        .filter(isInForce)
        .flatMap((event) => sameEvent(event, compared.data, compared.line)),
    ];
  const { standing, data, line } = compared;
  const to = { processType, key: route.key, type: route.eventType };
  const changes = recorded(routedBy(route, { message: standing?.id ?? 0, processType }), data);
  return [
    change("new", line, null, { to, changes }),
    ...elsewhere.filter(isInForce).flatMap((event) => sameEvent(event, data, line)),
  ];
}

/** A message for the process of one key. */
function compareKeyed(
  processType: string,
  events: readonly StandingEvent[],
  route: Route & { kind: "open" | "join" },
  { standing, data, line }: Compared,
): FoundChange[] {
  const live = events.find(isInForce) ?? null;
  const to = { processType, key: route.key, type: route.eventType };
  const isThere = ({ key, type }: StandingEvent) => key === to.key && type === to.type;
  const here = events.find(isThere) ?? null;
  if (live !== null && live === here) return sameEvent(live, data, line);
  if (live?.corrected === true)
    return [kept(live, line, "a person corrected it, and it would be on another process now")];
  if (here?.voidedBy === "person")
    return live === null ? [] : [kept(live, line, `event ${here.seq} is void there`)];
  const before = live?.data ?? here?.data ?? null;
  const fields = before === null ? [] : fieldsThatDiffer(before, data);
  const away: Restated[] = live === null ? [] : [{ kind: "void", event: live.seq }];
  if (here !== null) {
    const other = fieldsThatDiffer(here.data, data).length > 0 && !here.corrected;
    const back: Restated[] = [{ kind: "unvoid", event: here.seq }];
    if (other) back.push({ kind: "data", event: here.seq, data, schemaVersion: 1 });
    const kind = live === null ? "back" : "moved";
    return [change(kind, line, live?.seq ?? here.seq, { to, fields, changes: [...away, ...back] })];
  }
  // A type that never had an event of it takes the message only if it reads otherwise than it did: types
  // that came later take up what is past by `route`.
  if (live === null && (standing === null || standsAsRead(standing, data))) return [];
  const about = { message: standing?.id ?? 0, processType: to.processType };
  const changes: Restated[] = [...away, ...recorded(routedBy(route, about), data)];
  const kind = live === null ? "new" : "moved";
  return [change(kind, line, live?.seq ?? null, { to, fields, changes })];
}

/**
 * A message that finds its processes by references. Those that it is an event on keep it, be the references
 * others now: which of two registrations is meant is for a person to say.
 */
function compareFound(
  processType: string,
  events: readonly StandingEvent[],
  route: Route & { kind: "find" },
  { standing, data, line }: Compared,
): FoundChange[] {
  const message = standing?.id ?? 0;
  if (events.length === 0) {
    if (standing === null || standsAsRead(standing, data)) return [];
    const to = { processType, key: route.references[0] ?? "", type: route.eventType };
    const changes = recorded(routedBy(route, { message, processType }), data);
    return [change("new", line, null, { to, changes })];
  }
  return events.filter(isInForce).flatMap((event) => {
    if (event.type === route.eventType) return sameEvent(event, data, line);
    if (event.corrected) return [kept(event, line, "a person corrected it")];
    const { eventType } = route;
    const { seq, key } = event;
    const changes: Restated[] = [
      { kind: "void", event: seq },
      { kind: "record", message, processType, key, eventType, data },
    ];
    const to = { processType, key, type: eventType };
    return [
      change("moved", line, seq, { to, fields: fieldsThatDiffer(event.data, data), changes }),
    ];
  });
}

function recorded(routed: readonly RoutedEvent[], data: string): Restated[] {
  return routed.map((event) => ({ kind: "record", ...event, data }));
}

/** Where a message goes today, or why it is unknown. */
function routeOf(
  definition: ProcessDefinition,
  { standing, fresh, data }: Compared,
): Route | string {
  const { envelope, message } = fresh;
  try {
    return definition.route({
      id: standing?.id ?? 0,
      file: fresh.file,
      line: message.line,
      flow: envelope.flow,
      group: message.group,
      fromRole: envelope.from.role,
      fromParticipant: envelope.from.participant,
      subjectKind: message.subject?.kind ?? null,
      subjectKey: message.subject?.key ?? null,
      data: definition.looksInto.has(envelope.flow) ? data : null,
    });
  } catch (error) {
    return `its routing fails: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function sameEvent(live: StandingEvent, data: string, line: number): FoundChange[] {
  const fields = fieldsThatDiffer(live.data, data);
  if (fields.length === 0) return [];
  if (live.corrected) return [kept(live, line, "a person corrected it")];
  const { seq, schemaVersion } = live;
  const changes: Restated[] = [{ kind: "data", event: seq, data, schemaVersion }];
  return [change("data", line, seq, { fields, changes })];
}

function gone(event: StandingEvent, line: number, why: string): FoundChange[] {
  if (!isInForce(event)) return [];
  if (event.corrected) return [kept(event, line, `a person corrected it; otherwise: ${why}`)];
  return [change("gone", line, event.seq, { why, changes: [{ kind: "void", event: event.seq }] })];
}

function kept({ seq }: StandingEvent, line: number, why: string): FoundChange {
  return change("kept", line, seq, { why });
}

/** A message without an event, which is routed anew. */
function unrouted(line: number): FoundChange {
  return change("new", line, null, { reads: true });
}

function change(
  kind: FoundChange["kind"],
  line: number,
  event: number | null,
  more: Partial<FoundChange>,
): FoundChange {
  const nothing = { to: null, fields: [], why: null, changes: [], reads: false };
  return { kind, line, event, ...nothing, ...more };
}
