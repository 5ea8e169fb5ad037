import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { goodFile } from "../promises/flow-files.ts";
import { blocksOf, Desk } from "./guide.ts";

const blocks = new Map(
  blocksOf("docs/guides/backup-and-restore.md").map(({ name, text }) => [name, text]),
);
/** Daemons and some thirty programs; by day `app/backup.test.ts` and `promises/notices-older-store.test.ts` show it. */
const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

const desk = new Desk();
afterAll(() => desk.remove());

/** What a block of the guide says, with the backup in the folder here; `|| true` where it is to find faults. */
function run(name: string, ends = ""): string {
  const text = blocks.get(name) ?? "";
  expect(text).not.toBe("");
  return desk.run(text.trimEnd().replaceAll("/backup", "backup").replaceAll(/$/gm, ends));
}

/** Has the daemon take files that are dropped. */
function take(...numbers: number[]): void {
  for (const number of numbers) {
    const { name, bytes } = goodFile(number);
    writeFileSync(join(desk.folder, "inbox", name), bytes);
  }
  const count = `$(ls archive/* 2>/dev/null | grep -c uff)`;
  const before = Number(desk.run(`echo ${count} || true`));
  desk.run(`
    busbar run >>daemon.log 2>&1 & daemon=$!
    for _ in $(seq 300); do [ ${count} -ge ${before + numbers.length} ] && break; sleep 0.1; done
    kill $daemon; wait $daemon`);
}

beforeAll(() => {
  if (!nightly) return;
  desk.run("busbar init");
  desk.quicken("", "http: false");
  take(1);
  mkdirSync(join(desk.folder, "backup"));
});

test.runIf(nightly)(
  "the guide's commands copy a store, put it back and take in again what it lacks, once",
  () => {
    expect(run("copy", " || true")).toMatch(/it is whole/);
    take(2, 3);
    // Came and was refused since; of an archived copy nobody would have to be told twice.
    const refused = ["74-notes-later.txt", "74-notes-later.txt.reason.txt"];
    for (const name of refused) writeFileSync(join(desk.folder, "quarantine", name), `${name}\n`);
    // Was in flight when the old store failed: it lies nowhere but in the work folder.
    const claim = "work/inbox/0claim";
    mkdirSync(join(desk.folder, "var", claim), { recursive: true });
    writeFileSync(join(desk.folder, "var", claim, goodFile(9).name), goodFile(9).bytes);
    run("put-back");
    expect(readdirSync(join(desk.folder, "var", claim))).toEqual([goodFile(9).name]);
    expect(readdirSync(join(desk.folder, "var"))).toContain("busbar.db");
    expect(run("verify", " || true")).toMatch(/events 2 to 3 are missing.*\(STORE_OLDER\)/);
    // The daemon holds everything, since it finds the store older.
    desk.run(`
    busbar run >>daemon.log 2>&1 & daemon=$!
    for _ in $(seq 300); do grep -q store-older daemon.log && break; sleep 0.1; done
    kill $daemon; wait $daemon`);
    const said = run("unknown", " || true");
    expect(said).toMatch(/In archives, and not in the store\n(?: {2}\S+uff\n){2}/);
    expect(said).toMatch(/2 files: 2 recorded/);
    expect(run("unknown", " || true")).toMatch(
      /^In quarantine, and not in the store\n {2}\S+74-notes-later\.txt\n {2}They were refused/,
    );
    desk.run(`busbar ingest quarantine/${refused[0]} || true`);
    expect(run("unknown", " || true")).toMatch(/^The store knows every file/);
    expect(run("release")).toMatch(/intake/);
    expect(desk.run("busbar verify")).toMatch(/no errors/);
  },
);
