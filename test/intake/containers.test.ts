import { createHash } from "node:crypto";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { type PackedLimits, usualPackedLimits } from "../../src/config/unpack.ts";
import type { FileRecord } from "../../src/core/file/file.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { openToday } from "../../src/intake/container/unpack-again.ts";
import { ingestFiles } from "../../src/intake/file/ingest.ts";
import { reprocess } from "../../src/intake/file/reprocess.ts";
import { processDefinitions } from "../../src/processes/registry.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { temporaryFolder } from "../channels/folder/temporary.ts";
import { madeZip } from "../packed/made-zip.ts";
import { cutShort, goodFile } from "../promises/flow-files.ts";

const catalogue = loadCatalogue();

/** A store of its own; files above `largeFileBytes` are read in pieces. */
async function scene(largeFileBytes = 1 << 20) {
  const base = temporaryFolder();
  const blobs = `${base}/blobs`;
  const store = await openSqliteStore(`${base}/busbar.db`, { blobFolder: blobs });
  onTestFinished(() => store.close());
  const contextWith = (limits: Partial<PackedLimits>) =>
    recordingContext({
      store,
      catalogue,
      blobs,
      largeFileBytes,
      packed: { limits: { ...usualPackedLimits, ...limits }, pgpOf: () => null },
    });
  return {
    store,
    /** What lies in the blob folder. */
    kept: () =>
      existsSync(blobs)
        ? readdirSync(blobs, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile() || entry.name.startsWith("."))
            .map(({ name }) => name)
        : [],
    openToday: (file: FileRecord) => openToday(contextWith({}), file, "zip"),
    async ingest(bytes: Buffer, name = "c.zip", limits: Partial<PackedLimits> = {}) {
      writeFileSync(`${base}/${name}`, bytes);
      const paths = [`${base}/${name}`];
      const [answer] = await Array.fromAsync(
        ingestFiles(contextWith(limits), processDefinitions, paths),
      );
      if (answer?.kind !== "recorded") throw new Error(answer?.reason);
      return answer.file;
    },
    reprocess: (id: number, limits: Partial<PackedLimits> = {}) =>
      reprocess(contextWith(limits), processDefinitions, id),
    async shown() {
      const files = await Array.fromAsync(store.files.list());
      return files.map(shownFile);
    },
  };
}

function shownFile({ name, state, container, events, problems }: FileRecord): string {
  const where = container === null ? "" : ` in ${container.file}`;
  const codes = problems.map(({ code }) => ` ${code}`).join("");
  return `${name}${where}: ${state}, ${events}${codes}`;
}

const first = goodFile(1, 2);
const second = goodFile(2, 3);
const large = goodFile(3, 300);

