/**
 * Checks that imports under `src/` only point down the layers and never in a circle.
 * Prints each import that breaks the rule and exits 1; says how many it looked at when all is well. The table of
 * layers in ARCHITECTURE.md has to have them in the same order.
 */
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "oxc-parser";

/** From the bottom up. A folder may import its own files and those of folders before it. */
const layers = [
  "runtime",
  "core",
  "disk",
  "calendar",
  "testing",
  "catalogue",
  "formats",
  "definitions",
  "processes",
  "store",
  "config",
  "packed",
  "channels",
  "intake",
  "build",
  "actions",
  "outbound",
  "notices",
  "app",
  "sdk",
  "daemon",
  "http",
  "console",
  "market",
  "cli",
];

/** Exceptions to the order: folders that must not see each other though one stands above. */
const strangers: Readonly<Record<string, readonly string[]>> = {
  processes: ["formats"],
  store: ["formats", "definitions", "processes", "catalogue"],
  config: ["store", "formats", "definitions", "processes"],
  packed: ["store", "processes", "catalogue", "definitions"],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports = globSync("src/**/*.ts").flatMap(importsOf);
const wrong = imports.flatMap((edge) => {
  const reason = breaks(edge);
  return reason === null ? [] : [`${edge.from} imports ${edge.to}: ${reason}`];
});
wrong.push(...circles(imports), ...misplaced());
for (const line of wrong) process.stdout.write(`${line}\n`);
if (wrong.length === 0) {
  process.stdout.write(`${imports.length} imports, all downward, no circle\n`);
}
process.exitCode = wrong.length === 0 ? 0 : 1;

/** Relative imports of a file, those of types and those made at run time included. */
function importsOf(file: string): Import[] {
  const source = readFileSync(file, "utf8");
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const requests = [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) =>
      found.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map((found) =>
      source.slice(found.moduleRequest.start + 1, found.moduleRequest.end - 1),
    ),
  ];
  return requests
    .filter((request) => request.startsWith("."))
    .map((request) => ({ from: file, to: normalize(join(dirname(file), request)) }));
}

function layerOf(file: string): string {
  return file.split("/")[1] ?? "";
}

/** The database that a file is about; null for most. */
function engineOf(file: string): string | null {
  return /^src\/store\/(sqlite|postgres)\//.exec(file)?.[1] ?? null;
}

function breaks({ from, to }: Import): string | null {
  const own = layerOf(from);
  const other = layerOf(to);
  const [engine, otherEngine] = [engineOf(from), engineOf(to)];
  if (/^src\/store\/(rules|rows)\//.test(from) && otherEngine !== null)
    return "the rules and records of the store know no database";
  if (engine !== null && otherEngine !== null && engine !== otherEngine)
    return "a store knows no other database than its own";
  if (otherEngine !== null && own !== "store")
    return "only the store knows its database; `store/open.ts` is the door to it";
  if (own === other) return null;
  if (!layers.includes(own)) return `${own} is in no layer`;
  if (layers.indexOf(other) > layers.indexOf(own)) return `${other} lies above ${own}`;
  if (strangers[own]?.includes(other)) return `${own} does not know ${other}`;
  return null;
}

/** Where the table of layers in ARCHITECTURE.md has another order than the layers, or leaves one out. */
function misplaced(): string[] {
  const [, list = ""] = readFileSync("ARCHITECTURE.md", "utf8").split("\n## Layers\n");
  const [table = ""] = list.split("\n## ");
  const rows = [...table.matchAll(/^\| `([a-z]+)\/` \|/gm)].map(([, folder]) => folder);
  return rows.join() === layers.join()
    ? []
    : [`ARCHITECTURE.md has the layers ${rows.join(", ")}, and they are ${layers.join(", ")}`];
}

/** Every circle once, as the path that closes it. */
function circles(edges: readonly Import[]): string[] {
  const next = Map.groupBy(edges, (edge) => edge.from);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      found.push(`circle: ${[...path.slice(start), file].join(" -> ")}`);
      return;
    }
    if (done.has(file)) return;
    for (const edge of next.get(file) ?? []) visit(edge.to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}
