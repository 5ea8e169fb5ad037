import { CatalogueError } from "./catalogue-error.ts";
import type { Catalogue, FlowDefinition, ListedFlow } from "./definition.ts";
import { openDtc } from "./dtc-catalogue.ts";
import type { ItemLookup } from "./resolve-item.ts";
import { readShippedDefinitions } from "./shipped-definitions.ts";
import { isJsonEvent, isTable, isTree, type PlacedDefinition } from "./user/definition-set.ts";

/** Reads definitions that are not Busbar's own; they may name the shipped catalogue's items. */
export type DefinitionSource = (items: ItemLookup) => readonly PlacedDefinition[];

/**
 * Opens the catalogue that comes with Busbar, with the definitions that users bring added. Reads an
 * index and the users' definitions at once, the rest when it is asked for. Throws `CatalogueError` for
 * a damaged file, here or when it is read, and for a flow version that is defined twice.
 */
export function loadCatalogue(user: DefinitionSource | null = null): Catalogue {
  const dtc = openDtc();
  const own = user?.(dtc.items) ?? [];
  let all: readonly PlacedDefinition[] | null = null;
  const added = (): readonly PlacedDefinition[] => {
    all ??= [...own, ...readShippedDefinitions(dtc.items)];
    return all;
  };
  if (own.length > 0) {
    refuseTwins(added(), dtc.list(), dtc.file);
    refuseSameEvents(added());
  }
  return {
    find: (flow, version) => dtc.find(flow, version) ?? newest(added(), flow, version),
    list: () => [...dtc.list(), ...added().map(listed)],
    tables: () => definitions(added()).filter(isTable),
    jsonEvents: () => definitions(added()).filter(isJsonEvent),
    item: dtc.item,
  };
}

function definitions(placed: readonly PlacedDefinition[]) {
  return placed.map(({ definition }) => definition);
}

function listed({ definition }: PlacedDefinition): ListedFlow {
  const { flow, version, name, family } = definition;
  return { flow, version, name, family };
}

/** A flow of records by the same rule as the catalogue's own: that version, else the newest. */
function newest(placed: readonly PlacedDefinition[], flow: string, version: string | null) {
  const known = definitions(placed)
    .filter(isTree)
    .filter((one) => one.flow === flow);
  const exact = known.find((one) => one.version === version);
  if (exact !== undefined) return { definition: exact, exact: true };
  const [first, ...others] = known;
  if (first === undefined) return null;
  const later = (a: FlowDefinition, b: FlowDefinition) => (a.version > b.version ? a : b);
  return { definition: others.reduce(later, first), exact: false };
}

function refuseTwins(
  placed: readonly PlacedDefinition[],
  shipped: readonly ListedFlow[],
  index: string,
): void {
  const reference = ({ flow, version }: ListedFlow) => `${flow} version ${version}`;
  const files = new Map(shipped.map((flow) => [reference(flow), index]));
  for (const one of placed.toReversed()) {
    const name = reference(listed(one));
    const other = files.get(name);
    if (other !== undefined)
      throw new CatalogueError(
        one.place,
        "",
        `${name} is defined in ${other} as well; give one of them another version, or leave it out`,
      );
    files.set(name, one.place);
  }
}

/** An event is known by its discriminator: of two flows with the same one, the second would get no event. */
function refuseSameEvents(placed: readonly PlacedDefinition[]): void {
  const events = new Map<string, { readonly flow: string; readonly place: string }>();
  for (const { place, definition } of placed.toReversed()) {
    if (!isJsonEvent(definition)) continue;
    const { flow, discriminator } = definition;
    for (const value of discriminator.values) {
      const event = JSON.stringify([discriminator.path, value]);
      const other = events.get(event);
      if (other !== undefined && other.flow !== flow)
        throw new CatalogueError(
          place,
          "",
          `events whose ${discriminator.path} is "${value}" are those of ${other.flow} already, defined in ${other.place}; give ${flow} another discriminator, or make it another version of ${other.flow}`,
        );
      events.set(event, { flow, place });
    }
  }
}
