import { otherHostOf } from "../app/heartbeat/look-at-daemon.ts";
import {
  damageFoundBy,
  type OpenInstallation,
  type OpenOptions,
  openInstallation,
} from "../app/installation/open-installation.ts";
import type { BusbarConfig } from "../config/config.ts";
import { findConfig, loadConfig } from "../config/load-config.ts";
import { type Contacts, loadContacts } from "../config/notices/load-contacts.ts";
import type { CommandContext } from "./context.ts";
import { exitCode } from "./failure.ts";

/** What most commands work with. */
export type Session = OpenInstallation;

/** The configuration that the command means, checked. */
export function configOf({ config, environment }: CommandContext): BusbarConfig {
  return loadConfig(findConfig(config, environment));
}

/** Whom to tell, of a configuration that may be wrong elsewhere. */
export function contactsOf({ config, environment }: CommandContext): Contacts {
  return loadContacts(findConfig(config, environment));
}

/** Says which rows could not be read, if any: then a command that ended well did not do all that was asked. */
function withDamage<Result>(context: CommandContext, session: Session, result: Result): Result | 1 {
  if (result !== exitCode.good) return result;
  const damage = damageFoundBy(session);
  for (const { about, why } of damage.slice(0, 20))
    context.say(`busbar: ${about} cannot be read: ${why}; \`busbar verify\` says what else`);
  if (damage.length > 20) context.say(`busbar: and ${damage.length - 20} more`);
  return damage.length > 0 ? exitCode.failed : result;
}

/** Opens the configured store for as long as the work takes. */
export async function withStore<Result>(
  context: CommandContext,
  work: (session: Session) => Promise<Result>,
  options: Pick<OpenOptions, "history"> = {},
): Promise<Result | 1> {
  const config = configOf(context);
  const host = await otherHostOf(config);
  if (host !== null)
    context.say(
      `busbar: the daemon on ${host} has this store; give commands there: two machines that use a store at once may damage it`,
    );
  const session = await openInstallation(config, options);
  try {
    return withDamage(context, session, await work(session));
  } finally {
    await session.close();
  }
}
