import type { Catalogue } from "../catalogue/definition.ts";
import type { Store } from "../core/store.ts";
import type { Clock } from "./clock.ts";
import type { OnStep } from "./step.ts";

/** Where intake says what happened, in words; pino's shape. */
export interface IntakeLog {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What every stage of intake works with. */
export interface IntakeContext {
  readonly store: Store;
  readonly catalogue: Catalogue;
  /** Folder for the bytes of large files. */
  readonly blobs: string;
  /** Files of more bytes than this are large. */
  readonly largeFileBytes: number;
  readonly clock: Clock;
  readonly onStep: OnStep;
  /** Makes ids for claims, unique and growing: see `claimIds`. */
  readonly newClaimId: () => string;
  readonly log: IntakeLog;
  /** Configuration to name in commands that people are told to run; null when it is the usual one. */
  readonly configFile: string | null;
}
