import type { OpenInstallation } from "../../app/installation/open-installation.ts";
import type { GroupDefinition } from "../../catalogue/definition.ts";

/** What the catalogue calls a name in data, e.g. `MPAN Core (J0003)` for `mpanCore`. */
export type FieldNames = (key: string) => string;

/** The catalogue's names of the fields and groups of a flow. */
export async function fieldNames(
  of: OpenInstallation,
  flow: string | null,
  version: string | null,
): Promise<FieldNames> {
  if (flow === null) return (key) => key;
  const found = (await of.catalogue()).find(flow, version);
  const names = new Map<string, string>();
  if (found !== null) collect(found.definition.groups, names);
  return (key) => names.get(key) ?? key;
}

function collect(groups: readonly GroupDefinition[], names: Map<string, string>): void {
  for (const group of groups) {
    names.set(group.key, `${group.code} ${group.name}`.trim());
    for (const { key, name, item } of group.fields)
      names.set(key, item === null ? name : `${name} (${item})`);
    collect(group.groups, names);
  }
}
