/**
 * Checks that the command line changes nothing by itself: what changes the store is a command of `src/app`, for
 * whoever asks. Prints each verb of the store that changes something and is called in `src/cli`, and each other
 * place than `src/cli/decision.ts` below which the system is asked who is there, and exits 1. With words, checks
 * those files instead.
 */
import { globSync, readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";

/** Verbs of the store's port that only read; all others change something. */
const reading = new Set([
  "at",
  "bytes",
  "causes",
  "counts",
  "damage",
  "durations",
  "events",
  "get",
  "key",
  "last",
  "lastRecordedAt",
  "list",
  "messages",
  "notesOfCause",
  "ofEvent",
  "ofProcess",
  "processes",
  "recordedHistory",
  "steps",
  "stream",
  "withKey",
]);

const words = process.argv.slice(2);
const files = words.length > 0 ? words : globSync("src/cli/**/*.ts");
const everywhere = words.length > 0 ? words : globSync("src/**/*.ts");
const wrong = [
  ...files.flatMap((file) =>
    changing(file).map(
      (verb) => `${file}: ${verb} changes the store; that is a command of src/app`,
    ),
  ),
  ...everywhere
    .filter((file) => file !== "src/cli/decision.ts" && asksWho(file))
    .map((file) => `${file} asks the system who is there; src/cli/decision.ts does`),
];
for (const line of wrong) process.stdout.write(`${line}\n`);
if (wrong.length === 0)
  process.stdout.write(`${files.length} files of the command line, none changes the store\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;

/** Calls of `store.<noun>.<verb>` or `session.store.<noun>.<verb>` that change something. */
function changing(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const found: string[] = [];
  new Visitor({
    CallExpression: ({ callee }) => {
      const path = source.slice(callee.start, callee.end).replace(/\s+/g, "");
      const [, noun, verb] = /(?:^|\.)store\.(\w+)\.(\w+)$/.exec(path) ?? [];
      if (noun !== undefined && verb !== undefined && !reading.has(verb))
        found.push(`store.${noun}.${verb}`);
    },
  }).visit(program);
  return found;
}

function asksWho(file: string): boolean {
  return /\buserInfo\b/.test(readFileSync(file, "utf8"));
}
