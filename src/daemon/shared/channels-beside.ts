import { readStatuses } from "../../app/heartbeat/daemon-status.ts";
import { statusOfAll } from "../../app/heartbeat/several-daemons.ts";
import type { ChannelStatus } from "../../intake/channel/channel-status.ts";
import type { OutboundChannelStatus } from "../../outbound/deliver/outbound-status.ts";
import type { Clock } from "../../runtime/clock.ts";
import type { Log } from "../../runtime/log.ts";
import { Loop } from "../../runtime/loop.ts";
import type { HeartbeatStore } from "../../store/port/heartbeat-store.ts";
import type { Runs } from "../stages.ts";

/** How often others are listened to, in milliseconds: they say something every second at most. */
const everyMs = 5_000;

/** The channels that other daemons of the store have, as they last said: people are notified of all by one daemon. */
export class ChannelsBeside implements Runs {
  readonly #loop: Loop;
  channels: readonly ChannelStatus[] = [];
  outbound: readonly OutboundChannelStatus[] = [];

  constructor(
    heartbeat: Pick<HeartbeatStore, "read">,
    context: { readonly clock: Clock; readonly log: Log },
  ) {
    const round = async () => {
      const said = await readStatuses(heartbeat);
      const others = said.filter(({ isOwn }) => !isOwn);
      const [first] = others;
      const all = first === undefined ? null : statusOfAll(first.status, others);
      this.channels = all?.channels ?? [];
      this.outbound = all?.outbound ?? [];
      return null;
    };
    this.#loop = new Loop({ name: "listening to other daemons", everyMs, round }, context);
  }

  async run(signal: AbortSignal): Promise<void> {
    await this.#loop.run(signal);
  }
}
