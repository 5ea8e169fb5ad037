import { countedForLists } from "../../core/text/capped-count.ts";
import { kindsOf, stuckKind } from "../../store/stuck/stuck-kinds.ts";
import { problemKinds } from "../asked/problem-code.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import { viewAdvice } from "../views/remedy-view.ts";
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

/** The ways to settle all that is stuck for the cause of an item: of all of them, none but that is read. */
export function waysToSettle({
  kind,
  cause,
  number,
  item,
  behind,
}: StuckItemView): readonly ReturnType<typeof viewAdvice>[] {
  const example = { number, item, ...(behind !== undefined && { behind }) };
  return stuckKind(kind)
    .ways({ ...cause, example })
    .map(viewAdvice);
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