describe.each([
  ["in memory", 1 << 20],
  ["with large files in pieces", 20_000],
  ["with everything large", 100],
])("a container, %s", (_how, largeFileBytes) => {
  test("gives its files, each recorded as it would be alone", async () => {
    const { store, ingest, shown } = await scene(largeFileBytes);
    const cut = cutShort(goodFile(4));
    const zip = madeZip([first, { ...large, name: "x/large.uff" }, cut]);
    await ingest(zip);
    expect(await shown()).toEqual([
      "c.zip: recorded, 0",
      `${first.name} in 1: recorded, 2`,
      "large.uff in 1: recorded, 300",
      `${cut.name} in 1: rejected, 0 MISSING_TRAILER`,
    ]);
    for (const [id, bytes] of [[1, zip] as const, [3, large.bytes] as const])
      expect(Buffer.from(await store.files.bytes(id)).equals(bytes)).toBe(true);
    expect(await store.files.get(3)).toMatchObject({ container: { file: 1, path: "x/large.uff" } });
  });

  test("repeats what is active, and is repeated", async () => {
    const { ingest, shown } = await scene(largeFileBytes);
    await ingest(large.bytes, large.name);
    await ingest(madeZip([large, first]));
    await ingest(madeZip([large, first]), "again.zip");
    await ingest(first.bytes, first.name);
    expect(await shown()).toEqual([
      `${large.name}: recorded, 300`,
      "c.zip: recorded, 0",
      `${large.name} in 2: duplicate, 0`,
      `${first.name} in 2: recorded, 2`,
      "again.zip: duplicate, 0",
      `${first.name}: duplicate, 0`,
    ]);
  });

  test("is refused whole for one wrong file, and nothing in it is taken", async () => {
    const { ingest, shown, store } = await scene(largeFileBytes);
    await ingest(madeZip([first, large, { ...second, checksum: 7 }]));
    expect(await shown()).toEqual(["c.zip: rejected, 0 PACKED_CHECKSUM"]);
    expect(await store.files.dropUnfinished()).toBe(0);
  });

  test("that is refused, or only tried, leaves no bytes of containers in it", async () => {
    const { ingest, kept, openToday, store, shown } = await scene(largeFileBytes);
    const inner = { name: "inner.zip", bytes: madeZip([first, large]) };
    const bad = madeZip([inner, { ...second, checksum: 7 }]);
    const hash = createHash("sha256").update(bad).digest("hex");
    await ingest(bad);
    // The refused file itself is kept: there where it is large.
    expect(kept()).toEqual(bad.length > largeFileBytes ? [hash] : []);
    const good = madeZip([inner]);
    const { id } = await ingest(good, "good.zip", { members: 1 });
    const before = kept();
    const file = await store.files.get(id);
    if (file === null) throw new Error("it is not there");
    expect(await openToday(file)).toMatchObject({ anew: true, error: null });
    expect(kept()).toEqual(before);
    expect(await shown()).toHaveLength(2);
  });

  test("in another is opened too; a faulty one is refused alone", async () => {
    const { ingest, shown } = await scene(largeFileBytes);
    const bad = madeZip([first, { ...large, checksum: 7 }]);
    const inner = madeZip([{ name: "large.uff.gz", bytes: gzipSync(large.bytes) }]);
    const outer = madeZip([
      { name: "bad.zip", bytes: bad },
      { name: "inner.zip", bytes: inner },
      second,
    ]);
    await ingest(outer);
    expect(await shown()).toEqual([
      "c.zip: recorded, 0",
      "bad.zip in 1: rejected, 0 PACKED_CHECKSUM",
      "inner.zip in 1: recorded, 0",
      "large.uff.gz in 3: recorded, 0",
      "large.uff in 4: recorded, 300",
      `${second.name} in 1: recorded, 3`,
    ]);
  });

  test("that is refused is taken once the limit is raised, when read again", async () => {
    const { ingest, shown, reprocess: again, store } = await scene(largeFileBytes);
    await ingest(madeZip([first, large]), "c.zip", { totalBytes: 2_000 });
    expect(await shown()).toEqual(["c.zip: rejected, 0 PACKED_TOO_LARGE"]);
    await again(1, { members: 1 });
    expect(await shown()).toEqual(["c.zip: rejected, 0 PACKED_TOO_MANY"]);
    await again(1);
    expect(await shown()).toEqual([
      "c.zip: recorded, 0",
      `${first.name} in 1: recorded, 2`,
      `${large.name} in 1: recorded, 300`,
    ]);
    await again(1);
    expect(await shown()).toHaveLength(3);
    expect(await store.files.dropUnfinished()).toBe(0);
  });

  test("too deep is refused alone, and opened once the depth is raised", async () => {
    const { ingest, shown, reprocess: again } = await scene(largeFileBytes);
    const gz = gzipSync(first.bytes);
    const outer = madeZip([{ name: "inner.zip", bytes: madeZip([{ name: "a.gz", bytes: gz }]) }]);
    await ingest(outer, "c.zip", { depth: 2 });
    expect((await shown()).slice(2)).toEqual(["a.gz in 2: rejected, 0 PACKED_TOO_DEEP"]);
    await again(3, { depth: 2 });
    expect((await shown()).slice(2)).toEqual(["a.gz in 2: rejected, 0 PACKED_TOO_DEEP"]);
    await again(3);
    expect((await shown()).slice(2)).toEqual(["a.gz in 2: recorded, 0", "a in 3: recorded, 2"]);
  });
});

test("the limits count what is in containers at every depth", async () => {
  const { ingest, shown } = await scene();
  const zeros = gzipSync(gzipSync(Buffer.alloc(4 << 20)));
  const many = Array.from({ length: 9 }, (_, at) => ({ name: `${at}.gz`, bytes: zeros }));
  await ingest(madeZip(many));
  expect(await shown()).toEqual(["c.zip: rejected, 0 PACKED_RATIO"]);
});

test("a container of more than is kept in memory is whole, its small files among its large", async () => {
  const { ingest, store } = await scene(1 << 20);
  const files = Array.from({ length: 40 }, (_, at) => goodFile(at, 999));
  const huge = { name: "huge.uff", bytes: goodFile(50, 999).bytes };
  const filler = Array.from({ length: 20 }, (_, at) => ({
    name: `filler-${at}`,
    bytes: createHash("shake256", { outputLength: 1 << 20 })
      .update(String(at))
      .digest(),
  }));
  const zip = await ingest(madeZip([...files, ...filler, huge]));
  expect(zip).toMatchObject({ state: "recorded" });
  expect(zip.members).toHaveLength(61);
  expect(await store.reports.counts()).toMatchObject({
    files: { recorded: 42, rejected: 20 },
    events: 41 * 999,
  });
});

test("with depth 0 nothing is opened", async () => {
  const { ingest, shown } = await scene();
  await ingest(madeZip([first]), "c.zip", { depth: 0 });
  expect(await shown()).toEqual(["c.zip: rejected, 0 UNKNOWN_FORMAT"]);
});
