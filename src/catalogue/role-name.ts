import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { readCatalogueFile } from "./read-file.ts";

const rolesFile = z.record(z.string().regex(/^[A-Z0-9]$/), z.string().min(1));
let names: Readonly<Record<string, string>> | null = null;

/**
 * The role that a letter in an envelope stands for, under the name that flows' routes use, e.g. `X` is
 * `Supplier`. Null when the letter is not known: letters are given out in Market Domain Data, not in
 * the catalogue, so an unknown one is no error.
 */
export function roleName(letter: string): string | null {
  names ??= readCatalogueFile(
    join(fileURLToPath(new URL("./dtc", import.meta.url)), "roles.json"),
    rolesFile,
  );
  return names[letter] ?? null;
}
