import type { FoldedEvent } from "../../../core/event/event.ts";
import { type GroupData, isGroup } from "../../../core/file/document.ts";
import { fieldOf } from "../../message-data.ts";

/** A message of half-hourly settlement, as its reader gives it. */
export interface HalfHourlyMessage {
  readonly CommonBlock?: unknown;
  readonly CustomBlock?: unknown;
  readonly $known?: { readonly eventCode?: readonly string[] };
}

type Event = Pick<FoldedEvent, "data">;

/** A block of a message's own part, such as `B070`; an empty one when it is not there. */
function blockOf({ data }: Event, name: string): GroupData {
  return below(below(data, "CustomBlock"), name);
}

/** A member of a block; null when it is missing, empty or obfuscated. */
export function memberOf(event: Event, block: string, name: string): string | null {
  const value = fieldOf(blockOf(event, block), name);
  return value === "x" ? null : value;
}

/** A member of the envelope, such as `S1`, `senderDIPID`. */
export function commonMember({ data }: Event, block: string, name: string): string | null {
  return fieldOf(below(below(data, "CommonBlock"), block), name);
}

/** A message's event codes without brackets, e.g. `MSAppAccepted`. */
export function eventCodesOf({ data }: Event): readonly string[] {
  const known = (data as HalfHourlyMessage).$known?.eventCode ?? [];
  return known.map((code) => code.replaceAll(/[[\]]/g, ""));
}

/** Whether it has the code. */
export function isCalled(event: Event, code: string): boolean {
  return eventCodesOf(event).includes(code);
}

/** The registration that it is about; null when it does not say. */
export function registrationOf(event: Event): string | null {
  return memberOf(event, "B013", "CSSRegistrationID");
}

/** The registration service's verdict: its letter (A accepted, R rejected), and its messages in one text. */
export function verdictOf({ data }: Event): {
  readonly code: string | null;
  readonly text: string;
} {
  const block = below(below(data, "CommonBlock"), "R0");
  const said: readonly unknown[] = [block["responseMessages"]].flat();
  const text = said.filter((one) => typeof one === "string").join("; ");
  return { code: fieldOf(block, "responseCode"), text };
}

function below(data: unknown, name: string): GroupData {
  const value = isGroup(data) ? data[name] : undefined;
  return isGroup(value) ? value : {};
}
