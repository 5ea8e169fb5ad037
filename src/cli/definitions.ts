import { openCatalogue } from "../catalogue/open.ts";
import type { ProcessDefinition } from "../core/process.ts";
import { openProcesses } from "../installation/open-processes.ts";
import type { Session } from "./session.ts";

/** Every process definition that the installation knows, by its type. */
export async function definitionsOf({
  config,
}: Pick<Session, "config">): Promise<ReadonlyMap<string, ProcessDefinition>> {
  const all = await openProcesses(config, () => openCatalogue(config));
  return new Map(all.map((definition) => [definition.type, definition]));
}
