import type { WrittenJsonEvent } from "./json-event-schema.ts";
import type { Report } from "./mistake.ts";

type Field = WrittenJsonEvent["fields"][number];

/** Reports what of a JSON event does not fit together. */
export function checkJsonEvent(written: WrittenJsonEvent, report: Report): void {
  const { fields, anyCase, tolerant } = written;
  const before = new Map<string, Field[]>();
  for (const [index, field] of fields.entries()) {
    const { path } = field;
    const same = before.get(path) ?? [];
    before.set(path, [...same, field]);
    const twin = same.find((one) => !areApart(one, field));
    if (twin !== undefined) {
      const advice =
        (twin.when ?? field.when) === undefined
          ? ""
          : ", or give them a `when` each with other values";
      report(
        ["fields", index, "path"],
        `a field before it has the path ${path}, of type ${twin.type}; leave out one of them${advice}`,
      );
    }
    if (twin === undefined && same.some(({ type }) => type !== field.type))
      report(
        ["fields", index, "type"],
        `a field before it has the path ${path} and another type; a member has one type in all events`,
      );
    checkWhen(field, written, (part, message) =>
      report(["fields", index, "when", ...part], message),
    );
    checkField(field, tolerant === true, (part, message) =>
      report(["fields", index, part], message),
    );
  }
  if (anyCase === true) checkCase([...before.keys()], report);
}

/** A condition that no event meets, as by a mistyped path, would take a field out of every message unseen. */
function checkWhen(
  { path, when }: Field,
  { fields, discriminator, anyCase }: WrittenJsonEvent,
  report: (part: readonly (string | number)[], message: string) => void,
): void {
  if (when === undefined) return;
  if (when.path === path) {
    report(["path"], "is the field's own path; name the member that tells the events apart");
    return;
  }
  const told = fields.filter((field) => field.path === when.path);
  const isDiscriminator = when.path === discriminator.path;
  if (told.length === 0 && !isDiscriminator) {
    report(["path"], `no field has the path ${when.path}; add one, or correct the path`);
    return;
  }
  const isClosed = told.length > 0 && told.every(({ exhaustive }) => exhaustive === true);
  const codes = isClosed ? told.flatMap((field) => field.codes ?? []) : discriminator.values;
  if (!isClosed && !isDiscriminator) return;
  const plain = (text: string) => {
    const bare = text.replace(/^\[|\]$/g, "");
    return anyCase === true ? bare.toLowerCase() : bare;
  };
  const known = new Set(codes.map(plain));
  for (const [index, value] of when.values.entries())
    if (!known.has(plain(value)))
      report(
        ["values", index],
        `${when.path} is never "${value}": it can only be ${codes.join(", ")}`,
      );
}

/** Whether two fields of one path are in different events. */
function areApart({ when: a }: Field, { when: b }: Field): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.path === b.path &&
    !a.values.some((value) => b.values.includes(value))
  );
}

const texts: ReadonlySet<Field["type"]> = new Set([
  "text",
  "text-or-list",
  "text-list",
  "date",
  "datetime",
]);
const numbers: ReadonlySet<Field["type"]> = new Set(["number", "integer"]);
const lists: ReadonlySet<Field["type"]> = new Set(["list", "text-list"]);

function checkField(
  field: Field,
  tolerant: boolean,
  report: (part: keyof Field, message: string) => void,
): void {
  const { type } = field;
  for (const part of ["pattern", "length"] as const)
    if (field[part] !== undefined && !texts.has(type))
      report(part, `is of texts, and the field is of type ${type}`);
  if (field.range !== undefined && !numbers.has(type))
    report("range", `is of numbers, and the field is of type ${type}`);
  if (field.count !== undefined && !lists.has(type))
    report("count", `is of lists, and the field is of type ${type}`);
  if (field.exhaustive === true && field.codes === undefined)
    report("exhaustive", "is of codes, and the field has none; list them, or leave it out");
  if (field.needed === true && !tolerant)
    report(
      "needed",
      "is for definitions with `tolerant: true`; leave it out, every field is needed",
    );
}

/** Two names that differ in capitals alone would be one. */
function checkCase(paths: readonly string[], report: Report): void {
  const known = new Map<string, string>();
  for (const path of paths) {
    const lower = path.toLowerCase();
    const other = known.get(lower);
    if (other !== undefined)
      report(
        ["anyCase"],
        `${path} and ${other} differ in capitals alone, which do not count with anyCase; leave one of them out`,
      );
    known.set(lower, path);
  }
}
