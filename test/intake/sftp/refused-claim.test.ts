import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { startOddServer } from "../../channels/sftp/odd-server.ts";
import { goodFile } from "../../promises/flow-files.ts";
import { partnerPlace, quickInbox, statusOf } from "../../promises/partner-place.ts";
import { until, whileRunning } from "../../promises/workplace.ts";

async function refusing() {
  const { server, folder, odd, asked } = await startOddServer();
  const claim = join(folder, "..", "taking");
  mkdirSync(claim);
  odd.answer = (operation) =>
    operation === "rename" ? { status: 3, message: "Permission denied" } : undefined;
  const place = partnerPlace([quickInbox(server, folder, { claim, pollMs: 60_000 })]);
  onTestFinished(() => place.remove());
  const looks = () => asked.filter((what) => what === `opendir ${folder}`).length;
  const path = join(folder, goodFile(1).name);
  writeFileSync(path, goodFile(1).bytes);
  return { place, looks, path, odd, claim, folder };
}

const inTrouble = (place: Parameters<typeof statusOf>[0]) => statusOf(place)?.troubled.count ?? 0;

test("a file that may not be claimed and goes away leaves no trouble and no looks without a pause", async () => {
  const { place, looks, path } = await refusing();
  await whileRunning(place, async () => {
    await until("the claim is refused", () => inTrouble(place) === 1);
    const { reason } = statusOf(place)?.troubled.entries[0] ?? {};
    expect(reason).toMatch(
      /^it cannot be claimed by renaming it into .*taking: permission denied\./,
    );
    expect(reason).toContain("a check of the channel tries it");
    expect(reason).not.toMatch(/taking\/[0-9a-z]{14}-/);
    rmSync(path);
    await until("the trouble is over", () => inTrouble(place) === 0);
    const before = looks();
    await setTimeout(700);
    expect(looks() - before).toBeLessThanOrEqual(2);
  });
});

test("a file that may be claimed after all is taken", async () => {
  const { place, odd, claim, folder } = await refusing();
  await whileRunning(place, async () => {
    await until("the claim is refused", () => inTrouble(place) === 1);
    delete odd.answer;
    await until("it is recorded", () => statusOf(place)?.recorded === 1);
    await until("it is gone", () => readdirSync(folder).length + readdirSync(claim).length === 0);
  });
});

test("a name that is listed and is not there when asked for is reported, with the reason of now", async () => {
  const { place, odd, looks, path } = await refusing();
  await whileRunning(place, async () => {
    await until("the claim is refused", () => inTrouble(place) === 1);
    odd.answer = (operation, asked) =>
      operation !== "readdir" && operation !== "opendir" && asked === path
        ? { status: 2, message: "No such file" }
        : undefined;
    await until("the present reason is told", () =>
      JSON.stringify(statusOf(place)?.troubled).includes("the server lists it and says"),
    );
    const before = looks();
    await setTimeout(700);
    expect(looks() - before).toBeLessThanOrEqual(2);
  });
});
