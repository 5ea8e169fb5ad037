import type pg from "pg";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { shownStore } from "../../../core/text/store-location.ts";
import type { MovedTable } from "../../move/moved-table.ts";
import { keysOfPlace, markKeys } from "../../move/store-mark.ts";
import { lockWrites } from "../database/transaction-texts.ts";
import { quotedNames } from "./rows.ts";

/** What a table has besides its rows, and is made again once they are there. */
export interface AsideTable {
  readonly kind: "index" | "key";
  readonly table: string;
  readonly name: string;
  /** SQL that makes it again. */
  readonly sql: string;
}

/** What a new store has before anything came. */
const rowsOfNew: ReadonlySet<string> = new Set(["meta", "build_cursor", "awaited_cursor"]);

const selectAside = `
  SELECT 'key' AS kind, c.relname AS "table", k.conname AS name,
         format('ALTER TABLE %I ADD CONSTRAINT %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) AS sql
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
  WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace
  UNION ALL
  SELECT 'index', t.relname, i.relname, pg_get_indexdef(i.oid)
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
  WHERE t.relnamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u'))
    AND t.relkind = 'r'`;

/**
 * Empties and marks the store, and takes away what slows the coming of rows; gives what was taken. Within a
 * transaction only. Rejects when the store is in use or not empty.
 */
export async function beginTarget(
  client: pg.PoolClient,
  given: {
    readonly location: string;
    readonly from: string;
    readonly tables: readonly MovedTable[];
  },
): Promise<readonly AsideTable[]> {
  const { from, tables } = given;
  await client.query(lockWrites);
  const begun = await begunBefore(client);
  if (begun === null) await refuseUsed(client, given);
  const { rows } = await client.query<AsideTable>(selectAside);
  const of = new Set(tables.map(({ name }) => name));
  const found = rows.filter(({ table }) => of.has(table));
  const known = new Set(found.map(({ name }) => name));
  // What a move took away that was not finished.
  const aside = [...found, ...(begun ?? []).filter(({ name }) => !known.has(name))];
  for (const { kind, table, name } of found.toSorted((a, b) => (a.kind > b.kind ? -1 : 1)))
    await client.query(
      kind === "key" ? `ALTER TABLE "${table}" DROP CONSTRAINT "${name}"` : `DROP INDEX "${name}"`,
    );
  for (const { name } of tables) await client.query(`ALTER TABLE "${name}" DISABLE TRIGGER USER`);
  const emptied = tables.filter(({ name }) => name !== "meta").map(({ name }) => name);
  await client.query(`TRUNCATE ${quotedNames(emptied)}`);
  await client.query("DELETE FROM meta WHERE NOT (key = ANY ($1))", [[...keysOfPlace]]);
  await client.query(
    `INSERT INTO meta (key, value) VALUES ($1, $2)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [markKeys.incomplete, JSON.stringify({ from, isProved: false, aside })],
  );
  return aside;
}

/** What a move that was not finished took away; null when none was begun. */
async function begunBefore(client: pg.PoolClient): Promise<readonly AsideTable[] | null> {
  const { rows } = await client.query<{ value: string }>("SELECT value FROM meta WHERE key = $1", [
    markKeys.incomplete,
  ]);
  const [row] = rows;
  if (row === undefined) return null;
  return (JSON.parse(row.value) as { readonly aside: readonly AsideTable[] }).aside;
}

async function refuseUsed(
  client: pg.PoolClient,
  { location, tables }: { readonly location: string; readonly tables: readonly MovedTable[] },
): Promise<void> {
  for (const { name } of tables) {
    if (rowsOfNew.has(name)) continue;
    const { rowCount } = await client.query(`SELECT 1 FROM "${name}" LIMIT 1`);
    if (rowCount !== 0)
      throw new RefusedError(
        "conflict",
        `The store in ${shownStore(location)} is not empty (${name}), and a store is never moved over another; name an empty database`,
      );
  }
}

/** The statements that make again what was taken away: indexes, then foreign keys, then triggers. */
export function makeAgain(tables: readonly MovedTable[], aside: readonly AsideTable[]): string[] {
  return [
    ...aside.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)).map(({ sql }) => sql),
    ...tables.map(({ name }) => `ALTER TABLE "${name}" ENABLE TRIGGER USER`),
  ];
}
