import type pg from "pg";
import type { LastNumber, MoveSource } from "../../move/move-sides.ts";
import { markKeys, sealedWords } from "../../move/store-mark.ts";
import { migrate } from "../database/migrate.ts";
import { openPool } from "../database/server.ts";
import { asStoreError, sealedCode } from "../database/store-error.ts";
import { lockWrites } from "../database/transaction-texts.ts";
import { rowReader } from "./rows.ts";

/** One transaction from the first row to the mark: nobody writes meanwhile, however long it takes. */
const beginMove = `
  BEGIN;
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0;
  SET LOCAL lock_timeout = '10s';
  SET LOCAL synchronous_commit = on;
  ${lockWrites}`;

/** The last numbers of tables that number their rows themselves. */
const selectNumbers = `
  SELECT c.relname AS "table", s.last_value::text AS last
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attidentity <> ''
  JOIN pg_sequences s
    ON format('%I.%I', s.schemaname, s.sequencename) = pg_get_serial_sequence(quote_ident(c.relname), a.attname)
  WHERE c.relnamespace = current_schema()::regnamespace AND s.last_value IS NOT NULL`;

/** Opens the store in a database to be moved. */
export async function openMoveSource(location: string): Promise<MoveSource> {
  const pool = openPool(location, 1);
  let client: pg.PoolClient | null = null;
  const close = async () => {
    // One that was not committed is rolled back with its session.
    client?.release(true);
    client = null;
    await pool.end();
  };
  try {
    const session = await pool.connect();
    client = session;
    session.on("error", () => {});
    await migrate(session, location, false);
    await session.query(beginMove);
    return {
      ...(await rowReader(session)),
      lastNumbers: async () => (await session.query<LastNumber>(selectNumbers)).rows,
      async markMoved(to) {
        try {
          await session.query("INSERT INTO meta (key, value) VALUES ($1, $2)", [
            markKeys.moved,
            to,
          ]);
          await session.query(sealAll(to));
          await session.query("COMMIT");
        } catch (error) {
          throw asStoreError(error, location);
        }
      },
      close,
    };
  } catch (error) {
    await close();
    throw asStoreError(error, location);
  }
}

/** Has every table refuse every change, whichever program makes it: one that has the store open, or an older Busbar. */
function sealAll(to: string): string {
  const words = `${sealedWords}${to}`.replaceAll("'", "''");
  return `
    CREATE FUNCTION refuse_moved() RETURNS trigger LANGUAGE plpgsql AS $seal$
    BEGIN RAISE EXCEPTION USING ERRCODE = '${sealedCode}', MESSAGE = TG_ARGV[0]; END $seal$;
    DO $seal$
    DECLARE one record;
    BEGIN
      FOR one IN SELECT relname FROM pg_class
                 WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
      LOOP
        EXECUTE format('CREATE TRIGGER "0_moved" BEFORE INSERT OR UPDATE OR DELETE ON %I
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_moved(%L)', one.relname, '${words}');
      END LOOP;
    END $seal$`;
}
