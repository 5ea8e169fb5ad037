/**
 * Checks that no two files under `src/` declare an export of the same name: a name has one meaning, wherever it
 * is read. Generated data is left out, and the stores, of which each has the same parts, may call them the same. Prints each name with its places and exits 1. With words, checks those
 * files instead.
 */
import { globSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

const words = process.argv.slice(2);
const files =
  words.length > 0
    ? words
    : globSync("src/**/*.ts").filter((file) => !file.includes("/generated/"));
const declared = files.flatMap((file) => declaredIn(file).map((name) => ({ name, file })));
const twice = [...Map.groupBy(declared, ({ name }) => name)].filter(([, all]) => !isOne(all));
for (const [name, all] of twice)
  process.stdout.write(`${name} is declared in ${all.map(({ file }) => file).join(" and ")}\n`);
if (twice.length === 0)
  process.stdout.write(`${declared.length} exported names, each declared once\n`);
process.exitCode = twice.length === 0 ? 0 : 1;

/** Whether a name has one meaning: the stores call the same parts the same, each of them once. */
function isOne(all: readonly { readonly file: string }[]): boolean {
  if (all.length === 1) return true;
  const stores = all.map(({ file }) => /^src\/store\/(sqlite|postgres)\//.exec(file)?.[1] ?? null);
  return !stores.includes(null) && new Set(stores).size === all.length;
}

/** The names that a file declares and exports; what it passes on from another file is that file's. */
function declaredIn(file: string): string[] {
  const { module, errors } = parseSync(file, readFileSync(file, "utf8"));
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const imported = new Set(
    module.staticImports.flatMap(({ entries }) => entries.map(({ localName }) => localName.value)),
  );
  const names = module.staticExports.flatMap(({ entries }) =>
    entries
      .filter(({ moduleRequest, localName }) => {
        const isPassedOn = moduleRequest !== null || imported.has(localName.name ?? "");
        return !isPassedOn;
      })
      .flatMap(({ exportName }) => exportName.name ?? []),
  );
  // The overloads of a function are one.
  return [...new Set(names)];
}
