import type { ProcessDefinition } from "../core/process.ts";
import { processDefinitions } from "../processes/registry.ts";
import type { Session } from "./session.ts";

/** Every process definition that the installation knows, by its type. */
export async function definitionsOf(
  _session: Session,
): Promise<ReadonlyMap<string, ProcessDefinition>> {
  return new Map(processDefinitions.map((definition) => [definition.type, definition]));
}
