import type { FlowMessage } from "../../../catalogue/flow-message.ts";
import { currentAgent, hasLapsed, isLive } from "../conditions.ts";
import type { GainEvent } from "../events.ts";
import { purposeOf } from "../sending.ts";
import type { Switch } from "../state.ts";

/** The names of the requests for services, by role: only that to the service asked last still matters. */
export const serviceRequests = {
  ms: "ask for the metering service",
  ds: "ask for the data service",
} as const;

/** What the platform says of one message of ours. */
export interface PlatformWord {
  readonly reference: string;
  /** Its response code with its sentence. */
  readonly says: string;
  readonly isTaken: boolean;
}

/** Codes of messages that the platform took. */
const taken = /^(MSG|RCP)0000\b/;

/** The platform's word on a message, from an answer's element. */
export function platformWordIn({ messageArray }: FlowMessage<"DIP-ANSWER1.0">): PlatformWord {
  const { senderUniqueReference, message, help } = messageArray;
  const more = help == null || help === "" ? "" : ` ${help}`;
  return {
    reference: senderUniqueReference,
    says: `${message.trim()}${more}`,
    isTaken: taken.test(message.trim()),
  };
}

/** A reference of a message of ours about a switch: point and first day are in its last part. */
const ownReference =
  /^S-IF-\d{3}-[0-9A-Za-z]+-SUP-\d{8}-((\d{13})(\d{4})(\d\d)(\d\d)[A-Za-z0-9]*)$/;

/** The key of the switch that a reference of ours is about; null when it is none of a switch. */
export function keyInReference(reference: string): string | null {
  const found = ownReference.exec(reference);
  return found === null ? null : `${found[2]}@${found[3]}-${found[4]}-${found[5]}`;
}

/**
 * The last part of a reference, of letters and digits alone: others made messages fail at some recipients. One
 * that is sent again after the platform refused it is another message.
 */
export function ownPart({ point, startDate, again }: Switch, purpose: string): string {
  const times = again[purpose] ?? 0;
  const more = times === 0 ? "" : `again${times}`;
  return `${point}${startDate}${purpose}${more}`.replaceAll(/[^A-Za-z0-9]/g, "");
}

/** The platform refused a message of ours: nobody has had it. */
export function messageRefused(state: Switch, { data }: GainEvent<"MESSAGE_REFUSED">): Switch {
  const { reference, says } = platformWordIn(data);
  const part = ownReference.exec(reference)?.[1];
  if (part === undefined || state.refusals[part] !== undefined) return state;
  return { ...state, refusals: { ...state.refusals, [part]: says } };
}

/** A person has what was refused sent again: it counts as not sent. */
export function sentAgain(state: Switch, { data }: GainEvent<"SENT_AGAIN">): Switch {
  const again = { ...state.again };
  let { sent } = state;
  for (const purpose of data.purposes) {
    again[purpose] = (again[purpose] ?? 0) + 1;
    sent = Object.fromEntries(Object.entries(sent).filter(([id]) => purposeIn(id) !== purpose));
  }
  return { ...state, again, sent };
}

/** A message of ours that the platform refused. */
export interface RefusedMessage {
  readonly purpose: string;
  readonly says: string;
}

/** What the platform refused, still matters, and was not sent again. Once appointments lapse, nothing more is sent. */
export function refusedMessages(state: Switch): readonly RefusedMessage[] {
  if (!isLive(state) || Object.keys(state.refusals).length === 0) return [];
  if (hasLapsed(state)) return [];
  const purposes = new Set(Object.keys(state.sent).map(purposeIn));
  return [...purposes].flatMap((purpose) => {
    const says = state.refusals[ownPart(state, purpose)];
    return says === undefined || isPast(state, purpose) ? [] : [{ purpose, says }];
  });
}

/** A request to a service that refused or was set aside meanwhile. */
function isPast(state: Switch, purpose: string): boolean {
  return (["ms", "ds"] as const).some((role) => {
    const name = serviceRequests[role];
    return purpose.startsWith(name) && purpose !== purposeOf(name, currentAgent(state, role) ?? "");
  });
}

function purposeIn(sendingId: string): string {
  return sendingId.split(" > ")[0] ?? "";
}
