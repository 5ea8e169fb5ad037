import type { OpenInstallation } from "../installation/open-installation.ts";
import { type StuckNoteView, viewStuckNote } from "../views/stuck-view.ts";

/** What people said of a cause as a whole, the first first. */
export async function notesOfCause(
  { store }: Pick<OpenInstallation, "store">,
  { cause }: { readonly cause: string },
): Promise<readonly StuckNoteView[]> {
  return (await store.stuck.notesOfCause(cause)).map(viewStuckNote);
}

/** How many stuck things people dismissed. */
export async function countDismissed({ store }: Pick<OpenInstallation, "store">): Promise<number> {
  return (await store.reports.counts()).dismissed;
}
