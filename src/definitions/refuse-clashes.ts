import type { ListedFlow, TableDefinition } from "../catalogue/definition.ts";
import { CatalogueError } from "../catalogue/load/catalogue-error.ts";
import { fitOf, plainName } from "../catalogue/table-fit.ts";
import { nameSpaceOf } from "./tree-rows.ts";
import { isJsonEvent, isTable, isTree, type PlacedDefinition } from "./user/definition-set.ts";

/**
 * Throws `CatalogueError` where two definitions are in each other's way, so that one of them would get
 * no file. `placed` has those of users first, which are the ones to change; `shipped` are those of indexes.
 */
export function refuseFlowClashes(
  placed: readonly PlacedDefinition[],
  shipped: readonly ShippedIndex[],
): void {
  refuseTwins(placed, shipped);
  refuseOtherFamilies(placed, shipped);
  refuseSameEvents(placed);
}

/** Flows that come with Busbar, and the file that lists them. */
export interface ShippedIndex {
  readonly list: readonly ListedFlow[];
  readonly file: string;
}

function refuseTwins(placed: readonly PlacedDefinition[], shipped: readonly ShippedIndex[]): void {
  const reference = ({ flow, version }: ListedFlow) => `${flow} version ${version}`;
  const files = new Map(
    shipped.flatMap(({ list, file }) => list.map((flow) => [reference(flow), file])),
  );
  for (const one of placed.toReversed()) {
    const name = reference(one.definition);
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

/** A header names a flow and not its family, so that two families may name a flow alike only in one name space. */
function refuseOtherFamilies(
  placed: readonly PlacedDefinition[],
  shipped: readonly ShippedIndex[],
): void {
  const known = new Map(
    shipped.flatMap(({ list, file }) =>
      list.map(({ flow, family }) => [flow, { family, place: file }]),
    ),
  );
  for (const { place, definition } of placed.toReversed()) {
    if (!isTree(definition)) continue;
    const { flow, family } = definition;
    const other = known.get(flow);
    if (other !== undefined && nameSpaceOf(other.family) !== nameSpaceOf(family))
      throw new CatalogueError(
        place,
        "",
        `${flow} is a ${other.family} flow already, defined in ${other.place}, and a header does not say the family; give yours another name`,
      );
    known.set(flow, { family, place });
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

/**
 * Throws `CatalogueError` where the header lines of two tables of users' own are alike: whichever came
 * first by the name of its file would get the files of both. One that is like a shipped table stays: it
 * takes its place.
 */
export function refuseAlikeTables(own: readonly PlacedDefinition[]): void {
  const before: { readonly table: TableDefinition; readonly place: string }[] = [];
  for (const { place, definition: table } of own) {
    if (!isTable(table)) continue;
    const other = before.find((one) => areAlike(one.table, table));
    if (other !== undefined) {
      const { flow, version } = other.table;
      throw new CatalogueError(
        place,
        "",
        `${table.flow} version ${table.version} has the same columns as ${flow} version ${version}, defined in ${other.place}, so a header line does not tell their files apart; give one of them a column that the other has not and name it under recognisedBy, or leave one of them out`,
      );
    }
    before.push({ table, place });
  }
}

/**
 * Whether the full header line of one fits the other just as well. Of two tables with more and fewer
 * columns it is distinguished: a file that fits both is of the one with fewer.
 */
function areAlike(a: TableDefinition, b: TableDefinition): boolean {
  if (a.columns.length !== b.columns.length) return false;
  // A header line that is split otherwise is one name to the other table.
  if (a.delimiter !== b.delimiter && a.columns.length > 1) return false;
  const isLike = (one: TableDefinition, other: TableDefinition) =>
    fitOf(other, new Set(one.columns.map(({ name }) => plainName(name)))) === one.columns.length;
  return isLike(a, b) || isLike(b, a);
}
