import type {
  Catalogue,
  FlowDefinition,
  ListedFlow,
  TableDefinition,
} from "../catalogue/definition.ts";
import { openHalfHourly } from "../catalogue/half-hourly/open-half-hourly.ts";
import type { JsonEventDefinition } from "../catalogue/json-event-definition.ts";
import type { ItemLookup } from "../catalogue/load/resolve-item.ts";
import type { OwnRgmaCodes } from "../catalogue/load/rgma-schema.ts";
import { openDtc } from "./dtc-catalogue.ts";
import { refuseAlikeTables, refuseFlowClashes } from "./refuse-clashes.ts";
import { openRgma } from "./rgma-catalogue.ts";
import { readShippedDefinitions } from "./shipped-definitions.ts";
import { isJsonEvent, isTable, isTree, type PlacedDefinition } from "./user/definition-set.ts";

/** Reads definitions that are not Busbar's own; they may name the shipped catalogue's items. */
export type DefinitionSource = (items: ItemLookup) => readonly PlacedDefinition[];

/**
 * Opens the catalogue that comes with Busbar, with the definitions that users bring added. Reads an
 * index and the users' definitions at once, the rest when it is asked for. Throws `CatalogueError` for
 * a damaged file, here or when it is read, and for definitions that are in each other's way. Where a
 * file follows no definition to the version, a user's own goes before the shipped ones. `rgmaCodes`: what
 * files about gas meters have in place of the shipped codes.
 */
export function loadCatalogue(
  user: DefinitionSource | null = null,
  rgmaCodes: OwnRgmaCodes | null = null,
): Catalogue {
  const dtc = openDtc();
  const rgma = openRgma(rgmaCodes);
  const own = user?.(dtc.items) ?? [];
  let all: readonly PlacedDefinition[] | null = null;
  const added = (): readonly PlacedDefinition[] => {
    all ??= [...own, ...readShippedDefinitions(dtc.items), ...halfHourly()];
    return all;
  };
  if (own.length > 0)
    refuseFlowClashes(added(), [
      { list: dtc.list(), file: dtc.file },
      { list: rgma.list(), file: rgma.file },
    ]);
  refuseAlikeTables(own);
  let tables: readonly TableDefinition[] | null = null;
  let jsonEvents: readonly JsonEventDefinition[] | null = null;
  return {
    find: (flow, version) => {
      const shipped = dtc.find(flow, version) ?? (gas.test(flow) ? rgma.find(flow, version) : null);
      if (shipped?.exact === true) return shipped;
      const mine = newest(own, flow, version);
      // Of a file that names no version, nobody else can say which it follows.
      if (mine !== null && (mine.exact || version === null)) return mine;
      if (shipped === null) return newest(added(), flow, version);
      return mine !== null && isLater(mine.definition, shipped.definition) ? mine : shipped;
    },
    ofFile: (told) => (newest(own, told.fileType, null) === null ? rgma.ofFile(told) : null),
    list: () => [...dtc.list(), ...rgma.list(), ...added().map(listed)],
    tables: () => {
      tables ??= inOrderOfFit(
        definitions(own).filter(isTable),
        definitions(added()).filter(isTable),
      );
      return tables;
    },
    jsonEvents: () => {
      jsonEvents ??= definitions(added()).filter(isJsonEvent);
      return jsonEvents;
    },
    item: (reference) =>
      dtc.item(reference) ?? (gasItem.test(reference) ? rgma.item(reference) : null),
  };
}

/** References of flows about gas meters, and of their data items. */
const gas = /^G\d{4}$/;
const gasItem = /^A\d{4}$/;

function halfHourly(): PlacedDefinition[] {
  const { file, definitions } = openHalfHourly();
  return definitions.map((definition) => ({ place: file, definition }));
}

function definitions(placed: readonly PlacedDefinition[]) {
  return placed.map(({ definition }) => definition);
}

/**
 * Tables as header lines are compared with them, where the first of those that fit equally well counts:
 * users' own before the shipped, and of their own those with fewer columns, which lack fewer then.
 */
function inOrderOfFit(
  own: readonly TableDefinition[],
  all: readonly TableDefinition[],
): readonly TableDefinition[] {
  const ordered = own.toSorted((a, b) => a.columns.length - b.columns.length);
  return [...ordered, ...all.slice(own.length)];
}

function listed({ definition }: PlacedDefinition): ListedFlow {
  const { flow, version, name, family } = definition;
  return { flow, version, name, family };
}

/** A flow of records: that version, else the newest. */
function newest(placed: readonly PlacedDefinition[], flow: string, version: string | null) {
  const known = definitions(placed)
    .filter(isTree)
    .filter((one) => one.flow === flow);
  const exact = known.find((one) => one.version === version);
  if (exact !== undefined) return { definition: exact, exact: true };
  const [first, ...others] = known;
  if (first === undefined) return null;
  const later = (a: FlowDefinition, b: FlowDefinition) => (isLater(a, b) ? a : b);
  return { definition: others.reduce(later, first), exact: false };
}

function isLater(a: FlowDefinition, b: FlowDefinition): boolean {
  return a.version > b.version;
}
