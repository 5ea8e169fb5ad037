import type { OpenInstallation } from "../installation/open-installation.ts";
import { type SnoozeView, viewSnooze } from "../views/notice-view.ts";

/** What is snoozed now, the oldest first. */
export async function goingSnoozes({ store, clock }: OpenInstallation): Promise<SnoozeView[]> {
  return (await store.notices.snoozes(clock.wall())).map(viewSnooze);
}
