import type { InterventionKind } from "../action/ledger.ts";
import type { HoldScope } from "../hold/hold.ts";

/**
 * Something that a person can do, as data: a command line renders it as a command, a console as a button.
 * Where a number is null, any of its kind may be meant.
 */
export type Remedy =
  /** All that is stuck for a cause is tried again. */
  | { readonly remedy: "reprocess-cause"; readonly cause: string }
  | { readonly remedy: "dismiss-cause"; readonly cause: string }
  /** `item`: as people name it, e.g. `file 12`. */
  | { readonly remedy: "dismiss-item"; readonly item: string }
  | { readonly remedy: "show-cause"; readonly cause: string }
  /** `decision`: the one that is meant; absent: any. */
  | {
      readonly remedy: "decide-file";
      readonly file: number | null;
      readonly decision?: "keep-both";
    }
  | { readonly remedy: "release-file"; readonly file: number }
  /** `verbs`: what may be decided. */
  | {
      readonly remedy: "decide-action";
      readonly verbs: readonly InterventionKind[];
      readonly action: number;
    }
  | {
      readonly remedy: "decide-outbound";
      readonly verbs: readonly ("cancel" | "confirm" | "release" | "resend" | "retry")[];
      readonly outbound: number;
    }
  /** `event`: which; null where any may be meant. */
  | { readonly remedy: "void-event"; readonly event: number | null }
  | { readonly remedy: "correct-event"; readonly event: number | null }
  /** The bytes of a file are read again; null where any may be meant. */
  | { readonly remedy: "reprocess-file"; readonly file: number | null }
  /** What reading the bytes of a file again would change of its events. */
  | { readonly remedy: "restate-file"; readonly file: number; readonly dryRun: true }
  /** Every process is built again. */
  | { readonly remedy: "replay-all" }
  /** A type of process takes up past messages. */
  | { readonly remedy: "backfill-type"; readonly type: string }
  | { readonly remedy: "verify-store" }
  /** A hold is ended, by the parts it was placed on. */
  | { readonly remedy: "release-hold"; readonly hold: HoldScope }
  | { readonly remedy: "start-daemon" }
  /** All there are of a kind; `named`: only those with this text in their names. */
  | { readonly remedy: "list"; readonly of: ListedNoun; readonly named?: string }
  /** The events of a file. */
  | { readonly remedy: "list-events"; readonly file: number }
  /** The commands of a type of process. */
  | { readonly remedy: "list-commands"; readonly type: string }
  /** `dismissed`: those that were dismissed too. */
  | { readonly remedy: "list-stuck"; readonly dismissed?: boolean }
  | { readonly remedy: "show-file"; readonly file: number; readonly raw?: boolean }
  | { readonly remedy: "show-event"; readonly event: number }
  | { readonly remedy: "show-process"; readonly key: string; readonly type: string }
  /** `asOf`: as it was at a moment, in milliseconds since 1970; absent: as it is. */
  | {
      readonly remedy: "build-process";
      readonly key: string;
      readonly type: string;
      readonly asOf?: number;
    }
  | { readonly remedy: "show-action"; readonly action: number }
  | { readonly remedy: "show-outbound"; readonly outbound: number }
  /** How the daemon and the store are. */
  | { readonly remedy: "show-status" }
  | { readonly remedy: "list-waiting" }
  /** The codes that problems have, each with what it means. */
  | { readonly remedy: "list-codes" }
  /** What one of them means. */
  | { readonly remedy: "explain-code"; readonly code: string }
  /** A configuration is written to begin with. */
  | { readonly remedy: "make-config" }
  | { readonly remedy: "list-expected" }
  | { readonly remedy: "list-channels" }
  /** `channel`: which; absent: the one that is meant. */
  | { readonly remedy: "show-channel"; readonly channel?: string }
  | { readonly remedy: "poll-channel"; readonly channel: string }
  /** The story of a thing, as people name it. */
  | { readonly remedy: "tell-story"; readonly item: string }
  | { readonly remedy: "search-more" }
  /** What else bears a text as its key, name or identifier. */
  | { readonly remedy: "search"; readonly text: string };

/** Says a remedy as the command that does it: whoever offers commands gives it. */
export type CommandOf = (remedy: Remedy) => string;

/** What can be listed. */
export type ListedNoun = "file" | "event" | "process" | "command" | "action" | "outbound" | "flow";

/** What helps, in words; each `{}` in them stands for the next of the remedies. */
export interface Advice {
  readonly say: string;
  readonly remedies: readonly Remedy[];
}

/** Advice from words and the remedies that they name by `{}`, in the same order. */
export function advice(say: string, ...remedies: readonly Remedy[]): Advice {
  return { say, remedies };
}
