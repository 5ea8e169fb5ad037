/**
 * Checks that no folder below `src/` has more than 25 source files and no source file more than 300 lines, so that a
 * folder can be taken in at a glance and a file read at once. Generated data is left out; functions have their
 * limit in `biome.json`. Prints each place that breaks the rule and exits 1. With words, checks those files instead.
 */
import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

const mostFiles = 25;
const mostLines = 300;

const words = process.argv.slice(2);
const files =
  words.length > 0
    ? words
    : globSync("src/**/*.ts").filter((file) => !file.includes("/generated/"));
const wrong = [
  ...[...Map.groupBy(files, dirname)]
    .filter(([, all]) => all.length > mostFiles)
    .map(([folder, all]) => `${folder} has ${all.length} files, at most ${mostFiles} may be`),
  ...files.flatMap((file) => {
    const lines = readFileSync(file, "utf8").split("\n").length - 1;
    return lines > mostLines ? [`${file} has ${lines} lines, at most ${mostLines} may be`] : [];
  }),
];
for (const line of wrong) process.stdout.write(`${line}\n`);
if (wrong.length === 0)
  process.stdout.write(
    `${files.length} files, none above ${mostLines} lines, no folder above ${mostFiles}\n`,
  );
process.exitCode = wrong.length === 0 ? 0 : 1;
