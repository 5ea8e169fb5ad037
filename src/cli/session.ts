import type { BusbarConfig } from "../config/config.ts";
import { findConfig } from "../config/find-config.ts";
import { loadConfig } from "../config/load-config.ts";
import { otherHost } from "../daemon/look-at-daemon.ts";
import type { Store } from "../store/port/store.ts";
import { openSqliteStore, type SqliteStoreOptions } from "../store/sqlite/open.ts";
import type { CommandContext } from "./context.ts";
import { exitCode } from "./failure.ts";

/** What most commands work with. */
export interface Session {
  readonly config: BusbarConfig;
  readonly store: Store;
}

/** The configuration that the command means, checked. */
export function configOf({ config, environment }: CommandContext): BusbarConfig {
  return loadConfig(findConfig(config, environment));
}

/** Says which rows could not be read, if any: then a command that ended well did not do all that was asked. */
function withDamage<Result>(context: CommandContext, store: Store, result: Result): Result | 1 {
  if (result !== exitCode.good) return result;
  const damage = store.damage();
  for (const { about, why } of damage.slice(0, 20))
    context.say(`busbar: ${about} cannot be read: ${why}; \`busbar verify\` says what else`);
  if (damage.length > 20) context.say(`busbar: and ${damage.length - 20} more`);
  return damage.length > 0 ? exitCode.failed : result;
}

/** Opens the configured store for as long as the work takes. */
export async function withStore<Result>(
  context: CommandContext,
  work: (session: Session) => Promise<Result>,
  options: Pick<SqliteStoreOptions, "history"> = {},
): Promise<Result | 1> {
  const config = configOf(context);
  const host = otherHost(config.store);
  if (host !== null)
    context.say(
      `busbar: the daemon on ${host} has this store; give commands there: two machines that use a store at once may damage it`,
    );
  const store = await openSqliteStore(config.store, { ...options, blobFolder: config.blobs });
  try {
    return withDamage(context, store, await work({ config, store }));
  } finally {
    await store.close();
  }
}
