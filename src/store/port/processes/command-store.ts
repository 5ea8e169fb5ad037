import type { ProcessHistory } from "./process-store.ts";

/** A command that people asked for. */
export interface CommandRequest {
  /** The caller's own: the same however often it asks. */
  readonly key: string;
  /** e.g. `do_cancel`. */
  readonly name: string;
  readonly processType: string;
  readonly processKey: string;
  /** JSON text, read strictly. */
  readonly data: string;
  readonly actor: string;
}

/** What came of a command. `failed`: its code threw; it can be run again. */
export type CommandOutcome =
  | { readonly outcome: "recorded" }
  | { readonly outcome: "refused"; readonly code: string; readonly message: string }
  | { readonly outcome: "failed"; readonly message: string };

/** A command as it was kept. */
export interface CommandRecord extends CommandRequest {
  readonly id: number;
  /** Milliseconds since 1970: when it was last decided. */
  readonly at: number;
  readonly outcome: CommandOutcome["outcome"];
  readonly code: string | null;
  readonly message: string | null;
  /** The events that it recorded. */
  readonly events: readonly number[];
}

/** What came of a command; `repeated` when its key had this answer already. */
export interface CommandAnswer {
  readonly command: CommandRecord;
  readonly repeated: boolean;
}

/** What a command is decided on: everything that happened on its process, and how far that went. */
export interface DecisionBasis extends ProcessHistory {
  /** The newest revision of any of its events; 0 when there is none. */
  readonly revision: number;
}

/** An event that a command decided on, checked. */
export interface DecidedEvent {
  readonly processType: string;
  readonly key: string;
  readonly type: string;
  readonly version: number;
  /** JSON text. */
  readonly data: string;
}

/** Keeping commands, and recording the events that they decide. */
export interface CommandStore {
  /** The command that was asked for under an idempotency key; null when there is none. */
  get(key: string): Promise<CommandRecord | null>;
  /** The idempotency key of the command with a number; null when there is none. */
  key(id: number): Promise<string | null>;
  /** What a command on a process is decided on; `upTo` is 0 when the process is not there. */
  basis(given: { readonly processType: string; readonly key: string }): Promise<DecisionBasis>;
  /**
   * Keeps a command with what came of it, and records its events, in one transaction; a command of that
   * key that failed is replaced. Null when something happened on its process since the basis was taken:
   * it is to be decided again. When the key has an answer already, that answer.
   */
  keep(given: {
    readonly request: CommandRequest;
    readonly outcome: CommandOutcome;
    readonly events: readonly DecidedEvent[];
    readonly basis: DecisionBasis;
    /** What its process goes by from now on. */
    readonly references?: readonly string[];
  }): Promise<CommandAnswer | null>;
}
