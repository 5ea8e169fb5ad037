import { join } from "node:path";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { conformsToStore } from "./conformance.ts";

conformsToStore("the SQLite store", ({ folder, blobFolder, now }) =>
  openSqliteStore(join(folder, "store.db"), { blobFolder, now }),
);
