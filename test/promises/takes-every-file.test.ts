import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { d0010, goodFile } from "./flow-files.ts";
import {
  channelStatus,
  filesUnder,
  inInbox,
  isTaken,
  recordedFiles,
  until,
  type Workplace,
  whileRunning,
  withStore,
  workplace,
} from "./workplace.ts";

let place: Workplace;

afterEach(() => place.remove());

const taken = () => until("the inbox is empty", () => isTaken(place));

async function statesByName(): Promise<[name: string, state: string][]> {
  return (await recordedFiles(place)).map((file) => [file.name, file.state]);
}

const burst = process.env["BUSBAR_NIGHTLY"] === "1" ? 10_000 : 3_000;

test(`a burst of ${burst} files is taken, each once`, async () => {
  place = workplace();
  await whileRunning(place, async () => {
    for (let number = 0; number < burst; number += 1) {
      place.drop(goodFile(number));
      if (number % 500 === 0) await setTimeout(0);
    }
    await until("all are taken", () => isTaken(place));
  });
  const counts = await withStore(place, (store) => store.reports.counts());
  expect(counts).toMatchObject({ files: { recorded: burst }, events: burst, unrouted: 0 });
  expect(filesUnder(place.channel.archive).length).toBe(burst);
});

test("files that lie in the inbox at the start are taken", async () => {
  place = workplace();
  for (let number = 0; number < 20; number += 1) place.drop(goodFile(number));
  await whileRunning(place, taken);
  expect(await recordedFiles(place)).toHaveLength(20);
});

test("a name that is sent again at once, with other bytes, is another file", async () => {
  place = workplace();
  const first = goodFile(1);
  const second = { name: first.name, bytes: goodFile(2).bytes };
  await whileRunning(place, async () => {
    place.drop(first);
    await until("the first is claimed", () => inInbox(place).length === 0);
    place.drop(second);
    await taken();
  });
  expect(await statesByName()).toEqual([
    [first.name, "recorded"],
    [first.name, "recorded"],
  ]);
  expect(filesUnder(place.channel.archive)).toHaveLength(2);
});

test("what replaces a file while it is waited for is what is taken", async () => {
  place = workplace({ steadyMs: 2_000 });
  const { name } = goodFile(1);
  await whileRunning(place, async () => {
    place.drop(goodFile(1));
    await setTimeout(80);
    const draft = join(place.base, "draft");
    writeFileSync(draft, goodFile(2).bytes);
    renameSync(draft, join(place.channel.path, name));
    await taken();
  });
  const [file, ...others] = await recordedFiles(place);
  expect(others).toEqual([]);
  expect(file?.envelope?.fileIdentifier).toBe("0000000002");
});

test("a file that is written slowly is taken when it is complete", async () => {
  place = workplace({ steadyMs: 1_500 });
  const { name, bytes } = goodFile(1, 50);
  await whileRunning(place, async () => {
    for (let at = 0; at < bytes.length; at += 512) {
      await appendFile(join(place.channel.path, name), bytes.subarray(at, at + 512));
      await setTimeout(40);
    }
    await taken();
  });
  expect(await statesByName()).toEqual([[name, "recorded"]]);
});

test("a half-written file is refused, and the whole one that follows is recorded", async () => {
  place = workplace();
  const { name, bytes } = goodFile(1, 3);
  await whileRunning(place, async () => {
    place.drop({ name, bytes: bytes.subarray(0, 150) });
    await taken();
    place.drop({ name, bytes });
    await taken();
  });
  expect(await statesByName()).toEqual([
    [name, "rejected"],
    [name, "recorded"],
  ]);
});

test("an inbox that is removed is reported, and taken from again when it is back", async () => {
  place = workplace();
  const { path } = place.channel;
  await whileRunning(place, async () => {
    place.drop(goodFile(1));
    await taken();
    rmSync(path, { recursive: true });
    await until("the status tells", () => channelStatus(place)?.state === "vanished");
    expect(channelStatus(place)?.problem).toContain(
      `The inbox ${path} of channel "inbox" is not there`,
    );
    mkdirSync(path);
    place.drop(goodFile(2));
    await taken();
    await until("the status is good", () => channelStatus(place)?.state === "watching");
    expect(filesUnder(path)).toEqual([join(path, ".busbar-owner")]);
  });
  expect(await recordedFiles(place)).toHaveLength(2);
});

test("where the sender makes markers, a file waits for its own", async () => {
  place = workplace({ marker: "{name}.done" });
  const file = goodFile(1);
  await whileRunning(place, async () => {
    place.drop(file);
    await until("it is waited for", () => channelStatus(place)?.waiting.count === 1);
    expect(channelStatus(place)?.waiting.entries).toMatchObject([
      { name: file.name, reason: "its marker file is not there yet" },
    ]);
    place.drop({ name: `${file.name}.done`, bytes: Buffer.from("") });
    await taken();
  });
  expect(await statesByName()).toEqual([[file.name, "recorded"]]);
  expect(filesUnder(place.channel.archive)).toHaveLength(2);
});

test("two names that differ only in bytes that are no text are two files", async () => {
  place = workplace();
  const [one, two] = [0xe9, 0xea].map((byte) =>
    Buffer.concat([Buffer.from(`${place.channel.path}/caf`), Buffer.from([byte])]),
  );
  writeFileSync(one ?? "", d0010("0000000001", []));
  writeFileSync(two ?? "", d0010("0000000002", []));
  await whileRunning(place, taken);
  expect((await recordedFiles(place)).map((file) => file.name)).toEqual(["caf\\xe9", "caf\\xea"]);
});
