import { describe, expect, it } from "vitest";
import type { ShownChannel } from "../../src/app/views/channel-view.ts";
import { channelLines } from "../../src/cli/channel/channel-lines.ts";
import type { ChannelState } from "../../src/intake/channel/channel-status.ts";

const none = { count: 0, entries: [] };
const now = 1_780_000_000_000;

/** A channel to a partner that could not be used, to be tried again at a moment. */
function unreachable(state: ChannelState, retryAt: number): ShownChannel {
  const server = { card: null, isConnected: false, failures: 3, retryAt, entries: 0, kept: 0 };
  const lists = { waiting: none, ignored: none, troubled: none };
  const path = "sftp://partner/out";
  return {
    name: "partner",
    kind: "sftp",
    direction: "in",
    path,
    sending: null,
    otherwise: "stopped",
    now: {
      name: "partner",
      path,
      state,
      problem: "x",
      lastListingAt: null,
      recorded: 0,
      ...lists,
      server,
    },
  };
}

describe("a partner's server that cannot be used", () => {
  it("is tried again in so many seconds, or now by a command that works as it is", () => {
    expect(channelLines(unreachable("unreachable", now + 7_000), now)).toContain(
      "    it failed 3 times in a row; tried again in 7 s, or now by: busbar channel poll partner",
    );
  });

  it("is never said to be tried in 0 s", () => {
    expect(channelLines(unreachable("unreachable", now - 5_000), now)).toContain(
      "    it failed 3 times in a row; being tried again now",
    );
  });

  it.each(["on-hold", "waiting"] as const)("is not tried while its channel is %s", (state) => {
    expect(channelLines(unreachable(state, now - 5_000), now)).toContain(
      "    it failed 3 times in a row; tried again when the channel goes on",
    );
  });
});
