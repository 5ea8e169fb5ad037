import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { type WebhookChannel, webhookDefaults } from "../../src/config/channel/webhook-channel.ts";
import type { BusbarConfig } from "../../src/config/config.ts";
import type { ProcessDefinition } from "../../src/core/process/process.ts";
import { startWebReceiver, type WebReceiver } from "../notices/web-receiver.ts";
import { startPostgres } from "../store/postgres/server.ts";
import { startChild } from "./child-daemon.ts";
import { errandFile, isSettled } from "./errand-account.ts";
import { errands } from "./errands.ts";
import { goodFile } from "./flow-files.ts";
import { until, type Workplace, whileRunning, withStore, workplace } from "./workplace.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

/** A place whose daemon tells a webhook of all that happens, three events at a time. */
async function telling(
  common: Partial<BusbarConfig> = {},
): Promise<{ place: Workplace; web: WebReceiver }> {
  const web = await startWebReceiver();
  const made = workplace({}, common);
  onTestFinished(made.remove);
  const file = join(made.base, "erp.secret");
  writeFileSync(file, `whsec_${Buffer.from("a".repeat(24)).toString("base64")}`, { mode: 0o600 });
  const erp: WebhookChannel = {
    ...webhookDefaults,
    name: "erp",
    kind: "webhook",
    direction: "out",
    url: web.url,
    private: true,
    secrets: [{ file }],
    from: { event: 0, revision: 0 },
    batch: 3,
  };
  return { web, place: { ...made, config: { ...made.config, webhooks: [erp] } } };
}

/** All that happened came, in order, and whatever came twice did so under one id; gives how much happened. */
async function expectAll(
  place: Workplace,
  web: WebReceiver,
  definitions?: readonly ProcessDefinition[],
): Promise<number> {
  let happened = 0;
  const isDone = async () => {
    if (!(await isSettled(place))) return false;
    return withStore(place, async (store) => {
      ({ event: happened } = await store.feed.last());
      const { event } = (await store.subscriptions.get("erp"))?.place ?? { event: 0 };
      const open = (await store.outbound.counts()).filter(({ state }) => state !== "delivered");
      return event === happened && open.length === 0;
    });
  };
  const options = definitions === undefined ? {} : { definitions };
  await whileRunning(place, () => until("all is told", isDone, 60_000), options);
  const byId = Map.groupBy(web.received, ({ headers }) => headers["webhook-id"]);
  for (const same of byId.values()) expect(new Set(same.map(({ body }) => body)).size).toBe(1);
  const told = [...byId.values()].flatMap(([one]) => {
    const batch = JSON.parse(one?.body ?? "[]") as { readonly id: string }[];
    return batch.map(({ id }) => id);
  });
  expect(told).toEqual(Array.from({ length: happened }, (_, at) => `${at + 1}.0`));
  return happened;
}

const points = nightly
  ? (["composed", "webhook-begun", "webhook-answered", "webhook-ended"] as const)
  : (["webhook-answered"] as const);

const named = points.join(", ");
test(`a webhook gets everything in order and under one id, though the daemon is killed after ${named}`, async () => {
  const { place, web } = await telling();
  for (const [at, point] of points.entries()) {
    place.drop(goodFile(at + 1, 4));
    expect(await startChild(place, [point, 1]).ended).toMatchObject({ signal: "SIGKILL" });
  }
  expect(await expectAll(place, web)).toBe(points.length * 4);
  // What was answered and not noted came once more.
  expect(web.received.length).toBeGreaterThan(new Set(web.received.map(({ body }) => body)).size);
});

test.runIf(nightly)(
  "a webhook gets everything in order, though the daemon is killed a hundred times at random",
  { timeout: 600_000 },
  async () => {
    const { place, web } = await telling();
    for (let round = 0; round < 100; round += 1) {
      place.drop(goodFile(round + 1, 10));
      const child = startChild(place);
      await child.ready;
      await setTimeout(Math.random() * 300);
      child.kill("SIGKILL");
      await child.ended;
    }
    expect(await expectAll(place, web)).toBe(1_000);
  },
);

test.runIf(nightly)(
  "a webhook gets everything in order from two daemons that share a database, of which one is killed again and again",
  { timeout: 600_000 },
  async () => {
    const server = await startPostgres();
    onTestFinished(() => server.stop());
    const { place, web } = await telling({ store: await server.database("told") });
    const start = () => startChild(place, null, [], "daemon-among-others.ts");
    const daemons = [start(), start()];
    await Promise.all(daemons.map(({ ready }) => ready));
    for (let round = 0; round < 20; round += 1) {
      place.drop(errandFile(round + 1));
      await setTimeout(Math.random() * 2_000);
      const victim = daemons[round % 2];
      victim?.kill("SIGKILL");
      await victim?.ended;
      daemons[round % 2] = start();
    }
    for (const daemon of daemons) daemon.kill("SIGTERM");
    await Promise.all(daemons.map(({ ended }) => ended));
    expect(await expectAll(place, web, errands)).toBeGreaterThan(200);
  },
);
