import { countedForLists } from "../../core/text/capped-count.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import {
  type StuckItemView,
  type StuckNoteView,
  viewStuckItem,
  viewStuckNote,
} from "../views/stuck-view.ts";

/** What people said of a cause as a whole, the first first. */
export async function notesOfCause(
  { store }: Pick<OpenInstallation, "store">,
  { cause }: { readonly cause: string },
): Promise<readonly StuckNoteView[]> {
  return (await store.stuck.notesOfCause(cause)).map(viewStuckNote);
}

/** The cause for which a file itself needs a person; null where it needs none. */
export async function causeOfFile(
  { store }: Pick<OpenInstallation, "store">,
  { file }: { readonly file: number },
): Promise<StuckItemView["cause"] | null> {
  const kinds = ["rejected", "conflict", "awaiting-release"] as const;
  const [item] = await store.stuck.at(kinds.map((kind) => ({ kind, number: file })));
  return item === undefined ? null : viewStuckItem(item).cause;
}

/** How many stuck things people dismissed. */
export async function countDismissed({ store }: Pick<OpenInstallation, "store">): Promise<number> {
  return (await store.reports.counts(countedForLists)).dismissed;
}
