import type { BusbarConfig } from "../config/config.ts";
import { findConfig } from "../config/find-config.ts";
import { loadConfig } from "../config/load-config.ts";
import type { Store } from "../core/store.ts";
import { openSqliteStore, type SqliteStoreOptions } from "../store/sqlite/open.ts";
import type { CommandContext } from "./context.ts";

/** What most commands work with. */
export interface Session {
  readonly config: BusbarConfig;
  readonly store: Store;
}

/** The configuration that the command means, checked. */
export function configOf({ config, environment }: CommandContext): BusbarConfig {
  return loadConfig(findConfig(config, environment));
}

/** Opens the configured store for as long as the work takes. */
export async function withStore<Result>(
  context: CommandContext,
  work: (session: Session) => Promise<Result>,
  options: Pick<SqliteStoreOptions, "history"> = {},
): Promise<Result> {
  const config = configOf(context);
  const store = await openSqliteStore(config.store, { ...options, blobFolder: config.blobs });
  try {
    return await work({ config, store });
  } finally {
    await store.close();
  }
}
