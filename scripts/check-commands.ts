/**
 * Checks that the command line has no way of its own to the store: what changes it is a command of `src/app`, what
 * is read from it a query there, for whoever asks. Prints each use of a store and each import from `src/store` that
 * is more than a type, in `src/cli`, and each other place than `src/cli/decision.ts` in which the system is asked
 * who is there, and exits 1. With words, checks those files instead.
 */
import { globSync, readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";

const words = process.argv.slice(2);
const files = words.length > 0 ? words : globSync("src/cli/**/*.ts");
const everywhere = words.length > 0 ? words : globSync("src/**/*.ts");
const wrong = [
  ...files.flatMap((file) =>
    usesOfStore(file).map((use) => `${file}: ${use}; src/app has commands and queries for that`),
  ),
  ...everywhere
    .filter((file) => file !== "src/cli/decision.ts" && asksWho(file))
    .map((file) => `${file} asks the system who is there; src/cli/decision.ts does`),
];
for (const line of wrong) process.stdout.write(`${line}\n`);
if (wrong.length === 0)
  process.stdout.write(`${files.length} files of the command line, none uses the store\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;

/** Uses of a store, and what is imported from its folder when the program runs. */
function usesOfStore(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const { program, module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const found = module.staticImports
    .filter(({ moduleRequest, entries }) => {
      const isOfStore = /\/store\//.test(moduleRequest.value);
      return isOfStore && entries.some(({ isType }) => !isType);
    })
    .map(({ moduleRequest }) => `imports ${moduleRequest.value}`);
  new Visitor({
    // `config.store` is a path.
    MemberExpression: ({ object, property, start, end }) => {
      const isStore = "name" in property && property.name === "store";
      const of = source.slice(object.start, object.end);
      if (isStore && !/(^|\.)config$/.test(of)) found.push(`uses ${source.slice(start, end)}`);
    },
    ObjectPattern: ({ properties, start, end }) => {
      const names = properties.flatMap((one) => ("key" in one ? [one.key] : []));
      if (names.some((key) => "name" in key && key.name === "store"))
        found.push(`takes the store out of something: ${source.slice(start, end)}`);
    },
  }).visit(program);
  return found;
}

function asksWho(file: string): boolean {
  return /\buserInfo\b/.test(readFileSync(file, "utf8"));
}
