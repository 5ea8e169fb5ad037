import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { makePlace } from "../cli/busbar.ts";
import { d0010, goodFile, mpan } from "../promises/flow-files.ts";
import { failed, planActions, roomFor } from "../store/planned-actions.ts";
import { blockNames, runBlock } from "./guide-commands.ts";

const wrong = "docs/guides/when-something-is-wrong.md";
const place = makePlace({ PARTNER: "a password" });
afterAll(() => place.remove());
const tried = new Set<string>();

/** Runs a block of the guide about what is wrong. */
function run(name: string, numbers: Readonly<Record<string, string>> = {}) {
  tried.add(name);
  return runBlock(wrong, name, place, numbers);
}

const example = (name: string) => readFileSync(`fixtures/wrong/${name}.usr`);

beforeAll(async () => {
  await place.busbar("init");
  const config = join(place.folder, "busbar.yaml");
  const partner = `  partner:
    kind: sftp
    direction: in
    host: 127.0.0.1
    port: 1
    connectWithin: 1s
    user: supplier
    hostKey: "SHA256:${"A".repeat(43)}"
    password: { env: PARTNER }
    folder: /outgoing
    taken: keep
`;
  writeFileSync(config, readFileSync(config, "utf8") + partner);
  for (const file of [
    goodFile(1),
    { name: "refused.usr", bytes: example("group-count") },
    {
      name: "again.usr",
      bytes: Buffer.from(d0010("0000000001", [mpan(1_000), mpan(1_001)], "2042.0")),
    },
  ])
    await place.busbar("ingest", place.write(file));
});

test("what is refused is found, explained, put out of sight, and read again", async () => {
  const [list, show] = await run("refused", { 12: "2" });
  expect(list?.stdout).toContain("refused.usr");
  expect(show?.stdout).toContain("GROUP_COUNT");
  expect((await run("begin"))[1]?.stdout).toContain("refused.usr");
  expect(await run("refused-sender", { 12: "2" })).toMatchObject([{ code: 0 }]);
  expect(await run("refused-ours", { 12: "2" })).toMatchObject([
    { stdout: expect.stringContaining("rejected") },
  ]);
});

test("a conflict is decided", async () => {
  const ran = await run("conflict", { 12: "3" });
  expect(ran.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect((await place.busbar("file", "list", "--state", "conflict")).stdout).not.toContain(
    "again.usr",
  );
});

test("an event is voided, and counts again", async () => {
  const [, , voided, again] = await run("event", { 3: "1" });
  expect(voided).toMatchObject({ code: 0 });
  expect(again).toMatchObject({ code: 0 });
});

test("a failed action is found and tried again", async () => {
  const store = await openSqliteStore(join(place.folder, "var/busbar.db"), {
    blobFolder: join(place.folder, "var/blobs"),
  });
  await planActions(store, [{ key: "A", actions: ["print"] }]);
  const { token } = await store.leases.take({ forMs: 1_000, alone: true });
  const { claimed } = await store.actions.claim({ token, ended: [], room: roomFor(9) });
  await store.actions.claim({ token, ended: claimed.map((one) => failed(one)), room: roomFor(0) });
  await store.close();
  const id = String(claimed[0]?.id);
  const [list, , retried] = await run("action", { 5: id });
  expect(list?.stdout).toContain("print");
  expect(retried).toMatchObject({ code: 0 });
});

test("a disk, a partner that is down, an inbox and the daemon are looked at", async () => {
  expect((await run("disk"))[0]?.stdout).toContain("space");
  const [show, check, held, released] = await run("partner");
  expect(show?.stdout).toContain("127.0.0.1");
  expect(check?.stdout).toMatch(/cannot be reached/);
  expect([held?.code, released?.code]).toEqual([0, 0]);
  const [, channel, why] = await run("inbox");
  expect(channel?.stdout).toContain("inbox");
  expect(why?.stderr).toContain("D0010-new.usr");
  expect((await run("daemon"))[0]).toMatchObject({ code: 0 });
  const [found, story] = await run("why", { 9900012045006: mpan(1_000) });
  expect(found?.stdout).toContain(mpan(1_000));
  expect(story?.stdout).toContain("recorded");
});

test("every block of the guide was tried", () => {
  expect([...tried].toSorted()).toEqual(blockNames(wrong).toSorted());
});

test("the commands of the guides about installing and capacity work", async () => {
  const other = makePlace();
  const said = await runBlock("docs/guides/install.md", "completion", other);
  expect(said.map(({ code }) => code)).toEqual([0, 0, 0]);
  await other.busbar("init");
  const page = readFileSync("docs/guides/install.md", "utf8");
  expect(page).toContain("busbar init /srv/busbar\ncd /srv/busbar\n");
  for (const command of ["config check", "doctor", "status"]) {
    expect(page).toContain(`busbar ${command}\n`);
    expect(await other.busbar(...command.split(" "))).toMatchObject({ code: 0 });
  }
  other.remove();
  for (const name of blockNames("docs/guides/capacity.md")) {
    const ran = await runBlock("docs/guides/capacity.md", name, place);
    expect(ran.filter(({ code }) => code > 1)).toEqual([]);
  }
});
