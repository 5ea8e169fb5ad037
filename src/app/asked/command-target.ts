import type { ProcessDefinition } from "../../core/process/process.ts";
import { processReadings } from "../../core/process/process-reference.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { advice } from "../../core/stuck/remedy.ts";
import { nearestWord } from "../../core/text/nearest-word.ts";
import type { Store } from "../../store/port/store.ts";
import { namedProcesses } from "./named-processes.ts";

/** Definitions by their type. */
type Definitions = ReadonlyMap<string, ProcessDefinition>;

/** A process that a person named for a command. */
export interface CommandTarget {
  readonly processType: string;
  readonly processKey: string;
}

/** A process as people write it: its key, or its type and key when several have that key. */
export function namedProcess(
  definitions: Definitions,
  text: string,
): { readonly type: string | null; readonly key: string } {
  const typed = processReadings(text).find(({ type }) => type !== null && definitions.has(type));
  return typed ?? { type: null, key: text };
}

/**
 * The process that a command is for: the one that was named with its type, else the only one there is
 * with that key and command, or that goes by what was written in place of a key, else the only type whose command may open it. Rejects with a `RefusedError`
 * that says what to write when there is none, or several.
 */
export async function commandTarget(
  store: Pick<Store, "processes" | "search">,
  definitions: Definitions,
  text: string,
  name: string,
): Promise<CommandTarget> {
  const having = [...definitions.values()].filter(({ commands }) => commands.has(name));
  if (having.length === 0) throw unknownCommand(definitions, name);
  const { type, key } = namedProcess(definitions, text);
  if (type !== null) {
    if (having.some((definition) => definition.type === type))
      return { processType: type, processKey: await keyOfType(store, type, key) };
    throw new RefusedError("invalid", `A ${type} has no command ${name}`, {
      remedy: advice("`{}` shows its own", { remedy: "list-commands", type }),
    });
  }
  const withKey = await store.processes.withKey(key);
  const called = withKey.length > 0 ? [] : await namedProcesses(store, key);
  const [going] = called.filter((one) => having.some((definition) => definition.type === one.type));
  if (going !== undefined) return { processType: going.type, processKey: going.key };
  const there = new Set(withKey.map((process) => process.type));
  const existing = having.filter((definition) => there.has(definition.type));
  const openable = having.filter(({ commands }) => commands.get(name)?.opens === true);
  const found = existing.length > 0 ? existing : openable;
  const [only, ...others] = found;
  if (only === undefined)
    throw new RefusedError("not-found", `There is no process ${key} that has the command ${name}`, {
      remedy: advice("`{}` shows the processes there are", { remedy: "list", of: "process" }),
    });
  if (others.length === 0) return { processType: only.type, processKey: key };
  const written = found.map((definition) => `${definition.type}/${key}`).join(" or ");
  throw new RefusedError(
    "invalid",
    `Several types of process have the command ${name}: say which, as ${written}`,
  );
}

/** The key as it was written where there is such a process; else that of the one which goes by it. */
async function keyOfType(
  store: Pick<Store, "processes" | "search">,
  type: string,
  key: string,
): Promise<string> {
  const [only] = await namedProcesses(store, key, type);
  return only?.key ?? key;
}

function unknownCommand(definitions: Definitions, name: string): RefusedError {
  const known = [...definitions.values()].flatMap(({ commands }) => [...commands.keys()]);
  const near = nearestWord(name, known);
  const meant = near === null ? "" : `, did you mean ${near}?`;
  return new RefusedError("invalid", `There is no command "${name}"${meant}`, {
    remedy: advice("`{}` shows those there are", { remedy: "list", of: "command" }),
  });
}
