import type { StuckKind } from "../../core/stuck/stuck-kind.ts";
import { countedForLists } from "../../core/text/capped-count.ts";
import { kindsOf } from "../../store/stuck/stuck-kinds.ts";
import { problemKinds } from "../asked/problem-code.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import {
  type StuckCauseView,
  type StuckItemView,
  type StuckNoteView,
  viewStuckCause,
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

/** A cause with its ways to settle it, of this kind where several kinds have it; null where nothing is stuck for it. */
export async function stuckCause(
  { store }: Pick<OpenInstallation, "store">,
  { cause, kind }: { readonly cause: string; readonly kind: StuckKind },
): Promise<StuckCauseView | null> {
  const named = (await store.stuck.causes()).filter(({ id }) => id === cause);
  const found = named.find((one) => one.kind === kind) ?? named[0];
  return found === undefined ? null : viewStuckCause(found);
}

/** The codes of problems that a text names, each of which has a page that explains it. */
export function codesNamedIn(text: string): readonly string[] {
  return [...new Set(text.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g))].filter((word) =>
    problemKinds.has(word),
  );
}

/** The cause for which a file itself needs a person; null where it needs none. */
export async function causeOfFile(
  { store }: Pick<OpenInstallation, "store">,
  { file }: { readonly file: number },
): Promise<StuckItemView["cause"] | null> {
  const [item] = await store.stuck.at(kindsOf("file").map((kind) => ({ kind, number: file })));
  return item === undefined ? null : viewStuckItem(item).cause;
}

/** How many stuck things people dismissed. */
export async function countDismissed({ store }: Pick<OpenInstallation, "store">): Promise<number> {
  return (await store.reports.counts(countedForLists)).dismissed;
}
