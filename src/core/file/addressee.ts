import type { Party } from "./envelope.ts";

/** Whom files that come in are to be addressed to here, and what becomes of one that is not. */
export interface AddresseeRule {
  /** By participant, or role letter and participant, e.g. `SUPP`, `X:SUPP`; at least one. */
  readonly ours: readonly string[];
  /** `await-release`: it waits whole until a person releases it. `warn`: it is taken, with a warning. */
  readonly notForUs: "warn" | "await-release";
}

/**
 * Whether somebody else than we is named; a file that names nobody may be for us, and one that names several
 * is for each. `recipients`: all of them, where those are more than the one of the envelope.
 */
export function isForOthers(
  { ours }: AddresseeRule,
  { role, participant }: Party,
  recipients: readonly string[] = [],
): boolean {
  if (recipients.some((recipient) => ours.includes(recipient))) return false;
  if (participant === null || participant.trim() === "") return false;
  return !ours.includes(participant) && !ours.includes(`${role ?? ""}:${participant}`);
}
