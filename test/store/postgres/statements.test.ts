import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compiledSql } from "../../../src/store/postgres/database/statement.ts";
import { openPostgresStore } from "../../../src/store/postgres/open.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open.ts";
import { rulesInPostgres } from "../../../src/store/verify/rules.ts";
import { startPostgres, type TestServer } from "./server.ts";
import { statementsOf } from "./statements-of.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

test("the server understands every statement", async () => {
  const location = await server.database("statements");
  const options = { blobFolder: "/nowhere" };
  await (await openPostgresStore(location, options)).close();
  const all = [...rulesInPostgres.map(({ sql }) => sql), ...(await statementsOf(location))];
  const refused: string[] = [];
  const client = new pg.Client({ connectionString: location });
  await client.connect();
  for (const sql of all) {
    try {
      await client.query(`PREPARE one AS ${compiledSql(sql).text}`);
      await client.query("DEALLOCATE one");
    } catch (error) {
      refused.push(`${String(error)}: ${sql}`);
    }
  }
  await client.end();
  expect(all.length).toBeGreaterThan(300);
  expect(refused).toEqual([]);
});

/** What a trigger of a store in a file refuses: the table and the verb. */
const selectRefused = `
  SELECT tbl_name || ' ' || CASE WHEN sql LIKE '%BEFORE DELETE ON%' THEN 'delete' ELSE 'update' END
  FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%BEFORE%' AND lower(sql) LIKE '%raise(abort%'
    AND sql NOT LIKE '%BEFORE INSERT%' ORDER BY 1`;

/** The same of one in a database: triggers before a row is changed, on. */
const selectRefusedThere = `
  SELECT DISTINCT tgrelid::regclass || ' ' || v.verb AS refused
  FROM pg_trigger, (VALUES (8, 'delete'), (16, 'update')) v (bit, verb)
  WHERE NOT tgisinternal AND tgtype & 2 = 2 AND tgtype & 1 = 1 AND tgtype & v.bit = v.bit AND tgenabled = 'O'`;

test("the server refuses the changes that a store in a file refuses", async () => {
  const options = { blobFolder: "/nowhere" };
  await (await openPostgresStore(await server.database("guarded"), options)).close();
  const folder = mkdtempSync(join(tmpdir(), "busbar-guarded-"));
  const path = join(folder, "busbar.db");
  await (await openSqliteStore(path, options)).close();
  const db = new Database(path, { readonly: true });
  const wanted = new Set(db.prepare<[], string>(selectRefused).pluck().all());
  db.close();
  rmSync(folder, { recursive: true });
  const { rows } = await server.query("guarded", selectRefusedThere);
  const found = new Set((rows as { refused: string }[]).map(({ refused }) => refused));
  expect(wanted.size).toBeGreaterThan(30);
  expect([...wanted.difference(found)]).toEqual([]);
  expect([...found.difference(wanted)]).toEqual([]);
});
