import { expect, test } from "vitest";
import { withLastFailures } from "../../../src/app/queries/channels/last-failures.ts";
import { type ShownChannel, viewChannel } from "../../../src/app/views/channel-view.ts";
import type { DeliveryEnd } from "../../../src/core/outbound/outbound.ts";
import { composed, message } from "../../store/conformance/outbound-files.ts";
import { openPlace } from "../commands/open-place.ts";

const sending = {
  name: "market",
  kind: "folder",
  target: "/srv/out",
  state: "working",
  problem: null,
  retryAt: null,
  triedAt: 1_000,
  delivered: 0,
  deliveredAt: null,
} as const;

const market: ShownChannel = {
  name: "market",
  kind: "folder",
  direction: "out",
  path: "/srv/out",
  now: null,
  sending,
  otherwise: "stopped",
};

test("a channel whose last file failed does not just work, until one is delivered", async () => {
  const { store } = await openPlace();
  await store.outboundMessages.send({ identity: "test", outgoing: message });
  await store.outbound.record([composed(1), composed(2), composed(3)]);
  const end = async (...ends: DeliveryEnd[]) => {
    await store.deliveries.end(ends);
    return (await withLastFailures(store, [market])).map(viewChannel);
  };
  expect(await withLastFailures(store, [market])).toEqual([market]);
  const counting = { ...market, sending: { ...sending, countedSince: 1_000 } };
  expect(viewChannel(counting)).toMatchObject({ countedSince: "1970-01-01T00:00:01.000Z" });
  expect(await end({ id: 1, end: "failed", problem: "the name is taken" })).toMatchObject([
    {
      state: "failing",
      problem: "the last file that left by it failed, outbound 1: the name is taken.",
    },
  ]);
  const [waiting] = await withLastFailures(store, [
    { ...market, sending: { ...sending, state: "waiting", problem: "no route" } },
  ]);
  expect(waiting?.sending).toMatchObject({ state: "waiting", problem: "no route" });
  expect(await end({ id: 2, end: "delivered" })).toMatchObject([
    { state: "working", problem: null },
  ]);
  expect(await end({ id: 3, end: "failed", problem: "no room" })).toMatchObject([
    { state: "failing" },
  ]);
});
