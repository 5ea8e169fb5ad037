import { RefusedError } from "../../core/refusal/refused-error.ts";
import type { Advice } from "../../core/stuck/remedy.ts";

/** Why a store cannot be used just now or at all; every message says what to do next. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  /** What a person can do beside what the message says; null where it says all. */
  readonly remedy: Advice | null;
  constructor(
    code: StoreErrorCode,
    message: string,
    { remedy = null, ...options }: ErrorOptions & { readonly remedy?: Advice | null } = {},
  ) {
    super(message, options);
    this.remedy = remedy;
    this.name = "StoreError";
    this.code = code;
  }
}

/**
 * `full`: no room on the disk. `busy`: another program holds the store longer than we wait.
 * `readonly`: not writable. `corrupt`: not a database, or a damaged one. `damaged`: one row of it cannot
 * be read. `newer`: made by a newer Busbar. `older`: by a build before the first release, whose tables
 * cannot be brought up to date. `missing`: no such folder. `locked`: another daemon runs on it.
 * `lost`: another machine's daemon took it over.
 * `replaced`: another file is under its path than the one that is open. `unloadable`: what reads it cannot
 * be loaded on this machine. `moved`: it was moved elsewhere. `incomplete`: a move into it was not finished.
 * `failed`: anything else.
 */
export type StoreErrorCode =
  | "full"
  | "busy"
  | "readonly"
  | "corrupt"
  | "damaged"
  | "newer"
  | "older"
  | "missing"
  | "replaced"
  | "locked"
  | "lost"
  | "unloadable"
  | "moved"
  | "incomplete"
  | "failed";

const awayCodes: ReadonlySet<StoreErrorCode> = new Set(["failed", "busy", "full", "readonly"]);

/** Whether a store cannot be used just now, and may be later with nothing changed here: who runs on waits. */
export function isStoreAway(error: unknown): boolean {
  return error instanceof StoreError && awayCodes.has(error.code);
}

/** Whether the store ended a work, broken or since another program is at it: that says nothing of its bytes. */
export function endedByStore(error: unknown): boolean {
  return error instanceof StoreError || error instanceof RefusedError;
}
