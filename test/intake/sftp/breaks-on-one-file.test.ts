import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lookAtDaemon } from "../../../src/app/heartbeat/look-at-daemon.ts";
import { channelTroubles } from "../../../src/cli/channel/channel-troubles.ts";
import { storeAt } from "../../../src/store/open.ts";
import { startOddServer } from "../../channels/sftp/odd-server.ts";
import { goodFile } from "../../promises/flow-files.ts";
import {
  type PartnerPlace,
  partnerPlace,
  quickInbox,
  recordedAs,
  statusOf,
} from "../../promises/partner-place.ts";
import { until, whileRunning } from "../../promises/workplace.ts";

/** What `busbar stuck` says of channels, in one text. */
async function stuckOf({ config }: PartnerPlace): Promise<string> {
  const now = Date.now();
  return channelTroubles(await lookAtDaemon(storeAt(config.store), now), now).join("\n");
}

test("a file on which the server hangs up keeps no other from coming, and is named", async () => {
  const { server, folder, odd } = await startOddServer();
  const files = Array.from({ length: 40 }, (_, number) => goodFile(number));
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  const poison = files[20]?.name ?? "";
  odd.answer = (operation, path) =>
    operation === "open" && path.endsWith(poison) ? { hangUp: true } : undefined;
  const place = partnerPlace([quickInbox(server, folder)]);
  onTestFinished(() => place.remove());
  await whileRunning(place, async () => {
    await until("the others are taken", () => readdirSync(folder).length === 1);
    await until("it is named", () => statusOf(place)?.troubled.entries[0]?.name === poison);
    const { reason } = statusOf(place)?.troubled.entries[0] ?? {};
    expect(reason).toContain("while this file alone was fetched");
    await until("it is told as stuck", async () =>
      (await stuckOf(place)).includes(`${poison}: ${reason}`),
    );
    delete odd.answer;
    await until("it is taken", () => readdirSync(folder).length === 0);
  });
});

test.each([null, "claimed"])("a large one neither, with the claim folder %s", async (claim) => {
  const { server, folder, odd } = await startOddServer();
  const poison = goodFile(1, 300);
  const sent = [poison, goodFile(2, 300), ...[3, 4, 5].map((number) => goodFile(number))];
  for (const { name, bytes } of sent) writeFileSync(join(folder, name), bytes);
  odd.answer = (operation, path) =>
    operation === "open" && path.endsWith(poison.name) ? { hangUp: true } : undefined;
  if (claim !== null) mkdirSync(join(folder, claim));
  const settings = claim === null ? {} : { claim: join(folder, claim) };
  const place = partnerPlace([quickInbox(server, folder, settings)], { largeFileBytes: 5_000 });
  onTestFinished(() => place.remove());
  await whileRunning(place, async () => {
    await until("the others are recorded", async () => (await recordedAs(place)).length === 4);
    await until("it is named", async () =>
      (await stuckOf(place)).includes(`${poison.name}: the connection`),
    );
    expect(statusOf(place)?.troubled.entries.map(({ name }) => name)).toEqual([poison.name]);
    delete odd.answer;
    await until("it is taken", async () => (await recordedAs(place)).length === 5);
  });
});

test("a large file whose connection breaks again and again is no suspect while it gets on", async () => {
  const { server, folder, odd } = await startOddServer({ readBytes: 16_384 });
  const large = goodFile(1, 6_000);
  writeFileSync(join(folder, large.name), large.bytes);
  let reads = 0;
  let breaks = 0;
  // Its 14 pieces take two reads each: the first connection brings four of them, the second eight.
  odd.answer = (operation) => {
    if (operation === "open") reads = 0;
    if (operation === "read") reads += 1;
    if (operation !== "read" || reads !== 18) return undefined;
    breaks += 1;
    return { hangUp: true };
  };
  const place = partnerPlace([quickInbox(server, folder)], { largeFileBytes: 5_000 });
  onTestFinished(() => place.remove());
  const told: string[] = [];
  await whileRunning(place, async () => {
    await until("it is taken", () => {
      told.push(...(statusOf(place)?.troubled.entries.map(({ name }) => name) ?? []));
      return readdirSync(folder).length === 0;
    });
  });
  expect(breaks).toBe(2);
  expect(told).toEqual([]);
});
