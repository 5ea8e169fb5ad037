import { afterAll, beforeAll, expect, test } from "vitest";
import { Connection } from "../../../src/store/postgres/database/connection.ts";
import { openPool } from "../../../src/store/postgres/database/server.ts";
import { compiledSql } from "../../../src/store/postgres/database/statement.ts";
import { openPostgresStore, storeOver } from "../../../src/store/postgres/open.ts";
import { rulesInPostgres } from "../../../src/store/verify/rules.ts";
import { startPostgres, type TestServer } from "./server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

test("the server understands every statement", async () => {
  const location = await server.database("statements");
  const options = { blobFolder: "/nowhere" };
  await (await openPostgresStore(location, options)).close();
  const pool = openPool(location);
  const connection = new Connection(pool, { location, busyMs: 0, readOnly: false, now: Date.now });
  const all = new Set<string>(rulesInPostgres.map(({ sql }) => sql));
  const prepare = connection.db.prepare;
  connection.db.prepare = (sql) => {
    all.add(sql);
    return prepare(sql);
  };
  const store = await storeOver(connection, options);
  const refused: string[] = [];
  const client = await pool.connect();
  for (const sql of all) {
    try {
      await client.query(`PREPARE one AS ${compiledSql(sql).text}`);
      await client.query("DEALLOCATE one");
    } catch (error) {
      refused.push(`${String(error)}: ${sql}`);
    }
  }
  client.release();
  await store.close();
  expect(all.size).toBeGreaterThan(300);
  expect(refused).toEqual([]);
});
