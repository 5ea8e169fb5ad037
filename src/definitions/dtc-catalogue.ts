import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Catalogue, FlowDefinition, ListedFlow } from "../catalogue/definition.ts";
import { flowFile, indexFile } from "../catalogue/load/file-schema.ts";
import { readCatalogueFile } from "../catalogue/load/read-file.ts";
import { resolveGroups } from "../catalogue/load/resolve-flow.ts";
import { type ItemLookup, openItems } from "../catalogue/load/resolve-item.ts";
import { sequenced } from "../catalogue/sequence-field.ts";
import { userFileRow } from "../formats/user-file/row.ts";

/** The catalogue that comes with Busbar: the Data Transfer Catalogue 15.4. */
const shipped = fileURLToPath(new URL("../catalogue/dtc", import.meta.url));

/** What one folder of the catalogue's own form holds: flows in the user file family, and data items. */
export interface DtcCatalogue extends Pick<Catalogue, "find" | "list" | "item"> {
  /** Path of its index. */
  readonly file: string;
  readonly items: ItemLookup;
}

/**
 * Opens the catalogue in a folder, the shipped one unless given. Reads its index at once and
 * the rest when it is asked for: the items with the first flow, each flow when it is first found.
 * Every file is checked as it is read; a damaged one throws `CatalogueError`, here or in `find`.
 */
export function openDtc(folder: string = shipped): DtcCatalogue {
  const indexPath = join(folder, "index.json");
  const index = readCatalogueFile(indexPath, indexFile);
  const list = Object.entries(index).map(([reference, name]) => ({
    flow: reference.slice(0, -3),
    version: reference.slice(-3),
    name,
    family: "user-file" as const,
  }));
  const versions = Map.groupBy(list, (entry) => entry.flow);
  const loaded = new Map<ListedFlow, FlowDefinition>();
  let items: ItemLookup | null = null;

  const item: ItemLookup = (reference) => {
    items ??= openItems(join(folder, "items.json"));
    return items(reference);
  };
  const load = (listed: ListedFlow): FlowDefinition => {
    const known = loaded.get(listed);
    if (known !== undefined) return known;
    const { flow, version, name } = listed;
    const file = join(folder, "flows", `${flow}${version}.json`);
    const data = readCatalogueFile(file, flowFile);
    const groups = resolveGroups({ file, items: item }, flow, data.groups);
    const definition: FlowDefinition = {
      flow,
      version,
      name,
      family: "user-file",
      rules: sequenced(userFileRow.rules, groups),
      routes: data.routes,
      withdrawn: data.withdrawn === true,
      partial: false,
      groups,
    };
    loaded.set(listed, definition);
    return definition;
  };

  return {
    find: (flow, version) => {
      const known = versions.get(flow);
      const exact = known?.find((entry) => entry.version === version);
      const found = exact ?? known?.reduce((a, b) => (a.version > b.version ? a : b));
      if (found === undefined) return null;
      return { definition: load(found), exact: exact !== undefined };
    },
    list: () => list,
    item: (reference) => item(reference) ?? null,
    file: indexPath,
    items: item,
  };
}
