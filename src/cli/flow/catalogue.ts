import { existsSync } from "node:fs";
import type { Catalogue } from "../../catalogue/definition.ts";
import { openCatalogue, shippedSettings } from "../../catalogue/load/open.ts";
import { findConfig } from "../../config/find-config.ts";
import type { CommandContext } from "../context.ts";

/**
 * The catalogue for commands that need no store: the shipped one, and the users' definitions where a
 * configuration is named or lies in the folder the command is run in.
 */
export async function catalogueOf({ config, environment }: CommandContext): Promise<Catalogue> {
  const file = findConfig(config, environment);
  const named = config !== undefined || Boolean(environment["BUSBAR_CONFIG"]);
  if (!named && !existsSync(file)) return openCatalogue(shippedSettings);
  const { loadConfig } = await import("../../config/load-config.ts");
  const settings = loadConfig(file);
  // Whom a file is addressed to says nothing of a file that is only looked at.
  const catalogue = await openCatalogue({ ...settings, addressee: null });
  const { checkFlowNames } = await import("../../config/check-flow-names.ts");
  checkFlowNames(settings, catalogue);
  return catalogue;
}
