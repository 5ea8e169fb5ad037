import { expect, test } from "vitest";
import { gatherMetrics } from "../../src/app/metrics/gather.ts";
import { MetricsRegistry } from "../../src/app/metrics/registry.ts";
import { composed } from "../store/conformance/outbound-files.ts";
import { madeFile } from "../store/made-file.ts";
import { StoreFolder } from "../store/sqlite/store-folder.ts";

test("when something last left and what is missing are read from the store, whether a daemon runs or not", async () => {
  using folder = new StoreFolder();
  let now = 1_000_000;
  const store = await folder.open({ now: () => now });
  const sequence = { check: "warn", onGap: "wait", waitForMs: 60_000 } as const;
  for (const number of [10, 14, 12])
    await store.files.record([madeFile({ sequence: { number, ...sequence } })]);
  const outgoing = { kind: "email", to: "a@b.c", subject: "Hi", text: "Yes" } as const;
  await store.outboundMessages.send({ identity: "queue", outgoing });
  await store.outbound.record([composed(1), composed(2), composed(3)]);
  for (const id of [1, 2]) {
    now += 5_000;
    await store.deliveries.end([{ id, end: "delivered" }]);
  }
  const into = new MetricsRegistry();
  const place = { files: [], folders: [] };
  const nobody = { verified: null, status: null, isUp: false, stuck: null, webhooks: [] };
  await gatherMetrics(into, { store, place, ...nobody });
  const text = await into.text();
  expect(text).toContain('busbar_channel_last_delivery_timestamp_seconds{channel="market"} 1010\n');
  expect(text).toContain('busbar_sequence_gaps{flow="D0010"} 2\n');
  await store.close();
});
