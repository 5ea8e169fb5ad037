/**
 * Checks that one place makes a store, a catalogue, the types of process and what reads files out of a
 * configuration: `src/app/installation`. Two places would come to read files with different keys, limits or
 * definitions. Prints each other place and exits 1. With words, checks those files instead.
 */
import { globSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

/** What makes a part of an installation. */
const makers = new Set([
  "loadCatalogue",
  "openCatalogue",
  "openProcesses",
  "openStore",
  "packedSettings",
  "recordingContext",
]);

const home = "src/app/installation/";

/** What a maker is made of. */
const allowed: ReadonlySet<string> = new Set(["src/definitions/open.ts"]);

const words = process.argv.slice(2);
const files = words.length > 0 ? words : globSync("src/**/*.ts");
const wrong = files.flatMap((file) =>
  file.startsWith(home) || allowed.has(file)
    ? []
    : made(file).map((name) => `${file}: ${name}; ${home} opens an installation`),
);
if (words.length === 0) {
  const used = new Set(globSync(`${home}*.ts`).flatMap(made));
  for (const name of makers)
    if (name !== "loadCatalogue" && !used.has(name))
      wrong.push(`${home} does not use ${name}: is it called otherwise now?`);
}
for (const line of wrong) process.stdout.write(`${line}\n`);
if (wrong.length === 0)
  process.stdout.write(`${files.length} files, one place opens installations\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;

/** The makers that a file imports or takes out of a module that it loads when it runs. */
function made(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const imported = module.staticImports.flatMap(({ entries }) =>
    entries.flatMap(({ isType, importName }) => (isType ? [] : (importName.name ?? []))),
  );
  const loaded = [...source.matchAll(/\{([^{}]*)\}\s*=\s*await import\(/g)].flatMap(([, names]) =>
    (names ?? "").split(",").map((name) => (name.split(":")[0] ?? "").trim()),
  );
  return [...imported, ...loaded].filter((name) => makers.has(name));
}
