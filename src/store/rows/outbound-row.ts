import type { Envelope } from "../../core/file/envelope.ts";
import { answeredFile } from "../../core/outbound/answer-identity.ts";
import type {
  OutboundFilter,
  OutboundMessage,
  OutboundRecord,
} from "../../core/outbound/outbound.ts";
import type { Outgoing } from "../../core/outbound/outgoing.ts";
import { problemsFrom } from "../rules/files/prepared-file.ts";
import { envelopeKeysOf, type WantedEnvelopeKeys } from "./wanted-envelope-keys.ts";

/** A row of outbound files. */
export interface OutboundRow extends Omit<OutboundRecord, "envelope" | "onHold"> {
  readonly onHold: 0 | 1;
  readonly family: string | null;
  readonly flow: string | null;
  readonly version: string | null;
  readonly fileIdentifier: string | null;
  readonly fromRole: string | null;
  readonly fromParticipant: string | null;
  readonly toRole: string | null;
  readonly toParticipant: string | null;
  readonly testFlag: string | null;
}

/** A row of outbound messages. */
export interface OutboundMessageRow extends Omit<OutboundMessage, "to" | "problems" | "answers"> {
  readonly identity: string | null;
  readonly toRole: string | null;
  readonly toParticipant: string | null;
  readonly problems: string | null;
}

/** What of outbound files a filter asks for, as the parameters of statements. */
export interface WantedOutbound extends WantedEnvelopeKeys {
  readonly after: number;
  readonly before: number;
  readonly since: number | null;
  readonly until: number | null;
  readonly channel: string | null;
  readonly state: string | null;
  readonly onHold: 1 | null;
  readonly failing: 1 | null;
}

/** The parameters that a filter asks for. */
export function wantedOutboundOf(filter: OutboundFilter): WantedOutbound {
  const { channel, state, since, until } = filter;
  const isOwn = state === "on-hold" || state === "failing";
  return {
    ...envelopeKeysOf(filter),
    after: filter.after ?? 0,
    before: filter.before ?? Number.MAX_SAFE_INTEGER,
    since: since ?? null,
    until: until ?? null,
    channel: channel ?? null,
    onHold: state === "on-hold" ? 1 : null,
    failing: state === "failing" ? 1 : null,
    state: state === undefined || isOwn ? null : state,
  };
}

/** The outbound file that a row says. */
export function outboundRecord(row: OutboundRow): OutboundRecord {
  const { family, flow, version, fileIdentifier, testFlag } = row;
  const { fromRole, fromParticipant, toRole, toParticipant, ...rest } = row;
  const envelope: Envelope | null =
    family === null || flow === null
      ? null
      : {
          family,
          flow,
          version,
          fileIdentifier,
          from: { role: fromRole, participant: fromParticipant },
          to: { role: toRole, participant: toParticipant },
          created: null,
          testFlag,
        };
  return {
    id: rest.id,
    channel: rest.channel,
    state: rest.state,
    onHold: rest.onHold === 1,
    envelope,
    number: rest.number,
    folder: rest.folder,
    name: rest.name,
    sizeBytes: rest.sizeBytes,
    hash: rest.hash,
    messages: rest.messages,
    attempts: rest.attempts,
    drops: rest.drops,
    dueAt: rest.dueAt,
    problem: rest.problem,
    createdAt: rest.createdAt,
    endedAt: rest.endedAt,
    replaces: rest.replaces,
    replacedBy: rest.replacedBy,
    behind: rest.behind,
  };
}

/** The outbound message that a row says. */
export function outboundMessage({
  toRole,
  toParticipant,
  problems,
  identity,
  ...row
}: OutboundMessageRow): OutboundMessage {
  const to = { role: toRole, participant: toParticipant };
  return { ...row, to, answers: answeredFile(identity), problems: problemsFrom(problems) };
}

/** What a queue does not say already, as JSON. */
export function outgoingText(outgoing: Outgoing): string {
  if (outgoing.kind === "file") {
    const { data, group } = outgoing;
    return JSON.stringify({ data, group });
  }
  const { to, subject, text, html } = outgoing;
  return JSON.stringify({ to, subject, text, html });
}
