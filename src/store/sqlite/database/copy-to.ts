import type { BackupStore } from "../../port/backup-store.ts";
import { StoreError } from "../../port/store-error.ts";
import type { Connection } from "./connection.ts";

/** Copies the store as one transaction sees it. A reader like others: nobody waits for it. */
export function copyTo(connection: Connection): BackupStore["copyTo"] {
  const copy = connection.db.prepare<[string]>("VACUUM INTO ?");
  return async (path) => {
    try {
      await connection.read(() => copy.run(path));
    } catch (error) {
      const cause = error instanceof StoreError ? (error.cause ?? error) : error;
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new StoreError(
        "failed",
        `The store cannot be copied to ${path}: ${why}. Make its folder and room on its disk, and remove what was begun.`,
        { cause: error },
      );
    }
  };
}
