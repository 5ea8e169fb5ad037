import type { BackupStore } from "../../port/backup-store.ts";
import { StoreError } from "../../port/store-error.ts";
import type { Connection } from "./connection.ts";
import { shownLocation } from "./server.ts";

/** A database is backed up by its server's own means, which copy it as one moment has it while others go on. */
export function copyTo({ location }: Connection): BackupStore["copyTo"] {
  return async (path) => {
    throw new StoreError(
      "failed",
      `The store in ${shownLocation(location)} is not copied into a file by Busbar. Use the server's own means, e.g. \`pg_dump --format=custom --file=${path} <address of the database>\`, or its continuous archiving.`,
    );
  };
}
