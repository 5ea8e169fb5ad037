import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { CatalogueError } from "../../catalogue/load/catalogue-error.ts";
import type { DefinitionSource } from "../load.ts";
import { readDefinitionFile } from "./read-definition-file.ts";

const extension = /\.(?:json|ya?ml)$/i;

/**
 * The definitions in files and folders: of a folder, those in its `.json`, `.yaml` and `.yml` files by
 * name, folders inside it left out. Reading throws `CatalogueError` with every mistake of the first
 * file that has any.
 */
export function userCatalogues(paths: readonly string[]): DefinitionSource {
  return (items) => paths.flatMap(filesAt).flatMap((file) => readDefinitionFile(file, items));
}

function filesAt(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined)
    throw new CatalogueError(
      path,
      "",
      "there is no such file or folder; look at catalogues in busbar.yaml",
    );
  if (!stats.isDirectory()) return [path];
  const files = readdirSync(path, { withFileTypes: true })
    .filter(
      (entry) => !entry.isDirectory() && extension.test(entry.name) && !entry.name.startsWith("."),
    )
    .map(({ name }) => join(path, name))
    .toSorted();
  if (files.length === 0)
    throw new CatalogueError(path, "", "there is no .json, .yaml or .yml file in this folder");
  return files;
}
