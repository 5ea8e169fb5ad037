import { join } from "node:path";
import type { Catalogue, FlowDefinition, ListedFlow } from "../catalogue/definition.ts";
import type { FileTold } from "../catalogue/file-names.ts";
import { CatalogueError } from "../catalogue/load/catalogue-error.ts";
import type { GroupOfFile } from "../catalogue/load/file-schema.ts";
import { readCatalogueFile } from "../catalogue/load/read-file.ts";
import { resolveGroups } from "../catalogue/load/resolve-flow.ts";
import { type ItemLookup, openItems } from "../catalogue/load/resolve-item.ts";
import { rgmaFolder, shippedRgmaCodes, unknownRgmaNames } from "../catalogue/load/rgma-codes.ts";
import { fileNames, withOwnCodes } from "../catalogue/load/rgma-names.ts";
import {
  type OwnRgmaCodes,
  type RgmaCodes,
  type RgmaRecord,
  rgmaFlow,
  rgmaIndex,
  rgmaRecords,
} from "../catalogue/load/rgma-schema.ts";
import { rgmaRow } from "../formats/rgma/row.ts";

const folder = rgmaFolder;
const subjectItem = "A0072";

/** The flows about gas meters, of the gas data flow catalogue 6.2. */
export interface RgmaCatalogue extends Pick<Catalogue, "find" | "list" | "item"> {
  /** Path of its index. */
  readonly file: string;
  /** The flow that a file is of by what it tells; null when no flow's files have that file type. */
  ofFile(told: FileTold): FlowDefinition | null;
}

/** A flow as its index has it. */
interface Listed extends ListedFlow {
  readonly family: "rgma";
  readonly fileTypes: readonly string[];
  readonly routes: FlowDefinition["routes"];
}

/**
 * Opens the shipped flows about gas meters. Nothing is read before something is asked for: the index
 * and the codes first, items and records with the first flow, each flow when it is first found. Throws
 * `CatalogueError` for a damaged file, and for own codes of what nothing is called.
 */
export function openRgma(own: OwnRgmaCodes | null): RgmaCatalogue {
  const loaded = new Map<Listed, FlowDefinition>();
  const index = once(readIndex);
  const codes = once(() => readCodes(own));
  if (own !== null) codes();
  const parts = once(() => ({
    items: openItems(join(folder, "items.json")),
    records: readCatalogueFile(join(folder, "records.json"), rgmaRecords),
  }));
  const load = (listed: Listed): FlowDefinition => {
    const known = loaded.get(listed) ?? readFlow(listed, codes(), parts());
    loaded.set(listed, known);
    return known;
  };
  return {
    file: join(folder, "index.json"),
    find: (flow, version) => {
      const found = index().find((one) => one.flow === flow);
      if (found === undefined) return null;
      return { definition: load(found), exact: found.version === version };
    },
    list: () => index().map(({ flow, version, name, family }) => ({ flow, version, name, family })),
    item: (reference) => parts().items(reference) ?? null,
    ofFile: (told) => {
      const found = choose(index(), told, codes());
      return found === null ? null : load(found);
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function readIndex(): readonly Listed[] {
  return Object.entries(readCatalogueFile(join(folder, "index.json"), rgmaIndex)).map(
    ([reference, { name, fileTypes, routes }]) => ({
      flow: reference.slice(0, -3),
      version: reference.slice(-3),
      name,
      family: "rgma" as const,
      fileTypes,
      routes,
    }),
  );
}

function readCodes(own: OwnRgmaCodes | null): RgmaCodes {
  const shipped = shippedRgmaCodes();
  if (own === null) return shipped;
  const [unknown] = unknownRgmaNames(own);
  if (unknown !== undefined)
    throw new CatalogueError("rgma", unknown.path.join("."), unknown.message);
  return withOwnCodes(shipped, own);
}

/**
 * The flow of a file. Several flows share a file type: those remain whose route its roles are, as far as
 * these are known, and whose transactions are all of a type that is theirs alone. Unless one is left, it is
 * the parent, the first of its kind, which has room for all of them.
 */
function choose(all: readonly Listed[], told: FileTold, codes: RgmaCodes): Listed | null {
  const alike = all.filter(({ fileTypes }) => fileTypes.includes(told.fileType));
  const parent = alike[0] ?? null;
  const [from, to] = [rolesOf(told.fromRole, codes), rolesOf(told.toRole, codes)];
  const isRoute = ({ routes }: Listed) =>
    routes.some(([one, other]) => (from?.has(one) ?? true) && (to?.has(other) ?? true));
  const isOfTypes = ({ flow }: Listed) => {
    const types = codes.transactionTypes[flow] ?? [];
    return (
      told.transactionTypes.length > 0 && told.transactionTypes.every((one) => types.includes(one))
    );
  };
  const children = alike.filter((one) => one !== parent && isRoute(one) && isOfTypes(one));
  return children.length === 1 ? (children[0] ?? null) : parent;
}

/** The roles that a code may stand for; null where it is not known, so that it may be any. */
function rolesOf(code: string | null, { roles }: RgmaCodes): ReadonlySet<string> | null {
  if (code === null) return null;
  const found = Object.entries(roles).filter(([, known]) => known.includes(code));
  return found.length === 0 ? null : new Set(found.map(([name]) => name));
}

interface Parts {
  readonly items: ItemLookup;
  readonly records: Readonly<Record<string, readonly string[]>>;
}

function readFlow(listed: Listed, codes: RgmaCodes, { items, records }: Parts): FlowDefinition {
  const { flow, version, name, routes, fileTypes } = listed;
  const file = join(folder, "flows", `${flow}${version}.json`);
  const written = readCatalogueFile(file, rgmaFlow).groups;
  const toGroup = (one: RgmaRecord): GroupOfFile[] => groupOf(file, one, codes, records);
  return {
    flow,
    version,
    name,
    family: "rgma",
    rules: {
      ...rgmaRow.rules,
      quoting: "all-text",
      envelope: "HEADR-TRAIL",
      count: "groups",
    },
    routes,
    withdrawn: false,
    partial: false,
    groups: resolveGroups({ file, items }, flow, written.flatMap(toGroup)),
    names: fileNames(flow, fileTypes, codes),
  };
}

/**
 * A record as groups are read: none where it has no fields, which stands for a record that an answer
 * repeats. One transaction for one metering point is a message; else the metering point is, which there
 * may be several of.
 */
function groupOf(
  file: string,
  { record, min, max, uses, items, groups = [] }: RgmaRecord,
  codes: RgmaCodes,
  records: Parts["records"],
): GroupOfFile[] {
  const known = codes.records[record];
  const own = items ?? records[record] ?? [];
  if (own.length === 0) return [];
  if (known === undefined || own.length !== uses.length)
    throw new CatalogueError(file, record, "the record has no code, or other items than uses");
  const isAbout = (one: RgmaRecord) => (records[one.record] ?? []).includes(subjectItem);
  const below = groups.flatMap((one) => groupOf(file, one, codes, records));
  return [
    {
      code: known.code,
      name: record === "File Reason" ? "Reason" : record,
      min,
      ...(max !== undefined && { max }),
      ...(record === "File Reason" || groups.some((one) => isAbout(one) && one.max === 1)
        ? { message: true as const }
        : {}),
      fields: own.map((item, at) => ({
        item,
        ...(uses[at] === "0" && { optional: true as const }),
        ...(uses[at] === "X" && { unused: true as const }),
        ...(item === subjectItem && { subject: "mprn" }),
      })),
      ...(below.length > 0 && { groups: below }),
    },
  ];
}
