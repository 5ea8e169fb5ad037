import type { TestServer } from "./server.ts";

/** As the migrations leave it: a store that another test has used, without what it holds. */
const emptyAll = `
  SET session_replication_role = replica;
  DO $$
  DECLARE one record;
  BEGIN
    FOR one IN SELECT relname FROM pg_class
               WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname <> 'meta'
    LOOP EXECUTE format('DELETE FROM %I', one.relname); END LOOP;
  END $$;
  DELETE FROM meta WHERE key NOT IN ('id', 'schema');
  SELECT setval(oid, 1, false) FROM pg_class
  WHERE relkind = 'S' AND relnamespace = current_schema()::regnamespace;
  INSERT INTO build_cursor (one, seq) VALUES (1, 0);
  INSERT INTO awaited_cursor (one, seq) VALUES (1, 0);`;

/** Empties the store in a database: quicker than to make another. */
export async function emptyStore(server: TestServer, database: string): Promise<void> {
  await server.query(database, emptyAll);
}
