import type { GroupData } from "../../core/file/document.ts";
import type { Party } from "../../core/file/envelope.ts";

/** A message of a party to the installation under trial. */
export interface MarketLetter {
  readonly from: Party;
  readonly to: Party;
  /** e.g. `D0011`. */
  readonly flow: string;
  /** The metering point that it is about. */
  readonly about: string;
  /** What it comes to in a word, for the ledger: `Pending`, `A`, `[MSAppAccepted]`. */
  readonly says: string;
  /** The switching service's registration that it is about; null where it does not say. */
  readonly registration: string | null;
  readonly data: GroupData;
}

/** A message of the installation, as a party read it out of a file. */
export interface ReceivedLetter {
  readonly from: Party;
  readonly to: Party;
  readonly flow: string;
  readonly about: string;
  readonly data: GroupData;
  /** Name of the file, and the place in it, counted from 1. */
  readonly file: string;
  readonly place: number;
}

/** A text of a message at a path such as `CommonBlock.S0.eventCode`; empty when there is none. */
export function textIn(data: unknown, path: string): string {
  let value: unknown = data;
  for (const name of path.split("."))
    value = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  return typeof value === "string" ? value : "";
}

/** What a party is called in ledgers: `CSS`, `M:MOPA`. */
export function partyName({ role, participant }: Party): string {
  return role === null ? (participant ?? "") : `${role}:${participant ?? ""}`;
}

/** What our own systems are called: what they hand over is not lost on the way. */
export const ownSystems = "OWN";
