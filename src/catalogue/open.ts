import type { Catalogue } from "./definition.ts";
import { loadCatalogue } from "./load.ts";

/**
 * Opens the catalogue with the definitions in users' files and folders, by absolute path. Throws
 * `CatalogueError`. What reads users' files is loaded only when there are any.
 */
export async function openCatalogue(paths: readonly string[]): Promise<Catalogue> {
  if (paths.length === 0) return loadCatalogue();
  const { userCatalogues } = await import("./user/user-catalogues.ts");
  return loadCatalogue(userCatalogues(paths));
}
