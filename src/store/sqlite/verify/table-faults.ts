import type { Fault, VerifyStore } from "../../../core/verify-store.ts";
import type { Connection } from "../connection.ts";
import { rules } from "./rules.ts";

/** Rows told of each rule: more say nothing new. */
const mostOfEach = 1_000;

/** Whether SQLite itself finds its file whole, and whether rows fit each other as they must. */
export function tableFaults(connection: Connection): VerifyStore["tableFaults"] {
  const { db } = connection;
  return async function* faults() {
    for (const text of await connection.read(() => damaged(db)))
      yield { code: "DAMAGED", about: "the store", message: `SQLite says: ${text}` };
    for (const fault of await connection.read(() => strays(db))) yield fault;
    for (const { code, message, sql } of rules) {
      const rows = await connection.read(() =>
        db.prepare<[], string>(`${sql} LIMIT ${mostOfEach}`).pluck().all(),
      );
      for (const about of rows) yield { code, about, message };
    }
  };
}

type Db = Connection["db"];

function damaged(db: Db): string[] {
  const rows = db.prepare<[], string>("SELECT integrity_check FROM pragma_integrity_check").pluck();
  return rows.all().filter((text) => text !== "ok");
}

interface Stray {
  readonly table: string;
  readonly rowid: number | null;
  readonly parent: string;
}

/** Rows that refer to rows which are not there. */
function strays(db: Db): Fault[] {
  const rows = db.prepare<[], Stray>(
    `SELECT "table", rowid, parent FROM pragma_foreign_key_check LIMIT ${mostOfEach}`,
  );
  return rows.all().map(({ table, rowid, parent }) => ({
    code: "ROW_MISSING",
    about: `${table} ${rowid ?? ""}`.trim(),
    message: `It refers to a row of ${parent} that is not there.`,
  }));
}
