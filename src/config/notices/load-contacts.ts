import { resolve } from "node:path";
import { readYamlAnyway } from "../../catalogue/load/read-yaml.ts";
import type { BusbarConfig } from "../config.ts";
import { ConfigError } from "../config-error.ts";
import { configText, loadConfig, resolveSettings } from "../load-config.ts";
import { settings } from "../schema.ts";

/** What of a configuration says whom to tell, and how they are reached. */
export interface Contacts extends Pick<BusbarConfig, "file" | "mail" | "notices"> {
  /** What is wrong with the configuration; null when nothing is. */
  readonly wrong: ConfigError | null;
}

/**
 * Reads whom to tell, also from a configuration that is wrong elsewhere: that the daemon cannot start for it is what
 * they are notified of.
 *
 * @throws {ConfigError} when what says whom to tell is wrong itself, or the file cannot be read.
 */
export function loadContacts(file: string): Contacts {
  try {
    return { ...loadConfig(file), wrong: null };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const read = settings.safeParse(contactSettings(readYamlAnyway(configText(file))));
    if (!read.success) throw error;
    return { ...resolveSettings(read.data, resolve(file)), wrong: error };
  }
}

/** Of all settings, those of notices and of the channels that e-mails leave by. */
function contactSettings(all: unknown): object {
  if (!isSettings(all)) return {};
  const { notices, channels } = all;
  const mail = isSettings(channels)
    ? Object.entries(channels).filter(([, one]) => isSettings(one) && one["kind"] === "smtp")
    : [];
  return { ...(notices !== undefined && { notices }), channels: Object.fromEntries(mail) };
}

function isSettings(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
