import { shownStore } from "../../../core/text/store-location.ts";
import type { BackupStore } from "../../port/backup-store.ts";
import { StoreError } from "../../port/store-error.ts";
import { outsideFiles } from "../files/outside-files.ts";
import type { Connection } from "./connection.ts";

/** A database is backed up by its server's own means, which copy it as one moment has it while others go on. */
export function backups(connection: Connection): BackupStore {
  async function refuse(): Promise<never> {
    throw new StoreError(
      "failed",
      `The store in ${shownStore(connection.location)} is not copied by Busbar. Use the server's own means, e.g. \`pg_dump --format=custom\` or its continuous archiving, and copy the folder of large files after it.`,
    );
  }
  return {
    begin: refuse,
    end: async () => {},
    made: async () => [],
    copyTo: refuse,
    outside: outsideFiles(connection),
  };
}
