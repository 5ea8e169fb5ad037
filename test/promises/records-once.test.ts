import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { type Ingested, ingestFiles } from "../../src/intake/file/ingest.ts";
import { reprocess } from "../../src/intake/file/reprocess.ts";
import { processDefinitions } from "../../src/processes/registry.ts";
import type { Store } from "../../src/store/port/store.ts";
import { cutShort, d0010, goodFile, mpan } from "./flow-files.ts";
import {
  isTaken,
  recordedFiles,
  until,
  type Workplace,
  whileRunning,
  withStore,
  workplace,
} from "./workplace.ts";

let place: Workplace;

beforeEach(() => {
  place = workplace();
});

afterEach(() => place.remove());

const taken = () => until("the inbox is empty", () => isTaken(place));
const states = async () => (await recordedFiles(place)).map((file) => file.state);
const eventCount = () => withStore(place, async (store) => (await store.reports.counts()).events);

function context(store: Store) {
  const { blobs, largeFileBytes } = place.config;
  return recordingContext({ store, catalogue: loadCatalogue(), blobs, largeFileBytes });
}

function ingest(paths: readonly string[]): Promise<Ingested[]> {
  return withStore(place, (store) =>
    Array.fromAsync(ingestFiles(context(store), processDefinitions, paths)),
  );
}

test("the same bytes under another name are a sighting of the first", async () => {
  await whileRunning(place, async () => {
    place.drop(goodFile(1, 3));
    await taken();
    place.drop({ name: "again.uff", bytes: goodFile(1, 3).bytes });
    await taken();
  });
  expect(await states()).toEqual(["recorded", "duplicate"]);
  expect(await eventCount()).toBe(3);
});

test("the same bytes twice in one batch are recorded once", async () => {
  place.drop({ name: "a", bytes: goodFile(1).bytes });
  place.drop({ name: "b", bytes: goodFile(1).bytes });
  await whileRunning(place, taken);
  expect((await states()).toSorted()).toEqual(["duplicate", "recorded"]);
  expect(await eventCount()).toBe(1);
});

test("a restart records nothing again", async () => {
  place.drop(goodFile(1, 2));
  await whileRunning(place, taken);
  await whileRunning(place, taken);
  expect(await states()).toEqual(["recorded"]);
  expect(await eventCount()).toBe(2);
});

test("the same identifier with other bytes is a conflict and makes no events", async () => {
  await whileRunning(place, async () => {
    place.drop(goodFile(1));
    await taken();
    const other = d0010("0000000001", [mpan(77)], "2000.0");
    place.drop({ name: "other.uff", bytes: Buffer.from(other) });
    await taken();
  });
  expect(await states()).toEqual(["recorded", "conflict"]);
  expect(await eventCount()).toBe(1);
});

test("a file that was cut short and then sent whole is no conflict", async () => {
  await whileRunning(place, async () => {
    place.drop(cutShort(goodFile(1)));
    await taken();
    place.drop(goodFile(1));
    await taken();
  });
  expect(await states()).toEqual(["rejected", "recorded"]);
  expect(await eventCount()).toBe(1);
});

test("a file that is both dropped and ingested makes its events once", async () => {
  const path = join(place.base, "mine.uff");
  writeFileSync(path, goodFile(1, 4).bytes);
  await whileRunning(place, async () => {
    place.drop(goodFile(1, 4));
    const [answer] = await ingest([path]);
    expect(answer?.kind).toBe("recorded");
    await taken();
  });
  expect((await states()).toSorted()).toEqual(["duplicate", "recorded"]);
  expect(await eventCount()).toBe(4);
});

test("reading a file again adds no event to those it has", async () => {
  const path = join(place.base, "mine.uff");
  writeFileSync(path, goodFile(1, 4).bytes);
  await whileRunning(place, async () => {});
  await ingest([path]);
  const answer = await withStore(place, (store) =>
    reprocess(context(store), processDefinitions, 1),
  );
  expect(answer).toMatchObject({
    before: { state: "recorded", events: 4 },
    after: { state: "recorded", events: 4 },
    retried: 0,
  });
});
