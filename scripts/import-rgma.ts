/**
 * Turns facts of the gas data flow catalogue into the data of `src/catalogue/rgma/`:
 * `node scripts/import-rgma.ts FLOWS.json ITEMS.json`. FLOWS has `flows`: reference, version, name, routes
 * and groups with their fields as [item, name, format, use]; ITEMS has `items`: ref, name and format.
 * What is personal and what flows are called in plain words is decided here.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { personalItems, titles } from "./rgma-words.ts";

const use = z.enum(["1", "0", "X"]);
const group = z.object({
  name: z.string(),
  range: z.string().regex(/^\d+(?:-(?:\d+|\*))?$/),
  fields: z.array(z.union([z.tuple([z.string(), z.string(), z.string(), use]), z.unknown()])),
  get groups() {
    return z.array(group);
  },
});
type Group = z.infer<typeof group>;
const flowsFile = z.object({
  flows: z.array(
    z.object({
      flow: z.string(),
      version: z.string(),
      name: z.string(),
      routes: z.array(z.tuple([z.string(), z.string()])),
      groups: z.array(group),
    }),
  ),
});
const itemsFile = z.object({
  items: z.array(z.object({ ref: z.string(), name: z.string(), format: z.string() })),
});

/** A record as it is written: each field's use in a letter, `1` must, `0` may, `X` stays empty. */
interface Written {
  readonly record: string;
  min: number;
  max?: number;
  uses: string;
  /** Where it has other items than the record usually has. */
  items?: readonly string[];
  groups?: Written[];
}

const folder = fileURLToPath(new URL("../src/catalogue/rgma", import.meta.url));
const [flowsPath, itemsPath] = process.argv.slice(2);
if (flowsPath === undefined || itemsPath === undefined)
  throw new Error("usage: node scripts/import-rgma.ts FLOWS.json ITEMS.json");
const { flows } = flowsFile.parse(JSON.parse(readFileSync(flowsPath, "utf8")));
const { items } = itemsFile.parse(JSON.parse(readFileSync(itemsPath, "utf8")));

/** Items of each record, as most of its places have them. */
const records = new Map<string, readonly string[]>();
const trees = new Map(flows.map(({ flow, groups }) => [flow, groups.map((one) => write(one, 1))]));

// A parent stands for whichever of its flows a file may be of, so it has room for all of them.
for (const { flow } of flows) {
  const parent = trees.get(`${flow.slice(0, 3)}00`) ?? [];
  const own = trees.get(flow) ?? [];
  if (parent !== own) for (const [index, one] of own.entries()) widen(parent[index], one);
}

rmSync(join(folder, "flows"), { recursive: true, force: true });
mkdirSync(join(folder, "flows"), { recursive: true });
const index: Record<string, object> = {};
for (const { flow, version, name, routes } of flows.toSorted((a, b) =>
  a.flow < b.flow ? -1 : 1,
)) {
  const reference = flow + (/^\d{3}$/.test(version) ? version : "001");
  const title = titles[flow];
  if (title === undefined) throw new Error(`${flow} has no title in plain words`);
  index[reference] = { name: title, fileTypes: fileTypesOf(flow, name), routes };
  save(`flows/${reference}.json`, { groups: trees.get(flow) });
}
save("index.json", index);
save("records.json", Object.fromEntries([...records].toSorted()));
save(
  "items.json",
  Object.fromEntries(
    items
      .toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
      .map(({ ref, name, format }) => [
        ref,
        { name, format: plainFormat(format), ...(personalItems.has(ref) && { personal: true }) },
      ]),
  ),
);

function save(name: string, value: object): void {
  writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
}

function plainFormat(format: string): string {
  return format.replaceAll(" ", "").replace(/^(DATE|TIME)\(0\)$/, "$1");
}

/** A reason for refusing a whole file and one for refusing a transaction are records of different codes. */
function recordName({ name }: Group, level: number): string {
  const title = name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  return title === "Reason" && level === 2 ? "File Reason" : title;
}

function write(one: Group, level: number): Written {
  const record = recordName(one, level);
  const [least = "0", most = least] = one.range.split("-");
  // The first field is the record's own code.
  const fields = one.fields.slice(1).map((field) => fieldOf(one, field));
  const own = fields.map(({ item }) => item);
  const usual = records.get(record) ?? own;
  records.set(record, usual);
  return {
    record,
    min: Number(least),
    ...(most !== "*" && { max: Number(most) }),
    uses: fields.map((field) => field.use).join(""),
    ...(own.join() !== usual.join() && { items: own }),
    ...(one.groups.length > 0 && { groups: one.groups.map((child) => write(child, level + 1)) }),
  };
}

function fieldOf({ name }: Group, field: unknown): { item: string; use: string } {
  if (!Array.isArray(field) || field.length !== 4) throw new Error(`${name}: a field without use`);
  return { item: String(field[0]), use: String(field[3]) };
}

/** `beside`: what the parent has beside the record, where a record of the child may stand as well. */
function widen(
  parent: Written | undefined,
  child: Written,
  beside: ReadonlySet<string> = new Set(),
): void {
  if (parent === undefined) return;
  parent.min = Math.min(parent.min, child.min);
  if (parent.max !== undefined && child.max === undefined) delete parent.max;
  else if (parent.max !== undefined) parent.max = Math.max(parent.max, child.max ?? 0);
  parent.uses = [...parent.uses].map((one, at) => wider(one, child.uses[at])).join("");
  const mine = new Map((parent.groups ?? []).map((one) => [one.record, one]));
  for (const one of child.groups ?? []) {
    const same = mine.get(one.record);
    if (same !== undefined) widen(same, one, new Set(mine.keys()));
    else if (!beside.has(one.record))
      parent.groups = [...(parent.groups ?? []), { ...structuredClone(one), min: 0 }];
  }
}

function wider(mine: string, other: string | undefined): string {
  return mine === other || other === undefined ? mine : "0";
}

/** The names in a flow's title in the catalogue, those that headers have for its kind of flow. */
function fileTypesOf(flow: string, name: string): readonly string[] {
  if (flow.startsWith("G07")) return ["RNJOB", "RRJOB", "RNAGE", "RRDET", "RNDET", "RNUPD"];
  const own = /\(([A-Z]+)\)$/.exec(name)?.[1];
  if (own === undefined) throw new Error(`${flow}: "${name}" names no file type`);
  // Parents are sent on to the central data service under a name of its own.
  if (flow === "G0200") return [own, "JOB"];
  return flow === "G0600" ? [own, "UPD"] : [own];
}
