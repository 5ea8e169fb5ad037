import { existsSync } from "node:fs";
import { flowNamed } from "../../app/asked/named-flow.ts";
import { flowCatalogue } from "../../app/installation/flow-catalogue.ts";
import type { AnyFlow } from "../../catalogue/any-flow.ts";
import type { Catalogue } from "../../catalogue/definition.ts";
import { findConfig } from "../../config/load-config.ts";
import type { CommandContext } from "../context.ts";

/**
 * The catalogue for commands that need no store: the shipped one, and the users' definitions where a
 * configuration is named or is in the folder the command is run in.
 */
export async function catalogueOf({ config, environment }: CommandContext): Promise<Catalogue> {
  const file = findConfig(config, environment);
  const named = config !== undefined || Boolean(environment["BUSBAR_CONFIG"]);
  if (!named && !existsSync(file)) return flowCatalogue(null);
  const { loadConfig } = await import("../../config/load-config.ts");
  return flowCatalogue(loadConfig(file));
}

/** The flow that words name; says where it is of another version than was asked for. */
export function askedFlow(
  { say }: CommandContext,
  catalogue: Catalogue,
  words: readonly string[],
): AnyFlow {
  const { flow, missingVersion } = flowNamed(catalogue, words);
  if (missingVersion !== null)
    say(
      `busbar: the catalogue has no version ${missingVersion} of ${flow.flow}; its files are read as version ${flow.version}, which is shown`,
    );
  return flow;
}
