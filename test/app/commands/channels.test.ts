import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { backUp } from "../../../src/app/backup/back-up.ts";
import { pollChannel, pollOutcome } from "../../../src/app/commands/channel/poll-channel.ts";
import { checkChannel } from "../../../src/app/doctor/check-channel.ts";
import type { ShownChannel } from "../../../src/app/views/channel-view.ts";
import { openPlace } from "./open-place.ts";

/** A channel as a daemon says it is. */
const shown = (said: object, direction: "in" | "out" = "in"): ShownChannel =>
  ({ direction, now: null, sending: null, ...said }) as ShownChannel;

describe("a poll that was asked for", () => {
  const asked = 100_000;
  const soon = asked + 1_000;
  const later = asked + 5_000;

  it.each([
    ["done", { now: { state: "watching", lastListingAt: soon } }, soon],
    ["waiting", { now: { state: "watching", lastListingAt: asked - 1 } }, later],
    // What the daemon says of it may be from before it heard.
    ["waiting", { now: { state: "on-hold", lastListingAt: null } }, soon],
    ["failed", { now: { state: "on-hold", lastListingAt: null } }, later],
    ["failed", {}, later],
  ])("is %s when an inbox is so: %j", (outcome, said, writtenAt) => {
    expect(pollOutcome(shown(said), asked, writtenAt)).toBe(outcome);
  });

  it.each([
    ["done", { state: "working", problem: null, triedAt: soon }, soon],
    ["failed", { state: "working", problem: "no", triedAt: soon }, soon],
    ["failed", { state: "waiting", problem: "no", triedAt: soon }, soon],
    ["waiting", { state: "waiting", problem: "no", triedAt: asked - 1 }, later],
    ["failed", { state: "on-hold", problem: null, triedAt: null }, later],
  ])("is %s when a channel that files leave by is so: %j", (outcome, sending, writtenAt) => {
    expect(pollOutcome(shown({ sending }, "out"), asked, writtenAt)).toBe(outcome);
  });

  it("is refused where no daemon runs, or there is no such channel", async () => {
    const installation = await openPlace();
    await expect(pollChannel(installation, { channel: "inbox" })).rejects.toMatchObject({
      kind: "unavailable",
      remedy: { remedies: [{ remedy: "start-daemon" }] },
    });
    await expect(pollChannel(installation, { channel: "inbux" })).rejects.toMatchObject({
      kind: "invalid",
      message: "There is no channel inbux; there are inbox",
    });
    await expect(checkChannel(installation.config, "inbux")).rejects.toMatchObject({
      kind: "invalid",
    });
  });
});

it("backs a store up once, and never over another file", async () => {
  const installation = await openPlace();
  const path = join(installation.config.blobs, "..", "copy.db");
  await backUp(installation, { path });
  await expect(backUp(installation, { path })).rejects.toMatchObject({ kind: "invalid" });
});
