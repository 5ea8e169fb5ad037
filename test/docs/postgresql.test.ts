import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { goodFile } from "../promises/flow-files.ts";
import { startPostgres, type TestServer } from "../store/postgres/server.ts";
import { blocksOf, Desk } from "./guide.ts";

/** A server, daemons and the server's own programs. */
const nightly = process.env["BUSBAR_NIGHTLY"] === "1";
const desk = new Desk();
let server: TestServer;
beforeAll(async () => {
  if (nightly) server = await startPostgres();
});
afterAll(async () => {
  desk.remove();
  if (nightly) await server.stop();
});

const blocks = blocksOf("docs/guides/postgresql.md").filter(({ language }) => language === "sh");

/** The block with a command of the guide, at the addresses and folders of this test. */
async function commands(has: string): Promise<string> {
  const text = blocks.find((block) => block.text.includes(has))?.text ?? "";
  expect(text).not.toBe("");
  const addresses = {
    busbar: await server.database("busbar"),
    restored: await server.database("restored"),
  };
  return (
    text
      .replaceAll(
        /postgres:\/\/busbar@db\.example\/(busbar|restored)/g,
        (_, name: "busbar") => `'${addresses[name]}'`,
      )
      .replaceAll("/backup", "backup")
      // The same copies with a program that is on every machine.
      .replaceAll(/^rsync -a (\S+)\/ (\S+)\/$/gm, "mkdir -p $2 && cp -a $1/. $2/")
  );
}

function configure(store: string): void {
  writeFileSync(
    join(desk.folder, "busbar.yaml"),
    `store: ${store}\nhttp: false\nlargeFiles: 64 B\nchannels:\n  inbox: { path: inbox, steady: 50ms, poll: 200ms }\n`,
  );
}

/** Has a daemon run until a condition of the shell holds. */
function runUntil(condition: string): void {
  desk.run(`
    busbar run >>daemon.log 2>&1 & daemon=$!
    for _ in $(seq 300); do ${condition} && break; sleep 0.1; done
    kill $daemon; wait $daemon`);
}

function drop(number: number): void {
  const { name, bytes } = goodFile(number);
  writeFileSync(join(desk.folder, "inbox", name), bytes);
}

test.runIf(nightly)(
  "the guide's commands dump a store and put it back, whole, and what came since is on hold",
  async () => {
    mkdirSync(join(desk.folder, "inbox"));
    mkdirSync(join(desk.folder, "backup"));
    configure(await server.database("busbar"));
    drop(1);
    runUntil("[ $(ls archive/* 2>/dev/null | grep -c uff) -ge 1 ]");
    desk.run(`set -e\n${await commands("pg_dump")}`);
    drop(2);
    runUntil("[ $(ls archive/* 2>/dev/null | grep -c uff) -ge 2 ]");
    const listed = desk.run("busbar file list --json").trim().split("\n");
    expect(listed).toHaveLength(2);
    configure(await server.database("restored"));
    expect(
      desk.run(
        `set -e\n${(await commands("pg_restore")).replace("busbar verify", "busbar verify || true")}`,
      ),
    ).toMatch(/STORE_OLDER/);
    const restored = desk.run("busbar file list --json").trim().split("\n");
    expect(restored).toEqual(listed.filter((line) => restored.includes(line)));
    expect(restored).toHaveLength(1);
    runUntil("grep -q store-older daemon.log");
    const status = desk.run("busbar status");
    for (const stage of ["intake", "actions", "outbound"])
      expect(status).toMatch(
        new RegExp(`^  ${stage}, by busbar since .*: the store is older`, "m"),
      );
  },
);
