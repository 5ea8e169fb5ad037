import type { ProcessDefinition } from "../../core/process/process.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";

/** The definition of a type of process. Throws a `RefusedError` that says which types there are. */
export function askedType(
  definitions: ReadonlyMap<string, ProcessDefinition>,
  type: string,
): ProcessDefinition {
  const definition = definitions.get(type);
  if (definition !== undefined) return definition;
  const types = [...definitions.keys()].join(", ");
  throw new RefusedError("invalid", `There is no type of process "${type}"; types are ${types}`);
}
