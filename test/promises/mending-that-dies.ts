/**
 * Mending in a process of its own, for tests that kill it.
 * `node mending-that-dies.ts STORE void` declares every event void, one by one, and says `begun` first.
 * `node mending-that-dies.ts STORE restate N` reads all files again with the owner as the key, and kills
 * itself with SIGKILL right after the Nth commit.
 */
import { mkdtempSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { restate } from "../../src/app/restate/restate.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { answerOf } from "../answer-of.ts";
import { catalogueOf, parcels } from "../build/parcels.ts";

const [path = "", what = "", occurrence = "0"] = process.argv.slice(2);
const changedBy = { actor: "Ann", reason: "a trial" };
const store = await openSqliteStore(path, { blobFolder: `${path}.blobs` });

if (what === "void") {
  writeSync(1, "begun\n");
  // Those that were void before it was killed are refused.
  for await (const { seq } of store.events.list())
    await answerOf(store.revisions.void({ seq, changedBy }));
} else {
  const folder = mkdtempSync(join(tmpdir(), "busbar-columns-"));
  const catalogue = await catalogueOf(folder, "owner", { perLine: ["parcel", "colour"] });
  rmSync(folder, { recursive: true });
  let commits = 0;
  const recording = recordingContext({
    store,
    catalogue,
    blobs: `${path}.blobs`,
    largeFileBytes: 1 << 20,
    onStep: (step) => {
      if (step !== "restated") return;
      commits += 1;
      if (commits === Number(occurrence)) process.kill(process.pid, "SIGKILL");
    },
  });
  await restate({ recording, definitions: [parcels], changedBy }, {});
}
await store.close();
