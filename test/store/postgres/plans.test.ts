import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { compiledSql } from "../../../src/store/postgres/database/statement.ts";
import { openPostgresStore } from "../../../src/store/postgres/open.ts";
import { isLarge, makeAsIfLarge } from "./as-if-large.ts";
import { startPostgres, type TestServer } from "./server.ts";
import { statementsOf } from "./statements-of.ts";

/** Statements that read all of a table, told by a part of each, and why that is right. */
const readsWhole: readonly (readonly [part: string, why: string])[] = [
  [
    "SELECT 1 FROM files WHERE state = 'recorded' LIMIT",
    "almost all are, and it ends where it may",
  ],
  [
    "FROM files WHERE recorded_at <= ? ORDER BY id DESC LIMIT 1",
    "it ends where it comes to the moment",
  ],
  ["FROM notices WHERE ended_at >= ?", "its plan is made with the moment, which is near"],
  ["AS hour", "a report counts what it is asked to count"],
  ["count(*) AS processes FROM builds", "a report counts all"],
  ["END AS place", "it sums up all that is kept"],
  ["NOT EXISTS (SELECT 1 FROM unmatched u WHERE u.message = m.id)", "verify reads everything"],
];

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly Filter?: string;
  readonly Plans?: readonly Plan[];
}

let server: TestServer;
let client: pg.Client;
let statements: readonly string[];
/** Each index that holds every row of a table that grows, with its table. */
let indexes: ReadonlyMap<string, string>;

beforeAll(async () => {
  server = await startPostgres();
  const location = await server.database("plans");
  await (await openPostgresStore(location, { blobFolder: "/nowhere" })).close();
  statements = await statementsOf(location);
  await makeAsIfLarge(server, "plans");
  client = new pg.Client({ connectionString: location });
  await client.connect();
  await client.query("SET plan_cache_mode = force_generic_plan; SET jit = off");
  const { rows } = await client.query<{ index: string; of: string }>(
    `SELECT indexrelid::regclass::text AS index, indrelid::regclass::text AS of FROM pg_index
     WHERE indpred IS NULL`,
  );
  indexes = new Map(rows.filter(({ of }) => isLarge(of)).map(({ index, of }) => [index, of]));
});
afterAll(async () => {
  await client.end();
  await server.stop();
});

/** What a plan reads from its first row to its last, rather than from where a condition leads it to. */
function wholes(plan: Plan, above: Plan | null = null): string[] {
  const { "Node Type": type, "Relation Name": table = "", "Index Name": index = "" } = plan;
  const inside = (plan.Plans ?? []).flatMap((one) => wholes(one, plan));
  // The first rows that there are.
  if (above?.["Node Type"] === "Limit" && plan.Filter === undefined) return inside;
  if (type === "Seq Scan" && isLarge(table)) return [`all of ${table}`, ...inside];
  const of = indexes.get(index);
  if (of === undefined || plan["Index Cond"] !== undefined) return inside;
  return [`all of ${of} by ${index}`, ...inside];
}

/** A statement's plan as a session makes it that has used it for long, with as many rows wanted as fill a page. */
async function planOf(sql: string): Promise<Plan> {
  const { text } = compiledSql(sql.replaceAll(/LIMIT (\?|@\w+)/g, "LIMIT 500"));
  const values = new Set(text.match(/\$\d+/g)).size;
  const given = values === 0 ? "" : `(${Array(values).fill("NULL").join()})`;
  const isRead = /^\s*(SELECT|WITH)/.test(text);
  await client.query(`SET enable_seqscan = ${isRead ? "on" : "off"}`);
  await client.query(`PREPARE one AS ${text}`);
  const { rows } = await client.query<{ "QUERY PLAN": readonly { Plan: Plan }[] }>(
    `EXPLAIN (FORMAT JSON) EXECUTE one${given}`,
  );
  await client.query("DEALLOCATE one");
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
  if (plan === undefined) throw new Error(`No plan of ${sql}`);
  return plan;
}

describe("with ten million rows in each table that grows", () => {
  test("no statement reads a table or an index from end to end but those that are to", async () => {
    const found = new Map<string, string[]>();
    for (const sql of statements) {
      const whole = wholes(await planOf(sql));
      if (whole.length > 0) found.set(sql, whole);
    }
    const isMeant = (sql: string) => readsWhole.some(([part]) => sql.includes(part));
    expect([...found].filter(([sql]) => !isMeant(sql))).toEqual([]);
    expect(
      readsWhole.filter(([part]) => ![...found.keys()].some((sql) => sql.includes(part))),
    ).toEqual([]);
    expect(statements.length).toBeGreaterThan(300);
  });

  it("says so of a statement that has no index", async () => {
    expect(wholes(await planOf("SELECT id FROM files WHERE messages = ?"))).toEqual([
      "all of files",
    ]);
    expect(
      wholes(await planOf("SELECT id FROM messages WHERE group_code = ? ORDER BY id LIMIT 1")),
    ).toEqual(["all of messages by messages_pkey"]);
    expect(wholes(await planOf("SELECT id FROM files WHERE id = ?"))).toEqual([]);
  });
});
