import type { Catalogue } from "../../catalogue/definition.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { openCatalogue, shippedSettings } from "../../definitions/open.ts";

/**
 * The catalogue for looking at flows and at single files, apart from any installation: the shipped definitions,
 * and users' own where there is a configuration. Throws `CatalogueError` or `ConfigError`.
 */
export async function flowCatalogue(config: BusbarConfig | null): Promise<Catalogue> {
  if (config === null) return openCatalogue(shippedSettings);
  // Whom a file is addressed to says nothing of a file that is only looked at.
  const catalogue = await openCatalogue({ ...config, addressee: null });
  const { checkFlowNames } = await import("../../config/check-flow-names.ts");
  checkFlowNames(config, catalogue);
  return catalogue;
}
