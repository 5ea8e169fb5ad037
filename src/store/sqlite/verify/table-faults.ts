import type { Fault, VerifyStore } from "../../port/verify-store.ts";
import { rules } from "../../verify/rules.ts";
import type { Connection } from "../database/connection.ts";
import { isDamage } from "../database/store-error.ts";

/** Rows reported of each rule: more say nothing new. */
const mostOfEach = 1_000;

/** Whether SQLite itself finds its file whole, and whether rows fit each other as they must. */
export function tableFaults(connection: Connection): VerifyStore["tables"] {
  const { db } = connection;

  /** The rows that a look finds; none when it comes upon damage, which is noted. */
  async function found<Row>(what: string, look: () => readonly Row[]): Promise<readonly Row[]> {
    try {
      return await connection.read(look);
    } catch (error) {
      if (!isDamage(error)) throw error;
      connection.noteDamage(what, error);
      return [];
    }
  }

  return async function* faults() {
    for (const text of await found("the store's file", () => damaged(db)))
      yield { code: "DAMAGED", about: "the store", message: `SQLite says: ${text}. ${wayOut}` };
    yield* await found("the rows that others refer to", () => strays(db));
    for (const { code, message, remedy, sql } of rules) {
      const rows = await found(`a row that ${code} is looked for in`, () =>
        db.prepare<[], string>(`${sql} LIMIT ${mostOfEach}`).pluck().all(),
      );
      for (const about of rows)
        yield { code, about, message, ...(remedy !== undefined && { remedy }) };
    }
  };
}

const wayOut = "Put a backup of the store in its place, see docs/guides/backup-and-restore.md.";

type Db = Connection["db"];

function damaged(db: Db): string[] {
  const rows = db.prepare<[], string>("SELECT integrity_check FROM pragma_integrity_check").pluck();
  return rows
    .all()
    .flatMap((text) => text.split("\n"))
    .filter((line) => line !== "ok" && !line.startsWith("***"));
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
