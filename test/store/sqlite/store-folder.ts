import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "../../../src/store/port/store.ts";
import type { StoreOptions } from "../../../src/store/port/store-place.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open.ts";

/** A folder for a store, removed at the end of the scope with everything in it. */
export class StoreFolder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), "busbar-sqlite-"));
  readonly file = join(this.path, "store.db");

  open(options: Partial<StoreOptions> = {}): Promise<Store> {
    return openSqliteStore(this.file, { blobFolder: join(this.path, "blobs"), ...options });
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
