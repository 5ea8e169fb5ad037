import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startOddServer } from "../../channels/sftp/odd-server.ts";
import { goodFile } from "../../promises/flow-files.ts";
import { partnerPlace, quickInbox, recordedAs, statusOf } from "../../promises/partner-place.ts";
import { until, whileRunning } from "../../promises/workplace.ts";

/** An inbox that claims by renaming what has its marker. */
async function scene() {
  const odd = await startOddServer();
  const claim = join(odd.folder, "taking");
  mkdirSync(claim);
  const settings = { claim, marker: "{name}.done", steadyMs: 60_000 };
  const place = partnerPlace([quickInbox(odd.server, odd.folder, settings)]);
  onTestFinished(() => place.remove());
  const put = (number: number, isMarked: boolean) => {
    const { name, bytes } = goodFile(number);
    writeFileSync(join(odd.folder, name), bytes);
    if (isMarked) writeFileSync(join(odd.folder, `${name}.done`), "");
    return name;
  };
  const left = () => [...readdirSync(odd.folder), ...readdirSync(claim)].toSorted();
  return { ...odd, claim, place, put, left };
}

test("a file is claimed once its marker is there, and the marker goes with it", async () => {
  const { place, put, left } = await scene();
  const one = put(1, false);
  put(2, true);
  await whileRunning(place, async () => {
    await until("one is taken", () => left().length === 2);
    expect(left()).toEqual([one, "taking"]);
    const reason = () => statusOf(place)?.waiting.entries[0]?.reason ?? "";
    await until("it is told what it waits for", () => reason().includes("marker"));
    put(1, true);
    await until("both are taken", () => left().length === 1);
  });
  expect(await recordedAs(place)).toHaveLength(2);
});

test("a marker that a break left goes with its file, and vouches for no other", async () => {
  const { place, put, left, folder, odd } = await scene();
  const name = put(1, true);
  // The file is renamed, its marker not removed yet, when the connection breaks.
  odd.answer = (operation, path) =>
    operation === "rename" && path.endsWith(name) ? { hangUp: true } : undefined;
  await whileRunning(place, async () => {
    await until("it is taken", () => left().length === 1);
    delete odd.answer;
    put(1, false);
    await until("it waits", () => statusOf(place)?.waiting.count === 1);
  });
  expect(existsSync(join(folder, name))).toBe(true);
  expect(await recordedAs(place)).toHaveLength(1);
});

test("the marker of a file that came meanwhile under the same name is left to it", async () => {
  const { place, folder, left, claim } = await scene();
  // What a crash left after the rename, and a later file of that name with a marker of its own.
  const { name, bytes } = goodFile(1);
  writeFileSync(join(claim, `0mgx2k7pq4hd1z-${name}`), bytes);
  writeFileSync(join(folder, name), goodFile(3).bytes);
  writeFileSync(join(folder, `${name}.done`), "");
  await whileRunning(place, async () => {
    await until("both of that name are taken", () => left().length === 1);
  });
  expect(await recordedAs(place)).toEqual([`${name} recorded`, `${name} recorded`]);
});
