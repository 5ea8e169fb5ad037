import type { Hold } from "../../core/hold/hold.ts";
import { type Advice, advice } from "../../core/stuck/remedy.ts";
import { utcTime, utcTimeOrNull } from "../../core/text/utc-time.ts";
import type { ChannelStatus } from "../../intake/channel/channel-status.ts";
import { type DaemonLook, lookAtDaemonOf } from "../heartbeat/look-at-daemon.ts";
import { notThisStore } from "../heartbeat/not-this-store.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import { viewStatusList } from "../views/channel-view.ts";
import { viewClock, viewDaemon } from "../views/daemon/daemon-view.ts";
import { viewHold } from "../views/hold-view.ts";
import { viewAdvice, viewRemedy } from "../views/remedy-view.ts";
import type { BesideStuckView } from "../views/stuck-view.ts";

/** What is looked at beside what is stuck. */
export interface BesideStuck {
  readonly holds: readonly Hold[];
  readonly daemon: DaemonLook;
  /** When the last file or event was recorded, and what the clock shows. */
  readonly lastRecordedAt: number;
  readonly now: number;
}

/** What keeps work from being done at this moment though it is not stuck itself. */
export async function seeBesideStuck({
  config,
  store,
  clock,
}: OpenInstallation): Promise<BesideStuck> {
  return {
    holds: await store.holds.list(),
    daemon: await lookAtDaemonOf(config),
    lastRecordedAt: await store.health.lastRecordedAt(),
    now: clock.wall(),
  };
}

/** What keeps work from being done though it is not stuck itself, for programs: `kind` tells these from causes and items. */
export function viewBesideStuck({
  holds,
  daemon,
  lastRecordedAt,
  now,
}: BesideStuck): BesideStuckView[] {
  const behind = viewClock(lastRecordedAt, now);
  return [
    ...holds.map((hold) => ({
      kind: "hold" as const,
      ...viewHold(hold),
      remedy: viewRemedy({ remedy: "release-hold", hold }),
    })),
    ...(behind === null ? [] : [{ kind: "clock" as const, ...behind }]),
    ...daemonTroubles(daemon),
  ];
}

/**
 * That nothing is listed as stuck, in words that agree with what is listed beside it: a channel in trouble or work on
 * hold is not stuck, and yet not well.
 */
export function sayNothingStuck(isAnythingBeside: boolean): string {
  return isAnythingBeside ? "Nothing else is stuck." : "Nothing is stuck.";
}

function daemonTroubles(look: DaemonLook): BesideStuckView[] {
  const trouble = daemonTrouble(look);
  if (trouble !== null) return [{ kind: "daemon" as const, ...viewDaemon(look), ...trouble }];
  if (look.is !== "running") return [];
  const { channels, outbound } = look.status;
  return [
    ...channels.filter(isTroubled).map(({ name, state, problem: why, server, troubled }) => ({
      kind: "channel" as const,
      name,
      direction: "in" as const,
      state,
      problem: why,
      retryAt: utcTimeOrNull(server?.retryAt),
      troubled: viewStatusList(troubled),
    })),
    ...outbound
      .filter(({ problem: why }) => why !== null)
      .map(({ name, state, problem: why, retryAt }) => ({
        kind: "channel" as const,
        name,
        direction: "out" as const,
        state,
        problem: why,
        retryAt: utcTimeOrNull(retryAt),
      })),
  ];
}

function isTroubled({ problem, troubled }: ChannelStatus): boolean {
  return problem !== null || troubled.count > 0;
}

/** What is wrong with a daemon that was started, and what to do about it; null when nothing is. */
function daemonTrouble(
  look: DaemonLook,
): Pick<Extract<BesideStuckView, { readonly kind: "daemon" }>, "problem" | "settle"> | null {
  const start = (say: string): Advice => advice(say, { remedy: "start-daemon" });
  switch (look.is) {
    case "silent": {
      const last = look.last === null ? "never" : `last at ${utcTime(look.last.writtenAt)}`;
      const problem = `The daemon is running and has reported ${last}: it hangs, is stopped or very busy, the disk is full, or the clock was changed.`;
      return { problem, settle: null };
    }
    case "died":
      return {
        problem: `The daemon is not running: it crashed or was killed, last heartbeat ${utcTime(look.last.writtenAt)}.`,
        settle: viewAdvice(start("`{}` starts it, and takes up what was in flight")),
      };
    case "running":
      return look.status.replaced
        ? { problem: notThisStore(look.status.replaced), settle: null }
        : null;
    case "stopped":
      return null;
  }
}
