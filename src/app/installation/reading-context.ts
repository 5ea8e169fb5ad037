import type { Catalogue } from "../../catalogue/definition.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { openCatalogue } from "../../definitions/open.ts";
import { packedSettings } from "../../intake/channel/context.ts";
import type { ReadingContext } from "../../intake/file/read-file.ts";

/** What it takes to read files as a configuration says, whichever thread reads them. Rejects with `CatalogueError`. */
export async function readingContext(
  config: BusbarConfig,
  catalogue: () => Promise<Catalogue> = () => openCatalogue(config),
): Promise<ReadingContext> {
  const { largeFileBytes, live } = config;
  return {
    catalogue: await catalogue(),
    largeFileBytes,
    live,
    packed: packedSettings(config),
  };
}
