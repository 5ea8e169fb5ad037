import type { HealthStore } from "../../port/health-store.ts";
import type { Connection } from "../database/connection.ts";

/** How often the server read a page of this database whose checksum was wrong; null where it keeps none. */
const selectFailures = `
  SELECT coalesce(checksum_failures, 0) FROM pg_stat_database WHERE datname = current_database()`;

/** What the server itself noticed of damage. */
export function damagedPages(connection: Connection): HealthStore["damagedPages"] {
  const failures = connection.db.prepare<[], number>(selectFailures).pluck();
  return () =>
    connection.read(async () => {
      const count = (await failures.get()) ?? 0;
      return count === 0 ? [] : [`${count} pages were read whose checksum was wrong`];
    });
}
