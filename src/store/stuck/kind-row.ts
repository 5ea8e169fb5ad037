import type { NoticeLevel } from "../../core/notice/notice.ts";
import type { FileBefore } from "../../core/outbound/file-before.ts";
import type { Noun } from "../../core/stuck/nouns.ts";
import type { Advice, Remedy } from "../../core/stuck/remedy.ts";
import type { FoundStuck } from "./found-stuck.ts";
import type { StuckSql, StuckStatements } from "./stuck-sql.ts";

/**
 * Everything that Busbar knows of one kind of stuck things; `Row` is what a store has of one. Lists, counts,
 * causes, notices, metrics, lineage and what `busbar reprocess --cause` does follow from it.
 */
export interface StuckKindRow<Row = unknown> {
  /** What people call the thing: numbers are unique among the kinds of one noun. */
  readonly noun: Noun;
  /** What it is, in words that follow a count, e.g. `refused`. */
  readonly title: string;
  /** What has happened, in a sentence. */
  readonly meaning: string;
  /**
   * `by-itself`: it failed and is tried again at its time. `behind-another`: when the file before it has
   * gone. Both are shown and not counted as stuck. `no`: it needs a person.
   */
  readonly retries: "no" | "by-itself" | "behind-another";
  /**
   * How soon contacts are notified; null: never, for what is retried automatically. `isAwaited`: the item is
   * something that has not been received; while intake waits or is on hold it is not reported separately.
   */
  readonly notice: { readonly level: NoticeLevel; readonly isAwaited: boolean } | null;
  /** How a person has it tried again. */
  readonly tryAgain: TryAgain;
  /** What trying comes to, of one and of many, after their number. */
  readonly trying: readonly [one: string, many: string];
  /** What releases all that is stuck for a cause, or one of it: the likeliest way first. */
  ways(cause: CauseOfKind): readonly Advice[];
  /** Where a store finds the items: SQL that holds for every database. */
  statements(sql: StuckSql): StuckStatements;
  /** An item in words, with its cause. */
  describe(row: Row): FoundStuck;
}

/** How a kind is tried again: what is done for it, or what a person has to do in its place. */
export type TryAgain =
  /** Its file is read again. `fewer-invalid`: it is free once fewer messages of the file have errors. */
  | { readonly by: "reading"; readonly freeWhen: "read" | "fewer-invalid" }
  | { readonly by: "building" | "command" | "action" | "message" | "outbound" }
  /** Only a person's decision on each one releases it. */
  | { readonly by: "person"; advise(item: ItemOfKind): Advice };

/** What advice on one item is made from. */
export interface ItemOfKind {
  readonly number: number;
  /** e.g. `file 12`. */
  readonly item: string;
}

/** What advice on a cause is made from. */
export interface CauseOfKind {
  readonly id: string;
  readonly title: string;
  /** One thing that is stuck for the cause. */
  readonly example: ItemOfKind & { readonly behind?: FileBefore };
}

/** Has all that is stuck for a cause tried again. */
export function reprocessRemedy({ id }: CauseOfKind): Remedy {
  return { remedy: "reprocess-cause", cause: id };
}

/** Dismisses all that is stuck for a cause. */
export function dismiss({ id }: CauseOfKind): Remedy {
  return { remedy: "dismiss-cause", cause: id };
}
