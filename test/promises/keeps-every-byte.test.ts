import { readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { ingestFiles } from "../../src/intake/file/ingest.ts";
import { processDefinitions } from "../../src/processes/registry.ts";
import { d0010, goodFile, mpan, type SentFile } from "./flow-files.ts";
import {
  filesUnder,
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

const text = d0010("0000000042", [mpan(42)]);

const odd: readonly SentFile[] = [
  { name: "crlf.uff", bytes: Buffer.from(text.replaceAll("\n", "\r\n")) },
  { name: "no-final-newline.uff", bytes: Buffer.from(text.trimEnd()) },
  { name: "latin-1.uff", bytes: Buffer.from(text.replace("K14X", "K\u00a34X"), "latin1") },
  { name: "every-byte", bytes: Buffer.from(Array.from({ length: 4096 }, (_, at) => at % 256)) },
  { name: "empty", bytes: Buffer.alloc(0) },
  { name: "one-newline", bytes: Buffer.from("\n") },
  { name: "zeros", bytes: Buffer.alloc(100_000) },
  { name: "after the trailer.uff", bytes: Buffer.from(`${text}what is this\n\n`) },
];

async function expectKept(sent: readonly SentFile[]): Promise<void> {
  const files = await recordedFiles(place);
  expect(files.length).toBe(sent.length);
  await withStore(place, async (store) => {
    for (const { id, name } of files) {
      const bytes = sent.find((file) => file.name === name)?.bytes ?? Buffer.from("not sent");
      expect(Buffer.from(await store.files.bytes(id)).equals(bytes), name).toBe(true);
      const pieces = await Array.fromAsync(store.files.stream(id));
      expect(Buffer.concat(pieces).equals(bytes), name).toBe(true);
    }
  });
}

test("what the store gives back, and what is in the archive, is what was sent", async () => {
  place = workplace();
  for (const file of odd) place.drop(file);
  await whileRunning(place, () => until("all taken", () => isTaken(place)));
  await expectKept(odd);
  for (const path of filesUnder(place.channel.archive)) {
    const name = basename(path).replace(/\.[0-9a-z]{14}\.refused$/, "");
    const sent = odd.find((file) => file.name === name);
    expect(readFileSync(path).equals(sent?.bytes ?? Buffer.from("not sent")), path).toBe(true);
  }
});

test("a large file is kept whole, outside the database, and all its messages become events", async () => {
  place = workplace({}, { largeFileBytes: 10_000 });
  const large = goodFile(7, 999);
  const broken = { name: "broken.uff", bytes: goodFile(8, 999).bytes.subarray(0, 50_001) };
  await whileRunning(place, async () => undefined);
  const emptyBytes = statSync(place.config.store).size;
  place.drop(large);
  place.drop(broken);
  place.drop(goodFile(9));
  await whileRunning(place, () => until("all taken", () => isTaken(place)));
  await expectKept([large, broken, goodFile(9)]);
  const counts = await withStore(place, (store) => store.reports.counts());
  expect(counts).toMatchObject({ files: { recorded: 2, rejected: 1 }, events: 1_000 });
  expect(filesUnder(place.config.blobs)).toHaveLength(2);
  const grownBytes = statSync(place.config.store).size - emptyBytes;
  expect(grownBytes).toBeLessThan(large.bytes.length * 18);
});

test("ingesting leaves the person's file where and as it is", async () => {
  place = workplace({}, { largeFileBytes: 10_000 });
  await whileRunning(place, async () => {});
  const sent = [...odd, goodFile(7, 999)];
  const paths = sent.map(({ name, bytes }) => {
    const path = join(place.base, name);
    writeFileSync(path, bytes);
    return path;
  });
  const before = paths.map((path) => statSync(path));
  await withStore(place, async (store) => {
    const { blobs, largeFileBytes } = place.config;
    const context = recordingContext({ store, catalogue: loadCatalogue(), blobs, largeFileBytes });
    const answers = await Array.fromAsync(ingestFiles(context, processDefinitions, paths));
    expect(answers.map((answer) => answer.path).sort()).toEqual([...paths].sort());
  });
  for (const [at, path] of paths.entries()) {
    const { ino, mtimeMs, size } = statSync(path);
    expect({ ino, mtimeMs, size }).toEqual({
      ino: before[at]?.ino,
      mtimeMs: before[at]?.mtimeMs,
      size: before[at]?.size,
    });
  }
  await expectKept(sent);
});
