import type { NoticeSettings } from "../config/notices/notice-settings.ts";
import { type Hold, holdWords } from "../core/hold/hold.ts";
import type { NoticeLevel, Standing } from "../core/notice/notice.ts";
import type { ChannelStatus } from "../intake/channel/channel-status.ts";
import type { OutboundChannelStatus } from "../outbound/deliver/outbound-status.ts";
import type { StuckCause } from "../store/stuck/stuck-causes.ts";
import { stuckKind } from "../store/stuck/stuck-kinds.ts";

/** How everything is, as far as people may have to be notified of it. */
export interface Situation {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly causes: readonly StuckCause[];
  readonly channels: readonly ChannelStatus[];
  readonly outbound: readonly OutboundChannelStatus[];
  readonly holds: readonly Hold[];
  /** Which file of the store is gone or another; null when none is. */
  readonly replaced: string | null;
  /** Why new settings were refused, and when; null when they were not. */
  readonly reloadRefused: { readonly reason: string; readonly at: number } | null;
  /** Contacts to whom nothing gets through, since when, and why. */
  readonly unreached: readonly {
    readonly contact: string;
    readonly since: number;
    readonly reason: string;
  }[];
}

/** What is wrong, and of what it is unknown yet. */
export interface Found {
  readonly standing: readonly Standing[];
  readonly unknown: ReadonlySet<string>;
}

/** A hold is forgotten rather than meant after so long, in milliseconds. */
const forgottenMs = 4 * 3_600_000;

/** All that people may have to be notified of, as it is now. */
export function whatStands(situation: Situation, settings: NoticeSettings): Found {
  const { channels, outbound } = situation;
  const standing = [
    ...stuckCausesOf(situation),
    ...roomOf(situation),
    ...channels.flatMap((status) => inboundTrouble(status, situation, settings)),
    ...channels.flatMap((status) => filesInTrouble(status, situation, settings)),
    ...outbound.flatMap((status) => outboundTrouble(status, situation, settings)),
    ...situation.holds.map(holdStanding),
    ...ofDaemon(situation),
    ...situation.unreached.map(({ contact, since, reason }) =>
      plain({
        about: `contact ${contact}`,
        level: "urgent",
        title: `Notices to ${contact} do not get through: ${reason}`,
        since,
      }),
    ),
  ];
  // A channel that stops with the daemon is as it was.
  const unlisted = channels.filter(
    ({ state, lastListingAt }) =>
      state === "stopped" || (state === "watching" && lastListingAt === null),
  );
  const untried = outbound.filter(
    ({ state, triedAt }) => state === "stopped" || (state === "working" && triedAt === null),
  );
  const unknown = [
    ...[...unlisted, ...untried].map(({ name }) => `channel ${name}`),
    ...unlisted.map(({ name }) => `files ${name}`),
  ];
  return { standing, unknown: new Set(unknown) };
}

function plain(
  said: Pick<Standing, "about" | "level" | "title" | "since"> & Partial<Standing>,
): Standing {
  return {
    count: 1,
    channel: null,
    assignees: [],
    remedy: null,
    patienceMs: 0,
    because: null,
    ...said,
  };
}

function stuckCausesOf({ causes, channels, outbound, holds }: Situation): Standing[] {
  const isIntakeHeldUp = holds.some(({ stage, channel }) => stage === "intake" && channel === null);
  const down = outbound.filter(({ state }) => state === "waiting").map(({ name }) => name);
  const isDeaf = channels.length > 0 && channels.every(({ state }) => state === "waiting");
  return causes.flatMap(({ id, kind, title, count, since, assignees }) => {
    const { notice, title: state } = stuckKind(kind);
    if (count === 0 || notice === null) return [];
    const { level, isAwaited } = notice;
    const ofChannel = down.find((name) => title.startsWith(`channel ${name}: `)) ?? null;
    const root =
      isAwaited && isIntakeHeldUp ? "hold intake" : isAwaited && isDeaf ? "intake" : null;
    return plain({
      about: `cause ${id}`,
      level,
      title: `${state}: ${title}`,
      since,
      count,
      assignees,
      channel: ofChannel,
      remedy: { remedy: "show-cause", cause: id },
      because: ofChannel === null ? root : `channel ${ofChannel}`,
    });
  });
}

