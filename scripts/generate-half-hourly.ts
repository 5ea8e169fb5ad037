/**
 * Writes the definitions of half-hourly settlement messages from a file of facts:
 * `node scripts/generate-half-hourly.ts facts.json`. What several payloads have is written once, in
 * `blocks.json` and `items.json`; names and versions in `index.json` are ours and stay.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Block, blocksOf, looseIn, type Member } from "./half-hourly-blocks.ts";
import { type FactPayload, readFacts } from "./half-hourly-facts.ts";
import { earlierNames, itemOf } from "./half-hourly-items.ts";

/** Stands for other members in each report. */
const ownBlock = "CustomBlock.schema";

const folder = fileURLToPath(new URL("../src/catalogue/half-hourly", import.meta.url));

/** A block of a flow: in which of its events, and how. */
interface Entry {
  readonly block: string;
  readonly when?: readonly string[];
  readonly optional?: true;
  /** Nothing in it must be there, or nothing in these members. */
  readonly loose?: true | readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** Of a block that no other flow has. */
  readonly members?: readonly Member[];
}

/** A block of a flow as it stands in some of its events. */
interface Use {
  readonly entry: Omit<Entry, "when">;
  readonly events: string[];
}

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error("say which file: generate-half-hourly.ts facts.json");
const payloads = readFacts(source);
const shared = new Map<string, Block>();
const flows = Map.groupBy(payloads, ({ flow }) => flow);

for (const payload of payloads) for (const block of blocksOf(payload.members)) share(block);
checkIndex();
rmSync(join(folder, "flows"), { recursive: true, force: true });
mkdirSync(join(folder, "flows"));
for (const [flow, own] of flows)
  writeFileSync(join(folder, "flows", `${flow}.json`), jsonText(flowOf(own)));
writeFileSync(join(folder, "items.json"), jsonText(items()));
const blocks = [...shared].toSorted(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(
  join(folder, "blocks.json"),
  jsonText(
    Object.fromEntries(
      blocks.map(([name, { kind, members }]) => {
        const aliases = earlierNames[name.split(".").at(-1) ?? ""];
        return [name, { kind, ...(aliases !== undefined && { aliases }), members }];
      }),
    ),
  ),
);
process.stdout.write(`${flows.size} flows, ${shared.size} blocks written to ${folder}\n`);

/** Keeps the strictest shape of a block that several payloads have. */
function share(block: Block): void {
  if (block.name === ownBlock) return;
  const known = shared.get(block.name);
  if (known === undefined || looseIn(block, known) !== null) shared.set(block.name, block);
  else if (looseIn(known, block) === null) throw new Error(`${block.name} has two shapes`);
}

function flowOf(own: readonly FactPayload[]): object {
  const events = [...new Set(own.flatMap(({ eventCodes }) => eventCodes))];
  const uses = new Map<string, Map<string, Use>>();
  for (const payload of own) {
    const codes = codesOf(payload, own);
    for (const block of blocksOf(payload.members)) {
      if (block.name === "CommonBlock.S0") continue;
      const entry = entryOf(block);
      const key = JSON.stringify(entry);
      const same = uses.get(block.name) ?? new Map<string, Use>();
      uses.set(block.name, same);
      const use = same.get(key) ?? { entry, events: [] };
      same.set(key, use);
      use.events.push(...codes);
    }
  }
  const entries = [...uses.values()]
    .flatMap((same) => [...same.values()])
    .map(({ entry, events: when }): Entry => {
      const everywhere = when.length === events.length;
      return everywhere ? entry : { ...entry, when };
    });
  return {
    events,
    blocks: entries.map((one) => (Object.keys(one).length === 1 ? one.block : one)),
  };
}

/** The event codes that are a payload's: one that has a payload of its own is that one's. */
function codesOf(payload: FactPayload, own: readonly FactPayload[]): string[] {
  const others = own.filter((one) => one !== payload && one.eventCodes.length === 1);
  const taken = new Set(others.flatMap(({ eventCodes }) => eventCodes));
  return payload.eventCodes.filter((code) => payload.eventCodes.length === 1 || !taken.has(code));
}

function entryOf(block: Block): Omit<Entry, "when"> {
  const common = shared.get(block.name);
  const loose = common === undefined ? [] : (looseIn(common, block) ?? []);
  return {
    block: block.name,
    ...(block.optional && { optional: true }),
    ...(loose.length > 0 && { loose: loose.length === block.members.length ? true : loose }),
    ...(block.min !== undefined && { min: block.min }),
    ...(block.max !== undefined && { max: block.max }),
    ...(common === undefined && { members: block.members }),
  };
}

function items(): object {
  const all = new Map<string, object>();
  for (const { members } of payloads)
    for (const member of members) {
      const name = member.path.split(".").at(-1) ?? "";
      const isOwn = ["interfaceID", "schemaVersion", "eventCode"].includes(name);
      if (member.kind !== "leaf" || isOwn) continue;
      const item = itemOf(name, member);
      const before = all.get(name);
      // Where a length is stated in one place and not in another, the one stated holds.
      if (before === undefined || JSON.stringify(before).length < JSON.stringify(item).length)
        all.set(name, item);
    }
  return Object.fromEntries([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every flow must have a name and its version in the index, and the index none but those. */
function checkIndex(): void {
  const index: unknown = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  const known = Object.keys(index ?? {}).toSorted();
  const found = [...flows.keys()].toSorted();
  if (known.join() !== found.join())
    throw new Error(`index.json names ${known.join()}, the facts ${found.join()}`);
}

/** A value as JSON: what stands in its outermost object on a line each, so that changes can be seen. */
function jsonText(value: object): string {
  const lines = Object.entries(value).map(([name, one]) => {
    const isList = Array.isArray(one) && one.some((part) => typeof part === "object");
    const text = isList
      ? `[\n    ${one.map((part) => JSON.stringify(part)).join(",\n    ")}\n  ]`
      : JSON.stringify(one);
    return `  ${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}
