/**
 * Counts what it takes to follow a story through the code: how many files, in how many folders, and how often
 * the folder changes from one file to the next. A story is a list of files in the order in which its steps are
 * done, each once, at its first step. Steps inside a library, logging and the shape of JSON are left out. Every
 * file but the first is imported by one before it, so that no step can be passed over, or has a `~`: it is called
 * through an interface (a verb of the store, a process, what SFTP needs). Besides the order of the steps it counts
 * for a reader who finishes the files of a folder, as far as they are reached, before leaving it.
 * Run: `node scripts/walks.ts`; with the name of a file of stories, as JSON, and of a folder: counts those there.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "oxc-parser";

const [file = "scripts/walks.json", root = "."] = process.argv.slice(2);
const stories = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, string>>;

for (const [name, list] of Object.entries(stories)) {
  const words = list.split(/\s+/);
  const steps = words.map((word) => `src/${word.replace("~", "")}.ts`);
  const from = parents(steps, (at) => words[at]?.startsWith("~") === true);
  const reader = folderByFolder(steps, from);
  process.stdout.write(
    `${name}: ${steps.length} files in ${new Set(steps.map(dirname)).size} folders, ${changes(steps)} changes of folder in the order of the steps, ${changes(reader)} folder by folder\n`,
  );
}

/** The step before from which each is reached: the nearest that imports it, or else the one before. */
function parents(steps: readonly string[], isCalled: (at: number) => boolean): readonly number[] {
  const imports = steps.map((step) => importsOf(step));
  return steps.map((step, at) => {
    if (at === 0) return -1;
    if (steps.indexOf(step) !== at) fail(`${step} is in the story twice`);
    const found = imports.findLastIndex((some, before) => before < at && some.has(step));
    if (found < 0 && !isCalled(at)) fail(`nothing before ${step} imports it`);
    return found < 0 ? at - 1 : found;
  });
}

function importsOf(step: string): ReadonlySet<string> {
  const path = join(root, step);
  if (!existsSync(path)) fail(`${step} is not there`);
  const source = readFileSync(path, "utf8");
  const { module } = parseSync(path, source);
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
      source.slice(start + 1, end - 1),
    ),
  ];
  return new Set(requests.map((request) => normalize(join(dirname(step), request))));
}

/** The same steps, in the order of a reader who stays in a folder while there is something reached to read. */
function folderByFolder(steps: readonly string[], from: readonly number[]): readonly string[] {
  const read: number[] = [0];
  while (read.length < steps.length) {
    const open = steps.keys().filter((at) => !read.includes(at) && read.includes(from[at] ?? -1));
    const reached = [...open];
    const folder = dirname(steps[read.at(-1) ?? 0] ?? "");
    const next = reached.find((at) => dirname(steps[at] ?? "") === folder) ?? reached[0];
    if (next === undefined) fail("a step is reached from none before it");
    read.push(next);
  }
  return read.map((at) => steps[at] ?? "");
}

function changes(steps: readonly string[]): number {
  return steps.filter((step, at) => at > 0 && dirname(step) !== dirname(steps[at - 1] ?? ""))
    .length;
}

function fail(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}
