import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { goodFile } from "../promises/flow-files.ts";
import { startPostgres } from "../store/postgres/server.ts";
import { blocksOf, Desk } from "./guide.ts";

const isNightly = process.env["BUSBAR_NIGHTLY"] === "1";
const blocks = new Map(blocksOf("docs/guides/move-store.md").map(({ name, text }) => [name, text]));
const desk = new Desk();
afterAll(() => desk.remove());

test.runIf(isNightly)("the guide's commands move the store to a database, and back", async () => {
  const server = await startPostgres();
  const address = await server.database("busbar");
  const block = (name: string) => {
    const text = blocks.get(name) ?? "";
    expect(text).not.toBe("");
    return text.trimEnd().replaceAll("postgres://busbar@db.example/busbar", `'${address}'`);
  };
  desk.run("busbar init");
  const { name, bytes } = goodFile(1);
  writeFileSync(join(desk.folder, name), bytes);
  desk.run(`busbar ingest ${name}`);

  expect(desk.run(block("stop"))).toContain("not running");
  expect(desk.run(block("move"))).toMatch(
    /^Moved \d+ rows of \d+ tables from .*busbar\.db to postgres:.*; each table reads the same there, and the new store is proved/,
  );
  expect(desk.run("busbar status 2>&1 || true")).toContain("was moved to postgres://");
  const config = join(desk.folder, "busbar.yaml");
  const settings = readFileSync(config, "utf8").replace(/^store:.*$/m, "");
  writeFileSync(config, `${block("settings")}\n${settings}`);
  expect(desk.run(block("look"))).toContain("Store verified, no errors");

  const back = block("move").replace(/var\/busbar\.db (\S+)/, "$1 var/back.db");
  expect(desk.run(back)).toContain("back.db; each table reads the same there");
  await server.stop();
});
