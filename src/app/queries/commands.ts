import type { ProcessDefinition } from "../../core/process/process.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { namedProcess } from "../asked/command-target.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import { type CommandDefinitionView, viewCommandDefinition } from "../views/command-view.ts";

/**
 * What people may ask of processes: of all types, or of those that a type, a process's key, or both name. Rejects
 * with a refusal when they name nothing.
 */
export async function listCommands(
  of: OpenInstallation,
  { named }: { readonly named?: string },
): Promise<readonly CommandDefinitionView[]> {
  const definitions = await of.definitions();
  const types = named === undefined ? null : await typesNamed(of, definitions, named);
  return [...definitions.values()]
    .filter(({ type }) => types === null || types.has(type))
    .flatMap(({ type, commands }) =>
      [...commands.values()].map((command) => viewCommandDefinition(type, command)),
    );
}

async function typesNamed(
  { store }: OpenInstallation,
  definitions: ReadonlyMap<string, ProcessDefinition>,
  named: string,
): Promise<ReadonlySet<string>> {
  if (definitions.has(named)) return new Set([named]);
  const { type, key } = namedProcess(definitions, named);
  if (type !== null) return new Set([type]);
  const found = await store.processes.withKey(key);
  if (found.length > 0) return new Set(found.map((process) => process.type));
  throw new RefusedError(
    "invalid",
    `There is no type of process and no process "${named}"; types are ${[...definitions.keys()].join(", ")}`,
  );
}
