import { openProcesses } from "../app/installation/open-processes.ts";
import { openCatalogue } from "../catalogue/load/open.ts";
import type { ProcessDefinition } from "../core/process/process.ts";
import type { Session } from "./session.ts";

/** Every process definition that the installation knows, by its type. */
export async function definitionsOf({
  config,
}: Pick<Session, "config">): Promise<ReadonlyMap<string, ProcessDefinition>> {
  const all = await openProcesses(config, () => openCatalogue(config));
  return new Map(all.map((definition) => [definition.type, definition]));
}
