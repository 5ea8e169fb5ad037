import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readCatalogueFile } from "./read-file.ts";

const file = fileURLToPath(new URL("./dtc/roles.json", import.meta.url));
const rolesFile = z.record(z.string().regex(/^[A-Z0-9]$/), z.string().min(1));
let names: ReadonlyMap<string, string> | null = null;

/**
 * The role that a letter in an envelope stands for, under the name that flows' routes use, e.g. `X` is
 * `Supplier`. Null when the letter is not known: letters are given out in Market Domain Data, not in
 * the catalogue, so an unknown one is no error.
 */
export function roleName(letter: string): string | null {
  names ??= new Map(Object.entries(readCatalogueFile(file, rolesFile)));
  return names.get(letter) ?? null;
}
