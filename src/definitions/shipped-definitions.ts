import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCatalogueFile } from "../catalogue/load/read-file.ts";
import type { ItemLookup } from "../catalogue/load/resolve-item.ts";
import { definition } from "./user/definition-schema.ts";
import { type PlacedDefinition, resolveDefinition } from "./user/definition-set.ts";

/** Folders of the catalogue whose files each hold one definition, in the form that users write, too. */
const folders = ["tables", "json-events", "trees"] as const;

/** Reads every definition that comes with Busbar beside the Data Transfer Catalogue. Throws `CatalogueError`. */
export function readShippedDefinitions(items: ItemLookup): PlacedDefinition[] {
  return folders.flatMap((name) => {
    const folder = fileURLToPath(new URL(`../catalogue/${name}`, import.meta.url));
    return readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .toSorted()
      .map((file) => {
        const path = join(folder, basename(file));
        const written = readCatalogueFile(path, definition);
        return { place: path, definition: resolveDefinition(path, written, items) };
      });
  });
}
