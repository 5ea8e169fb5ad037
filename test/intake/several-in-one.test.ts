import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { ingestFiles } from "../../src/intake/file/ingest.ts";
import { processDefinitions } from "../../src/processes/registry.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { temporaryFolder } from "../channels/folder/temporary.ts";
import { d0010, mpan } from "../promises/flow-files.ts";

const catalogue = loadCatalogue();
const a = d0010("0000777001", [mpan(1)]);
const b = d0010("0000777002", [mpan(2)]);

/** A store of its own, which files are given to by hand. */
async function scene() {
  const base = temporaryFolder();
  const blobs = `${base}/blobs`;
  const store = await openSqliteStore(`${base}/busbar.db`, { blobFolder: blobs });
  onTestFinished(() => store.close());
  const context = recordingContext({ store, catalogue, blobs, largeFileBytes: 1 << 20 });
  let given = 0;
  return {
    async ingest(bytes: string | Buffer) {
      given += 1;
      const path = `${base}/given-${given}`;
      writeFileSync(path, bytes);
      await Array.fromAsync(ingestFiles(context, processDefinitions, [path]));
    },
    async stuck() {
      const items = await Array.fromAsync(store.stuck.list({ dismissed: true }));
      return items.map(({ item, reason }) => `${item}: ${/\(([A-Z]+_[A-Z_]+)/.exec(reason)?.[1]}`);
    },
    async called(identifier: string) {
      const range = { from: identifier, to: identifier };
      return (await store.search.find({ range, limit: 9 })).filesIdentified;
    },
  };
}

test.each([
  ["two files", a + b, "file 1: AFTER_TRAILER"],
  [
    "two files of which the first has no trailer",
    a.replace(/ZPT.*\n/, "") + b,
    "file 1: SECOND_HEADER",
  ],
  [
    "the header of one and the trailer of another",
    a.replace("ZPT|0000777001", "ZPT|0000777002"),
    "file 1: FILE_IDENTIFIER_DIFFERS",
  ],
  [
    "gzip files with zeros between",
    Buffer.concat([gzipSync(a), Buffer.alloc(512), gzipSync(b)]),
    "file 2: AFTER_TRAILER",
  ],
  ["joined gzip files", Buffer.concat([gzipSync(a), gzipSync(b)]), "file 2: AFTER_TRAILER"],
])(
  "%s in one stay stuck until both have come, and are found by both identifiers",
  async (_what, bytes, stuck) => {
    const { ingest, stuck: isStuck, called } = await scene();
    await ingest(bytes);
    expect(await isStuck()).toEqual([stuck]);
    const file = Number(/\d+/.exec(stuck)?.[0]);
    expect(await called("0000777001")).toEqual([file]);
    expect(await called("0000777002")).toEqual([file]);
    await ingest(a);
    expect(await isStuck()).toEqual([stuck]);
    await ingest(b);
    expect(await isStuck()).toEqual([]);
  },
);

test.each([
  ["text that no header is before", `${a}026|${mpan(2)}|V|\n`, ["file 1: AFTER_TRAILER"]],
  ["the same file twice", a + a, []],
  ["blanks behind the trailer", `${a}  \n`, []],
])("%s: whether the first alone may stand for it", async (_what, bytes, left) => {
  const { ingest, stuck } = await scene();
  await ingest(bytes);
  expect(await stuck()).toHaveLength(1);
  await ingest(a);
  expect(await stuck()).toEqual(left);
});
