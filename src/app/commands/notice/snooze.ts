import type { Snooze, SnoozeScope } from "../../../core/notice/notice.ts";
import { notFound, RefusedError } from "../../../core/refusal/refused-error.ts";
import type { ChangedBy } from "../../../store/port/events/revision-store.ts";
import { askedChannel, configuredChannels } from "../../asked/asked-channel.ts";
import { whoAndWhy } from "../../asked/who-asks.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";

/** What is to be snoozed, and until when. */
export interface SnoozeInput {
  /** A notice by its number, a channel by its name, or all there is. */
  readonly of: { readonly notice: number } | { readonly channel: string } | { readonly all: true };
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** The longest snooze: one that never ended would be forgotten. */
const longestMs = 90 * 86_400_000;

/** Has nobody notified of something until a moment; the end of what was reported before is reported all the same. */
export async function snoozeNotices(
  of: OpenInstallation,
  { of: what, until }: SnoozeInput,
  by: ChangedBy,
): Promise<Snooze> {
  const changedBy = whoAndWhy(by);
  const { store, clock } = of;
  const now = clock.wall();
  if (until <= now)
    throw new RefusedError("invalid", "A snooze ends later than now; name a moment ahead");
  if (until - now > longestMs)
    throw new RefusedError("invalid", "A snooze lasts 90 days at most; name an earlier moment");
  return store.notices.snooze({ scope: await scopeOf(of, what), until, ...changedBy });
}

async function scopeOf(of: OpenInstallation, what: SnoozeInput["of"]): Promise<SnoozeScope> {
  if ("all" in what) return { of: "all" };
  if ("channel" in what) {
    askedChannel(configuredChannels(of.config), what.channel);
    return { of: "channel", channel: what.channel };
  }
  const notice = await of.store.notices.get(what.notice);
  if (notice === null) throw notFound(`notice ${what.notice}`);
  return { of: "notice", about: notice.about };
}

/** Ends a snooze before its time, and gives it. */
export async function unsnoozeNotices(
  { store, clock }: OpenInstallation,
  { id }: { readonly id: number },
  by: ChangedBy,
): Promise<Snooze> {
  const changedBy = whoAndWhy(by);
  const snooze = await store.notices.unsnooze({ id, now: clock.wall(), ...changedBy });
  if (snooze === null) throw notFound(`snooze ${id} that goes on`);
  return snooze;
}
