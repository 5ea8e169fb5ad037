import type { FieldDefinition, GroupDefinition, SubjectField } from "../definition.ts";
import { readFormat } from "../field-format.ts";
import { camelCase, freeKey } from "../key.ts";
import { CatalogueError } from "./catalogue-error.ts";
import type { FieldData, GroupOfFile } from "./file-schema.ts";
import type { ItemLookup } from "./resolve-item.ts";

/** Which file is being resolved, and where its items are. */
export interface Source {
  readonly file: string;
  readonly items: ItemLookup;
}

/** The fields of a group, with keys unique among them: a second one of a name gets its position, from 1. */
export function resolveFields(source: Source, group: GroupOfFile): FieldDefinition[] {
  const taken = new Set<string>();
  return group.fields.map((data, index) => {
    const field = resolveField(source, group, data, index + 1);
    const key = freeKey([field.key, `${field.key}${index + 1}`], taken);
    return { ...field, key };
  });
}

function resolveField(
  source: Source,
  group: GroupOfFile,
  data: FieldData,
  position: number,
): FieldDefinition {
  const item = data.item === undefined ? undefined : source.items(data.item);
  const name = item?.name ?? data.name;
  if (name === undefined)
    throw new CatalogueError(
      source.file,
      `group ${group.code}, field ${position}`,
      `data item ${data.item} is not in items.json`,
    );
  const unused = data.unused === true;
  return {
    item: data.item ?? null,
    name,
    key: (item?.key ?? camelCase(name)) || `field${position}`,
    format:
      item === undefined || data.format !== undefined
        ? readFormat(data.format, data.signed === true)
        : item.format,
    inferred: data.inferred === true || item?.inferred === true,
    required: data.optional !== true && !unused,
    unused,
    codes: unused ? null : (data.codes ?? item?.codes ?? null),
    personal: data.personal === true || item?.personal === true,
  };
}

/** A group as it will be, but for the groups below it. */
export type GroupOnly = Omit<GroupDefinition, "groups">;

/** The group itself under a key, with its fields; whether it is a message is for others to say. */
export function resolveGroupOnly(
  source: Source,
  data: GroupOfFile,
  key: string,
  fields: readonly FieldDefinition[],
  subject: SubjectField | null,
): GroupOnly {
  const { code, name, min, max = null, counts = [] } = data;
  const limit = max ?? Number.POSITIVE_INFINITY;
  if (min > limit || counts.some((count) => count < min || count > limit))
    throw new CatalogueError(source.file, `group ${code}`, "its min, max and counts disagree");
  return {
    code,
    name,
    key,
    min,
    max,
    counts: data.counts ?? null,
    conditional: data.conditional === true,
    message: false,
    subject,
    fields,
  };
}

/** The keys a group would like, best first: its name, then its name and code; without a name, its code. */
export function wishedKeys(group: GroupOfFile): readonly string[] {
  const key = camelCase(group.name);
  if (key === "") return [camelCase(`Group ${group.code}`)];
  return [key, camelCase(`${group.name} ${group.code}`)];
}

/** The group with everything below it. */
export function resolveGroup(
  source: Source,
  data: GroupOfFile,
  key: string,
  subject: SubjectField | null,
): GroupDefinition {
  const fields = resolveFields(source, data);
  const taken = new Set(fields.map((field) => field.key));
  const groups = (data.groups ?? []).map((child) =>
    resolveGroup(source, child, freeKey(wishedKeys(child), taken), subjectBelow(child)),
  );
  return { ...resolveGroupOnly(source, data, key, fields, subject), groups };
}

/** What a group that occurs once below a message says the message is about, where a field is marked so. */
function subjectBelow({ max, fields }: GroupOfFile): SubjectField | null {
  const field = fields.findIndex((one) => one.subject !== undefined);
  const kind = fields[field]?.subject;
  return max !== 1 || kind === undefined ? null : { field, kind };
}
