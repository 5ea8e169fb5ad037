import { setTimeout } from "node:timers/promises";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { storeAt } from "../../../store/open.ts";
import { askedChannel, configuredChannels } from "../../asked/asked-channel.ts";
import { lookAtDaemon } from "../../heartbeat/look-at-daemon.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { allChannels } from "../../queries/channels/shown-channels.ts";
import type { ShownChannel } from "../../views/channel-view.ts";

/** How long to wait for the daemon's look, in milliseconds, and how often to see whether it came. */
const patienceMs = 30_000;
const everyMs = 250;

/** A channel that the daemon was asked to look at. */
export interface PolledChannel {
  /** As it was when the daemon had looked, or nobody waited any longer. */
  readonly channel: ShownChannel;
  /** The daemon looked and found it in order. */
  readonly isDone: boolean;
}

/** Has the running daemon look at a channel now, or try it now when files leave by it, and waits for that. */
export async function pollChannel(
  { config, store, clock }: OpenInstallation,
  { channel: name }: { readonly channel: string },
): Promise<PolledChannel> {
  askedChannel(configuredChannels(config), name);
  const place = storeAt(config.store);
  if ((await lookAtDaemon(place, clock.wall())).is !== "running")
    throw new RefusedError("unavailable", "The daemon is not running, so that nobody looks", {
      remedy: advice("`{}` starts it", { remedy: "start-daemon" }),
    });
  const asked = clock.wall();
  const begun = clock.steady();
  await store.polls.request(name);
  for (;;) {
    await setTimeout(everyMs);
    const daemon = await lookAtDaemon(place, clock.wall());
    const channel = askedChannel(allChannels(config, daemon), name);
    const writtenAt = daemon.is === "running" ? daemon.status.writtenAt : 0;
    const came = pollOutcome(channel, asked, writtenAt);
    if (came === "waiting" && clock.steady() - begun < patienceMs) continue;
    return { channel, isDone: came === "done" };
  }
}

/** What came of a poll that was asked for at a moment, by what the daemon wrote of the channel, and when. */
export function pollOutcome(
  { direction, now, sending }: ShownChannel,
  asked: number,
  writtenAt: number,
): "done" | "failed" | "waiting" {
  // One that is on hold or stopped is not tried at all: the daemon has written since, and says no more.
  const isLater = writtenAt > asked + everyMs * 8;
  if (direction === "in") {
    if ((now?.lastListingAt ?? Number.NEGATIVE_INFINITY) >= asked) return "done";
    return now?.state !== "watching" && isLater ? "failed" : "waiting";
  }
  const isTried = (sending?.triedAt ?? Number.NEGATIVE_INFINITY) >= asked;
  const isUp = sending?.state === "working";
  if (isTried) return isUp && sending?.problem === null ? "done" : "failed";
  return isLater && !isUp && sending?.state !== "waiting" ? "failed" : "waiting";
}
