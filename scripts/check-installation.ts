/**
 * Checks that one place makes a store, a catalogue, the types of process and what reads files out of a
 * configuration: each by its files in `src/app/installation`. Two places would come to read files with different
 * keys, limits or definitions. Prints each other file that names what makes such a part, however it comes by it,
 * and each that puts the context of reading files together itself, and exits 1. With words, checks those files
 * instead.
 */
import { globSync, readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";

const home = "src/app/installation/";

/** What makes a part of an installation, and the files that may have it made. */
const makers: ReadonlyMap<string, readonly string[]> = new Map([
  ["loadCatalogue", ["src/definitions/open.ts"]],
  // Commands about flows work without an installation, and files are read in a thread of their own.
  ["openCatalogue", ["open-installation.ts", "flow-catalogue.ts", "reading-context.ts"].map(at)],
  ["openProcesses", [at("open-installation.ts")]],
  // A backup is opened as a copy.
  ["openStore", ["open-installation.ts", "open-copy.ts"].map(at)],
  ["packedSettings", [at("reading-context.ts")]],
  ["recordingContext", [at("open-installation.ts")]],
]);

/** An object with these members is what records or reads files, and the files that may write one out. */
const contexts: ReadonlyMap<string, readonly string[]> = new Map([
  ["blobs catalogue", []],
  ["largeFileBytes packed", [at("reading-context.ts")]],
]);

const words = process.argv.slice(2);
const files = words.length > 0 ? words : globSync("src/**/*.ts");
const uses = files.flatMap((file) => usesIn(file).map((name) => ({ file, name })));
const wrong = uses
  .filter(({ file, name }) => !(makers.get(name) ?? contexts.get(name) ?? []).includes(file))
  .map(({ file, name }) => `${file}: ${name}; ${home} opens an installation`);
if (words.length === 0)
  for (const [name, places] of makers)
    for (const place of places)
      if (!uses.some((use) => use.file === place && use.name === name))
        wrong.push(`${place} does not use ${name}: is it called otherwise now?`);
for (const line of wrong) process.stdout.write(`${line}\n`);
if (wrong.length === 0)
  process.stdout.write(`${files.length} files, one place opens installations\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;

function at(file: string): string {
  return `${home}${file}`;
}

/** The makers that a file imports, passes on or takes out of a module, and the contexts that it puts together, each once. */
function usesIn(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const { program, module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const found = [
    ...module.staticImports.flatMap(({ entries }) =>
      entries.flatMap(({ isType, importName }) => (isType ? [] : (importName.name ?? []))),
    ),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ isType, moduleRequest, importName }) =>
        isType || moduleRequest === null ? [] : (importName.name ?? []),
      ),
    ),
  ].filter((name) => makers.has(name));
  const note = (name: string) => void (makers.has(name) && found.push(name));
  new Visitor({
    MemberExpression: ({ property }) => {
      if ("name" in property && property.type === "Identifier") note(property.name);
    },
    ObjectPattern: ({ properties }) => properties.map(keyOf).forEach(note),
    ObjectExpression: ({ properties }) => {
      const keys = new Set(properties.map(keyOf));
      for (const members of contexts.keys())
        if (members.split(" ").every((member) => keys.has(member))) found.push(members);
    },
  }).visit(program);
  return [...new Set(found)];
}

/** The name of a member, when it is written out. */
function keyOf(property: object): string {
  if (!("key" in property) || typeof property.key !== "object" || property.key === null) return "";
  return "name" in property.key && typeof property.key.name === "string" ? property.key.name : "";
}
