import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import { verify } from "../../src/app/verify/verify.ts";
import { buildPending } from "../../src/build/build-pending.ts";
import type { Catalogue } from "../../src/catalogue/definition.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { ingestFiles } from "../../src/intake/file/ingest.ts";
import { processDefinitions } from "../../src/processes/registry.ts";
import type { Fault } from "../../src/store/port/verify-store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { temporaryFolder } from "../channels/folder/temporary.ts";
import { d0010, goodFile, mpan } from "../promises/flow-files.ts";

const catalogue = loadCatalogue();
const definitions = new Map(processDefinitions.map((definition) => [definition.type, definition]));
/** Files of more bytes than this lie beside the store. */
const largeFileBytes = 1_500;

/** A file that a store is made with. */
interface Given {
  readonly name: string;
  readonly bytes: Buffer;
}

const usualFiles = (): readonly Given[] => [
  goodFile(1, 2),
  {
    name: "faulty",
    bytes: Buffer.from(d0010("2", [mpan(1_000), mpan(7)]).replace("20240131", "20241331")),
  },
  goodFile(3, 20),
  { name: "broken", bytes: Buffer.from("ZHV|1\n") },
  { name: "packed.gz", bytes: gzipSync(goodFile(5).bytes) },
  { name: "packed-again.gz", bytes: gzipSync(goodFile(5).bytes) },
];

/**
 * A store with a good file, one with an invalid message, a large one, a refused one and a packed
 * one that came twice, all built.
 */
export async function makeStore(files: readonly Given[] = usualFiles()): Promise<string> {
  const folder = mkdtempSync(`${tmpdir()}/busbar-verify-`);
  const store = await openSqliteStore(`${folder}/busbar.db`, { blobFolder: `${folder}/blobs` });
  const context = recordingContext({ store, catalogue, blobs: `${folder}/blobs`, largeFileBytes });
  for (const { name, bytes } of files) writeFileSync(`${folder}/${name}`, bytes);
  const paths = files.map(({ name }) => `${folder}/${name}`);
  await Array.fromAsync(ingestFiles(context, processDefinitions, paths));
  await buildPending(store, definitions);
  await store.close();
  return folder;
}

/** A copy of a store after statements that its triggers would refuse, or something done to its folder. */
export function damagedCopy(whole: string, damage: string | ((folder: string) => void)): string {
  const folder = temporaryFolder();
  cpSync(whole, folder, { recursive: true });
  if (typeof damage === "function") damage(folder);
  else {
    const db = new Database(`${folder}/busbar.db`);
    db.pragma("foreign_keys = OFF");
    const triggers = db.prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
    );
    for (const name of triggers.pluck().all()) db.exec(`DROP TRIGGER ${name}`);
    db.exec(damage);
    db.close();
  }
  return folder;
}

/** What verifying a store finds, by the definitions that it was made with or others. */
export async function faultsIn(folder: string, by: Catalogue = catalogue): Promise<Fault[]> {
  const store = await openSqliteStore(`${folder}/busbar.db`, { blobFolder: `${folder}/blobs` });
  try {
    const recording = { store, catalogue: by, live: false };
    return await Array.fromAsync(verify({ recording, definitions }));
  } finally {
    await store.close();
  }
}
