import type { Store } from "../../src/store/port/store.ts";

/** Has a notice that was told to somebody and then kept quiet, and one that ended. */
export async function notice(store: Store, title: string): Promise<void> {
  const now = 1_767_225_600_000;
  const open = {
    about: "cause 5e4707",
    level: "work",
    title,
    since: now,
    count: 3,
    channel: null,
    assignees: [title],
    remedy: { remedy: "list-stuck" },
    openedAt: now,
    turn: 1,
    goneSince: null,
    endedAt: null,
    untold: "snoozed until noon",
  } as const;
  const nothing = { opened: [], changed: [], messages: [], dropped: [], gone: [] };
  const ended = { ...open, about: "hold intake", endedAt: now, untold: null };
  await store.notices.judge({
    now,
    decide: () => ({ ...nothing, opened: [open, ended] }),
  });
  const content = { notice: open, endedAt: null };
  const said = { notice: 1, contact: "team", verb: "opened", step: 1, dueAt: now } as const;
  await store.notices.judge({
    now,
    decide: () => ({ ...nothing, messages: [{ ...said, reason: title, content }] }),
  });
}
