import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "../../src/app/verify/verify.ts";
import { usualFlowSettings } from "../../src/core/file/flow-settings.ts";
import { openCatalogue } from "../../src/definitions/open.ts";
import { engineScene } from "../build/engine-scene.ts";
import { d0010, mpan } from "../promises/flow-files.ts";
import { damagedCopy, faultsIn, makeStore } from "./damaged-copy.ts";
import { faultText } from "./fault-text.ts";

let whole = "";

/** The faults of a copy of the store after some damage: code and what it is about. */
async function faultsAfter(damage: string | ((folder: string) => void)): Promise<string[]> {
  const found = await faultsIn(damagedCopy(whole, damage));
  return found.map(({ code, about }) => `${code} ${about}`);
}

describe("verifying a store", () => {
  beforeAll(async () => {
    whole = await makeStore();
  });
  afterAll(() => rmSync(whole, { recursive: true }));

  it("finds nothing wrong with one that is whole", async () => {
    expect(await faultsAfter("")).toEqual([]);
  });

  it.each([
    [
      "a changed message",
      "UPDATE messages SET data = '{}' WHERE id = 1",
      /MESSAGE_DIFFERS file 1 line 2 .message 1./,
    ],
    [
      "a state that is not the fold",
      `UPDATE builds SET state = '{"x":1}' WHERE process = 1`,
      /BUILD_DIFFERS process/,
    ],
    [
      "a status that is not the fold's",
      "UPDATE builds SET status = 1 WHERE process = 1",
      /BUILD_DIFFERS process/,
    ],
    ["a build that is gone", "DELETE FROM builds WHERE process = 1", /NOT_BUILT process/],
    [
      "a build of another version",
      "UPDATE builds SET definition_version = 99 WHERE process = 1",
      /BUILD_STALE process/,
    ],
    [
      "a build of events that are not there",
      "UPDATE builds SET seq = 999 WHERE process = 1",
      /BUILD_AHEAD process/,
    ],
    [
      "an event of a file that holds others",
      "UPDATE messages SET file = (SELECT container FROM members) WHERE file = (SELECT file FROM members)",
      /EVENT_OF_CONTAINER event/,
    ],
    [
      "an event without a type",
      "INSERT OR IGNORE INTO strings (text) VALUES (''); UPDATE events SET type = (SELECT id FROM strings WHERE text = '') WHERE seq = 1",
      /EVENT_WITHOUT_TYPE event 1/,
    ],
    ["a lost event", "DELETE FROM events WHERE seq = 1", /CHAIN_BROKEN event|CHAIN_END process/],
    [
      "an event on another's chain",
      "UPDATE events SET previous = 2 WHERE seq = 9",
      /CHAIN_BROKEN event 9/,
    ],
    ["a lost message", "DELETE FROM messages WHERE id = 2", /MESSAGE_COUNT_DIFFERS file 1/],
    [
      "a message that nobody routed",
      "INSERT INTO messages SELECT 999, file, 999, 999, group_code, subject_kind, subject_key, data, 0, NULL FROM messages WHERE id = 1",
      /NOT_ROUTED message 999/,
    ],
    [
      "a wrong number of messages",
      "UPDATE files SET messages = 3 WHERE id = 1",
      /FILE_DIFFERS file 1/,
    ],
    ["a void that nobody said", "INSERT INTO voids VALUES (1)", /VOID_DIFFERS event 1/],
    [
      "bytes that are not those that came",
      "UPDATE content SET hash = zeroblob(32) WHERE id = 1",
      /HASH_DIFFERS file 1/,
    ],
    [
      "a bundle that is damaged",
      "UPDATE bundles SET bytes = x'00' WHERE id = 1",
      /HASH_DIFFERS file/,
    ],
    [
      "an action because of another's event",
      "INSERT INTO actions (event, process, process_type, name, nth, state, planned_at, due_at, parked, attempts) SELECT 1, 999, 1, 1, 0, 'planned', 1, 1, 0, 0",
      /ACTION_MISPLACED action 1/,
    ],
    [
      "a deadline that passed into nothing",
      "INSERT INTO deadlines (process, event_type, due_at, anchor, asked_at, state) VALUES (1, 1, 1, '', 0, 'fired')",
      /DEADLINE_LOST deadline 1/,
    ],
    [
      "an event that nothing made",
      "UPDATE events SET message = NULL, data = '{}' WHERE seq = 1",
      /NO_ORIGIN event 1/,
    ],
  ])("tells %s", async (_, damage, wanted) => {
    expect((await faultsAfter(damage)).some((fault) => wanted.test(fault))).toBe(true);
  });

  it("names reading it again, and no backup, where a setting was changed", async () => {
    const { ingest, store, definitions } = await engineScene();
    const wrong = mpan(7).replace(/.$/, (digit) => `${(Number(digit) + 1) % 10}`);
    await ingest({ name: "wrong", bytes: Buffer.from(d0010("1", [wrong])) });
    expect(await store.files.get(1)).toMatchObject({ state: "recorded", invalid: 1 });
    const flows = { D0010: { ...usualFlowSettings, checkDigits: "advisory" as const } };
    const catalogue = await openCatalogue({ catalogues: [], flows, addressee: null, rgma: null });
    const recording = { store, catalogue, live: false };
    const [fault, ...others] = await Array.fromAsync(verify({ recording, definitions }));
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ code: "READS_OTHERWISE", about: "file 1", drift: true });
    expect(faultText(fault)).toMatch(
      /number of invalid messages is 1, .* `busbar reprocess 1` reads it again\.$/,
    );
  });

  it("says that what a header said stays, where it alone reads otherwise and there are events", async () => {
    const readBefore =
      "UPDATE files SET occurred_at = occurred_at - 1000, read_with = NULL WHERE id = 1";
    const found = await faultsIn(damagedCopy(whole, readBefore));
    const fault = found.find(({ code, about }) => code === "READS_OTHERWISE" && about === "file 1");
    expect(faultText(fault)).toMatch(
      /time sent is .*no command changes it.*`busbar event list --file 1`/,
    );
  });

  it("tells bytes beside the store that are gone or others", async () => {
    const blobs = (folder: string) => `${folder}/blobs`;
    expect(await faultsAfter((folder) => rmSync(blobs(folder), { recursive: true }))).toEqual([
      "HASH_DIFFERS file 1",
      "READS_OTHERWISE file 1",
    ]);
  });
});
