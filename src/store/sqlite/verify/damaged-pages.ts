import type { HealthStore } from "../../port/health-store.ts";
import type { Connection } from "../database/connection.ts";

/** Has SQLite look at every page, but not compare indexes with their tables, which takes many times as long. */
export function damagedPages(connection: Connection): HealthStore["damagedPages"] {
  const check = "SELECT quick_check FROM pragma_quick_check";
  return () => {
    const rows = connection.db.prepare<[], string>(check).pluck();
    return connection.read(() => rows.all().filter((line) => line !== "ok"));
  };
}
