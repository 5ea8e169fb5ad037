import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { d0010, mpan } from "../promises/flow-files.ts";
import { damagedCopy, faultsIn, makeStore } from "./damaged-copy.ts";

let whole = "";
beforeAll(async () => {
  const [a, b] = [d0010("1", [mpan(1)]), d0010("2", [mpan(2)])];
  whole = await makeStore([
    { name: "a-joined", bytes: Buffer.from(a + b) },
    { name: "b-blanks", bytes: Buffer.from(d0010("3", [mpan(3)]).replace("026|", "\n026|")) },
    {
      name: "c-future",
      bytes: Buffer.from(d0010("4", [mpan(4)]).replace(/\|\d{14}\|/, "|20991231120000|")),
    },
  ]);
});
afterAll(() => rmSync(whole, { recursive: true }));

it("finds nothing in problems that are as they were found", async () => {
  expect(await faultsIn(damagedCopy(whole, "SELECT 1"))).toEqual([]);
});

it.each([
  [1, "problems = replace(problems, 'two files', 'two fibes')", "problem AFTER_TRAILER of line"],
  [
    1,
    "problems = replace(problems, 'AFTER_TRAILER', 'AFTER_TRAILEP')",
    "problem AFTER_TRAILER of line",
  ],
  [1, "problems = NULL", "problem AFTER_TRAILER of line"],
  [2, "problems = replace(problems, 'warning', 'wasning')", "problem BLANK_LINE of line"],
  [
    3,
    "problems = replace(problems, 'more than a day', 'more than a dax')",
    "problem SENT_IN_FUTURE",
  ],
  [3, "problems = replace(problems, 'SENT_IN', 'SENT_IM')", "code of a problem"],
])("finds that of file %i %s was set", async (file, set, said) => {
  const folder = damagedCopy(whole, `UPDATE files SET ${set} WHERE id = ${file}`);
  expect(await faultsIn(folder)).toMatchObject([
    { code: "FILE_DIFFERS", about: `file ${file}`, message: expect.stringContaining(said) },
  ]);
});

it("takes a problem that today's settings do not find for one that others found", async () => {
  const said = `{"code":"MESSAGE_REFUSES_FILE","severity":"warning","line":null,"group":null,"field":null,"value":null,"message":"One"}`;
  const set = `problems = json_insert(problems, '$[#]', json('${said}'))`;
  expect(await faultsIn(damagedCopy(whole, `UPDATE files SET ${set} WHERE id = 3`))).toEqual([]);
});
