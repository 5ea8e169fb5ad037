import { existsSync } from "node:fs";
import { flowCatalogue } from "../../app/installation/flow-catalogue.ts";
import type { Catalogue } from "../../catalogue/definition.ts";
import { findConfig } from "../../config/find-config.ts";
import type { CommandContext } from "../context.ts";

/**
 * The catalogue for commands that need no store: the shipped one, and the users' definitions where a
 * configuration is named or lies in the folder the command is run in.
 */
export async function catalogueOf({ config, environment }: CommandContext): Promise<Catalogue> {
  const file = findConfig(config, environment);
  const named = config !== undefined || Boolean(environment["BUSBAR_CONFIG"]);
  if (!named && !existsSync(file)) return flowCatalogue(null);
  const { loadConfig } = await import("../../config/load-config.ts");
  return flowCatalogue(loadConfig(file));
}
