import { dirname, resolve } from "node:path";
import { ConfigError } from "../config/config-error.ts";
import { sourceNow } from "../config/load-config.ts";

/** What cannot be used: a folder, a file, a variable or a channel, by the name that it has for people. */
export interface UnusableSetting {
  readonly about: string;
  readonly message: string;
}

/** Says of what a configuration names that it cannot be used, with the place that names it, where one does. */
export function unusableError(file: string, unusable: readonly UnusableSetting[]): ConfigError {
  const source = sourceNow(file);
  const folder = dirname(resolve(file));
  const problems = unusable.map(({ about, message }) => {
    const isMeant = (text: string) => text === about || resolve(folder, text) === about;
    const found = source?.problemAtText(isMeant, message) ?? null;
    return found ?? { line: null, column: null, message };
  });
  return new ConfigError(file, problems);
}
