import { expect, it } from "vitest";
import { stageOfChannel } from "../../../src/app/asked/asked-channel.ts";
import { liftHold, placeHold } from "../../../src/app/commands/stuck/hold-stage.ts";
import type { HoldScope } from "../../../src/core/hold/hold.ts";
import { ann, openPlace } from "./open-place.ts";

const scope = (stage: HoldScope["stage"], parts: Partial<HoldScope> = {}): HoldScope => ({
  stage,
  channel: null,
  type: null,
  name: null,
  ...parts,
});

it("places a hold once, whoever asks again, and lifts it", async () => {
  const installation = await openPlace();
  const inbox = scope("intake", { channel: "inbox" });
  const first = await placeHold(installation, inbox, ann);
  expect(first).toMatchObject({ isNew: true, hold: { actor: "ann" } });
  const again = await placeHold(installation, inbox, { actor: "bob", reason: "x" });
  expect(again).toEqual({ hold: first.hold, isNew: false });
  expect(await liftHold(installation, inbox, ann)).toMatchObject({ id: first.hold.id });
  expect(await installation.store.holds.list()).toEqual([]);
});

it("refuses what would hold nothing, and says what there is", async () => {
  const installation = await openPlace();
  const refused = async (asked: HoldScope) => {
    const error: unknown = await placeHold(installation, asked, ann).catch((why: unknown) => why);
    return error instanceof Error ? [("kind" in error && error.kind) || "", error.message] : [];
  };
  expect(await refused(scope("intake", { channel: "inbux" }))).toEqual([
    "invalid",
    "There is no channel inbux; there are inbox",
  ]);
  expect(await refused(scope("outbound", { channel: "inbox" }))).toEqual([
    "invalid",
    "There is no channel inbox; none is configured",
  ]);
  expect(await refused(scope("intake", { name: "inbox" }))).toEqual([
    "invalid",
    "intake has no holds by name; it takes channel, or neither for all of it",
  ]);
  expect(await refused(scope("actions", { type: "ordr" }))).toEqual([
    "invalid",
    expect.stringMatching(/^There is no type of process ordr; there are .*order/),
  ]);
  expect(await refused(scope("actions", { name: "sing" }))).toEqual([
    "invalid",
    expect.stringMatching(/^There is no action "sing"; there are /),
  ]);
  expect(await refused(scope("outbound", { type: "D9999" }))).toEqual([
    "invalid",
    expect.stringMatching(/^There is no flow D9999 in the catalogue/),
  ]);
  expect(await installation.store.holds.list()).toEqual([]);
  await placeHold(installation, scope("outbound", { type: "D0155" }), ann);
  await placeHold(installation, scope("outbound", { type: "IF-031" }), ann);
  expect(await installation.store.holds.list()).toHaveLength(2);
});

it("refuses to lift what is not on hold, and says what is", async () => {
  const installation = await openPlace();
  await placeHold(installation, scope("actions"), ann);
  await expect(liftHold(installation, scope("outbound"), ann)).rejects.toMatchObject({
    kind: "conflict",
    message: "outbound is not on hold; what is on hold: actions",
  });
});

it("knows which stage works by a channel", async () => {
  const { config } = await openPlace();
  expect(stageOfChannel(config, "inbox")).toBe("intake");
  expect(() => stageOfChannel(config, "outbux")).toThrow("There is no channel outbux");
});
