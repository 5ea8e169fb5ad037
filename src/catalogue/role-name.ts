import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readCatalogueFile } from "./load/read-file.ts";

const file = fileURLToPath(new URL("./dtc/roles.json", import.meta.url));
const rolesFile = z.record(z.string().regex(/^[A-Z0-9]$/), z.string().min(1));

/**
 * The letter that central bodies have in common: the settlement agents (as in `Z POOL`), the Green Deal's
 * charge collection (`Z GDCC`) and others of which there is one for all.
 */
const central = "Z";

let names: ReadonlyMap<string, string> | null = null;

/**
 * The role that a letter in an envelope stands for, under the name that flows' routes use, e.g. `X` is
 * `Supplier`. Null when the letter is not known: letters are given out in Market Domain Data, not in
 * the catalogue, so an unknown one is no error.
 */
export function roleName(letter: string): string | null {
  return letters().get(letter) ?? null;
}

/** Whether the letter stands for central bodies, whichever it is of them. */
export function isCentral(letter: string): boolean {
  return letter === central;
}

/** Whether a role of routes may be meant by the letter of central bodies: it has none of its own, or settles. */
export function mayBeCentral(role: string): boolean {
  return role === "SVAA" || ![...letters().values()].includes(role);
}

function letters(): ReadonlyMap<string, string> {
  names ??= new Map(Object.entries(readCatalogueFile(file, rolesFile)));
  return names;
}