/** Channels that take nothing for want of room, or for too much behind intake, do so for one reason: it is reported once. */
function roomOf({ channels, now }: Situation): Standing[] {
  const waiting = channels.filter(({ state }) => state === "waiting");
  const [first] = waiting;
  if (first === undefined) return [];
  return [
    plain({
      about: "intake",
      level: "urgent",
      title: `Intake waits: ${first.problem ?? "the store or a disk cannot be used"}`,
      since: now,
      count: waiting.length,
      remedy: { remedy: "show-status" },
    }),
  ];
}

function inboundTrouble(
  { name, state, problem, lastListingAt }: ChannelStatus,
  { now }: Situation,
  settings: NoticeSettings,
): Standing[] {
  if (isUsable(state)) return [];
  return [channelStanding(name, problem, lastListingAt ?? now, settings)];
}

function isUsable(state: ChannelStatus["state"]): boolean {
  return state === "watching" || state === "on-hold" || state === "waiting" || state === "stopped";
}

/** Files that a channel cannot take or finish, such as one larger than the disk: tried again, and often for nothing. */
function filesInTrouble(
  { name, state, troubled }: ChannelStatus,
  { now }: Situation,
  { patienceMs, channelPatienceMs }: NoticeSettings,
): Standing[] {
  const { count, entries } = troubled;
  if (count === 0 || state === "stopped") return [];
  const files = count === 1 ? "1 file" : `${count} files`;
  return [
    plain({
      about: `files ${name}`,
      level: "work",
      // Without names and reasons: names of files may say of whom they are.
      title: `Channel ${name} cannot take or finish ${files}, and keeps trying`,
      since: Math.min(...entries.map(({ since }) => since ?? now), now),
      count,
      channel: name,
      remedy: { remedy: "show-channel", channel: name },
      patienceMs: channelPatienceMs[name] ?? patienceMs,
      because: isUsable(state) ? null : `channel ${name}`,
    }),
  ];
}

function outboundTrouble(
  { name, state, problem, triedAt }: OutboundChannelStatus,
  { now }: Situation,
  settings: NoticeSettings,
): Standing[] {
  return state === "waiting" ? [channelStanding(name, problem, triedAt ?? now, settings)] : [];
}

function channelStanding(
  name: string,
  problem: string | null,
  since: number,
  { patienceMs, channelPatienceMs }: NoticeSettings,
): Standing {
  return plain({
    about: `channel ${name}`,
    level: "urgent",
    title: `Channel ${name} cannot be used: ${problem ?? "it does not say why"}`,
    since,
    channel: name,
    remedy: { remedy: "show-channel", channel: name },
    patienceMs: channelPatienceMs[name] ?? patienceMs,
  });
}

function holdStanding(hold: Hold): Standing {
  const isOwn = hold.actor === "busbar";
  const level: NoticeLevel = isOwn ? "urgent" : "work";
  const { stage, channel, type, name } = hold;
  return plain({
    about: `hold ${holdWords(hold)}`,
    level,
    // Without a person's reason: titles leave the house, and people write in their own words.
    title: `On hold by ${hold.actor}: ${holdWords(hold)}${isOwn ? ` (${hold.reason})` : ""}`,
    since: hold.since,
    channel: hold.channel,
    remedy: { remedy: "release-hold", hold: { stage, channel, type, name } },
    patienceMs: isOwn ? 0 : forgottenMs,
  });
}

function ofDaemon({ replaced, reloadRefused, now }: Situation): Standing[] {
  const found: Standing[] = [];
  if (replaced !== null)
    found.push(
      plain({
        about: "store",
        level: "urgent",
        title: "A file of the store was deleted, moved or replaced: nothing is taken or sent",
        since: now,
        remedy: { remedy: "show-status" },
      }),
    );
  if (reloadRefused !== null)
    found.push(
      plain({
        about: "configuration",
        level: "work",
        title: "New settings were refused; the daemon goes on with those it has",
        since: reloadRefused.at,
        remedy: { remedy: "show-status" },
      }),
    );
  return found;
}
