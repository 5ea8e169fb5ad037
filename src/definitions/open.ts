import type { Catalogue } from "../catalogue/definition.ts";
import type { OwnRgmaCodes } from "../catalogue/load/rgma-schema.ts";
import type { AddresseeRule } from "../core/file/addressee.ts";
import { type FlowSettings, usualFlowSettings } from "../core/file/flow-settings.ts";
import { loadCatalogue } from "./load.ts";

/**
 * What of a configuration the catalogue depends on. Every part is to be said, so that nobody opens a
 * catalogue with half the settings and reads files otherwise than intake does.
 */
export interface CatalogueSettings {
  /** Users' files and folders of definitions, by absolute path. */
  readonly catalogues: readonly string[];
  /** Settings by flow. */
  readonly flows: Readonly<Record<string, FlowSettings>>;
  /** Whom files that come in are to be addressed to; null: nobody said. */
  readonly addressee: AddresseeRule | null;
  /** What files about gas meters call records and roles here; null: as shipped. */
  readonly rgma: OwnRgmaCodes | null;
}

/** The settings of a place without any configuration: the shipped definitions, as they are. */
export const shippedSettings: CatalogueSettings = {
  catalogues: [],
  flows: {},
  addressee: null,
  rgma: null,
};

/**
 * Opens the catalogue with the definitions in users' files and with this installation's settings of
 * flows: the one way from a configuration to a catalogue, of intake and of every command. Throws
 * `CatalogueError`. What reads users' files is loaded only when there are any.
 */
export async function openCatalogue({
  catalogues,
  flows,
  addressee,
  rgma,
}: CatalogueSettings): Promise<Catalogue> {
  const catalogue = await openDefinitions(catalogues, rgma);
  const settings = new Map(Object.entries(flows));
  return {
    ...catalogue,
    settings: (flow) => settings.get(flow) ?? usualFlowSettings,
    ...(addressee !== null && { addressee }),
  };
}

async function openDefinitions(
  paths: readonly string[],
  rgma: OwnRgmaCodes | null,
): Promise<Catalogue> {
  if (paths.length === 0) return loadCatalogue(null, rgma);
  const { userCatalogues } = await import("./user/user-catalogues.ts");
  return loadCatalogue(userCatalogues(paths), rgma);
}
