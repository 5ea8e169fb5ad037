import { closeSync, openSync, readFileSync, readSync, rmSync, statSync, writeSync } from "node:fs";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { StoreError } from "../../src/store/port/store-error.ts";
import { fc } from "../property.ts";
import { damagedCopy, faultsIn, makeStore } from "./damaged-copy.ts";
import { faultText } from "./fault-text.ts";

let whole = "";

/** The columns of a table and a value other than the one that a row has. */
const altered: Readonly<Record<string, readonly string[]>> = {
  messages: [
    "last_line = last_line + 1",
    "group_code = (SELECT id FROM strings ORDER BY id DESC LIMIT 1)",
    "subject_kind = NULL",
    "subject_key = replace(subject_key, '2', 'o')",
    "data = replace(data, 'mpanCore', 'mpanCorf')",
    "data = replace(data, '1042.0', '1043.0')",
    "data = substr(data, 1, 20)",
    "invalid = 1 - invalid",
    "problems = '[]'",
    "problems = '[{'",
  ],
  files: [
    "identity = identity || 'x'",
    "file_identifier = '9'",
    "created = '20240201093001'",
    "occurred_at = occurred_at + 1",
    "messages = messages + 1",
    "invalid = invalid + 1",
    "envelope_key = NULL",
    "problems = '[{'",
  ],
  builds: ["tail = replace(tail, '\"line\":2', '\"line\":1')", "tail = '{'", "state = '{'"],
  events: ["type = (SELECT id FROM strings ORDER BY id DESC LIMIT 1)", "data = '{}'"],
  processes: ["key = key || '0'"],
};

const cases = Object.entries(altered).flatMap(([table, sets]) => sets.map((set) => [table, set]));

/** A number of the first row of each table. */
const keyOf: Readonly<Record<string, string>> = { events: "seq", builds: "process" };

describe("verifying a damaged store", () => {
  beforeAll(async () => {
    whole = await makeStore();
  });
  afterAll(() => rmSync(whole, { recursive: true }));

  it.each(cases)("finds a row of %s with %s", async (table, set) => {
    const key = keyOf[table ?? ""] ?? "id";
    const folder = damagedCopy(whole, `UPDATE ${table} SET ${set} WHERE ${key} = 1`);
    const faults = await faultsIn(folder);
    expect(faults.filter(({ drift }) => drift !== true)).not.toEqual([]);
    for (const { message } of faults) expect(message).not.toMatch(/\n|please report/);
  });

  it("names file, line, member and both values of a message that was altered", async () => {
    const folder = damagedCopy(
      whole,
      "UPDATE messages SET data = replace(data, '1042.0', '1043.0') WHERE id = 1",
    );
    const fault = (await faultsIn(folder)).find(({ code }) => code === "MESSAGE_DIFFERS");
    expect(fault?.about).toBe("file 1 line 2 (message 1)");
    expect(faultText(fault)).toMatch(
      /^data\.\S+ is "1043\.0", and the kept bytes say "1042\.0"\. `busbar event restate --file 1 --dry-run`/,
    );
  });

  it("tells another definition of the flow from damage", async () => {
    const catalogue = loadCatalogue();
    const other = {
      ...catalogue,
      find: (flow: string, version: string | null) => {
        const found = catalogue.find(flow, version);
        if (found === null) return null;
        const text = JSON.stringify(found.definition).replaceAll('"mpanCore"', '"mpan"');
        return { ...found, definition: JSON.parse(text) as typeof found.definition };
      },
    };
    const faults = await faultsIn(damagedCopy(whole, ""), other);
    // Which number a file has is the order in which they were taken.
    expect(faults.map(({ code, drift }) => [code, drift])).toEqual(
      new Array(4).fill(["READS_OTHERWISE", true]),
    );
    expect(new Set(faults.map(({ about }) => about)).size).toBe(4);
    expect(faults[0]?.message).toMatch(/^It was read by other definitions than today's/);
    for (const { message } of faults) expect(message).not.toContain("backup");
  });

  it("looks at everything else when a page cannot be read", async () => {
    const folder = damagedCopy(whole, "UPDATE messages SET subject_key = 'x' WHERE id = 1");
    const path = `${folder}/busbar.db`;
    const page = rootPageOf(path, "builds");
    spoil(path, (page - 1) * pageSizeOf(path), Buffer.alloc(2048, 0xff));
    const faults = await faultsIn(folder);
    const codes = faults.map(({ code }) => code);
    expect(codes).toContain("MESSAGE_DIFFERS");
    expect(faultText(faults.find(({ code }) => code === "UNREADABLE"))).toMatch(
      /^It cannot be read: .* Put a backup of the store in its place/,
    );
  });

  it("ends in words wherever a byte of the store is another", async () => {
    const path = `${whole}/busbar.db`;
    const size = statSync(path).size;
    const place = fc.integer({ min: 100, max: size - 1 });
    const byte = fc.integer({ min: 1, max: 255 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, byte), { minLength: 1, maxLength: 8 }), flips),
      { numRuns: Number(process.env["RUNS"] ?? 8) },
    );
  });
});

/** Verifies a copy with some bytes flipped: findings, or a store that does not open, said in a sentence. */
async function flips(places: readonly (readonly [place: number, xor: number])[]): Promise<void> {
  const folder = damagedCopy(whole, (copy) => {
    const path = `${copy}/busbar.db`;
    const bytes = readFileSync(path);
    for (const [place, xor] of places) spoil(path, place, Buffer.of((bytes[place] ?? 0) ^ xor));
  });
  try {
    const faults = await faultsIn(folder);
    for (const { message } of faults) expect(message).not.toContain("\n");
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    expect(error.message).not.toContain("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function spoil(path: string, place: number, bytes: Buffer): void {
  const descriptor = openSync(path, "r+");
  writeSync(descriptor, bytes, 0, bytes.length, place);
  closeSync(descriptor);
}

function pageSizeOf(path: string): number {
  const head = Buffer.alloc(18);
  const descriptor = openSync(path, "r");
  readSync(descriptor, head, 0, 18, 0);
  closeSync(descriptor);
  return head.readUInt16BE(16);
}

function rootPageOf(path: string, table: string): number {
  const db = new Database(path, { readonly: true });
  const page = db
    .prepare<[string], number>("SELECT rootpage FROM sqlite_schema WHERE name = ?")
    .pluck()
    .get(table);
  db.close();
  return page ?? 0;
}
