import { chownSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { StoreError } from "../../src/store/port/store-error.ts";
import { startPostgres, type TestServer } from "../store/postgres/server.ts";
import { mayMount, SmallDisk } from "../store/sqlite/small-disk.ts";
import { errandFile } from "./errand-account.ts";
import {
  expectAllOnce,
  giveWork,
  SharedDaemons,
  type SharedPlace,
  sendReading,
  sharedPlace,
} from "./shared-place.ts";
import { recordedFiles, until } from "./workplace.ts";

const isTried = process.env["BUSBAR_NIGHTLY"] === "1" && mayMount();

let place: SharedPlace;
afterEach(() => place?.remove());

/** Makes a database whose tables lie on a disk. */
async function databaseOn(server: TestServer, disk: SmallDisk): Promise<string> {
  const { uid, gid } = statSync(server.folder);
  chownSync(disk.path, uid, gid);
  await server.query("postgres", `CREATE TABLESPACE small LOCATION '${disk.path}'`);
  await server.query("postgres", "CREATE DATABASE filled TABLESPACE small");
  return `postgres://busbar@/filled?host=${encodeURIComponent(server.folder)}`;
}

/** Takes all the room that is left on a disk. */
function fill(disk: SmallDisk): void {
  for (let bytes = 1 << 20, more = 0; bytes >= 1_024; more += 1)
    try {
      writeFileSync(join(disk.path, `ballast-${more}`), new Uint8Array(bytes));
    } catch {
      bytes /= 2;
    }
}

/** Gives the room back. */
function empty(disk: SmallDisk): void {
  for (const name of readdirSync(disk.path))
    if (name.startsWith("ballast-")) rmSync(join(disk.path, name));
}

test.runIf(isTried)(
  "while the server's disk is full nothing is lost, and all goes on when there is room",
  async () => {
    using disk = new SmallDisk(64 * 1_024);
    const server = await startPostgres();
    try {
      place = sharedPlace(await databaseOn(server, disk));
      const daemons = new SharedDaemons(place, [[], []]);
      await daemons.ready();
      const { store, close } = await openInstallation(place.config);
      const files = Array.from({ length: 40 }, (_, at) => at + 1);
      const [before, after] = [files.slice(0, 5), files.slice(5)];
      for (const number of before) await giveWork(place, store, number);
      fill(disk);
      for (const number of after) place.drop(errandFile(number));
      // Whoever asks for something is told where and why, and what to do.
      const unsent = new Set(after);
      let refusal: unknown = null;
      await until("the disk is found full", async () => {
        const [number] = unsent;
        if (number === undefined) throw new Error("all was stored on a full disk");
        try {
          await sendReading(store, number);
          unsent.delete(number);
        } catch (error) {
          refusal = error;
        }
        return refusal !== null;
      });
      expect(refusal).toBeInstanceOf(StoreError);
      expect(refusal).toMatchObject({
        code: "full",
        message: expect.stringMatching(/^The disk of the database .* is full\. Make room there; /),
      });
      const meanwhile = await recordedFiles(place);
      expect(meanwhile.length).toBeLessThan(files.length);
      await daemons.replaceEnded();
      empty(disk);
      for (const number of unsent) await sendReading(store, number);
      await close();
      await daemons.finish();
      await expectAllOnce(place, files);
    } finally {
      await server.stop();
    }
  },
);
