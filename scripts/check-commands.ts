/**
 * Checks that the command line has no way of its own to the store: what changes it is a command of `src/app`, what
 * is read from it a query there, for whoever asks. Prints each use of a store and each import from `src/store` that
 * is more than a type, in `src/cli`, each other place than `src/cli/decision.ts` in which the system is asked
 * who is there, each command that is longer than parse, call and print take, and each function of `src/app` that is
 * told by whom something is changed and does not look whether that says anything, and exits 1. With words, checks
 * those files instead.
 */
import { globSync, readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";

/** Where what people change is done. */
const changing = /^src\/app\/(commands|restate|backup)\//;

/** What says who changes something, and why. */
const isOfPeople = /\b(ChangedBy|actor|string)\b/;

/** A command is parse, call, print: at most so many lines between its braces. */
const mostLines = 20;

const words = process.argv.slice(2);
const files = words.length > 0 ? words : globSync("src/cli/**/*.ts");
const everywhere = words.length > 0 ? words : globSync("src/**/*.ts");
const wrong = [
  ...files.flatMap((file) =>
    usesOfStore(file).map((use) => `${file}: ${use}; src/app has commands and queries for that`),
  ),
  ...files.flatMap(longCommands),
  ...everywhere.filter((file) => words.length > 0 || changing.test(file)).flatMap(blindly),
  ...everywhere
    .filter((file) => file !== "src/cli/decision.ts" && asksWho(file))
    .map((file) => `${file} asks the system who is there; src/cli/decision.ts does`),
];
for (const line of wrong) process.stdout.write(`${line}\n`);
if (wrong.length === 0)
  process.stdout.write(
    `${files.length} files of the command line, none uses the store or does more than parse, call, print\n`,
  );
process.exitCode = wrong.length === 0 ? 0 : 1;

/** Uses of a store, and what is imported from its folder when the program runs. */
function usesOfStore(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const { program, module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const found = module.staticImports
    .filter(({ moduleRequest, entries }) => {
      // What is known of kinds of stuck things is words.
      const isOfStore = /\/store\/(?!stuck\/stuck-kinds\.ts$)/.test(moduleRequest.value);
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

/** What takes the context of a command and gives its exit code, where it is too long. */
function longCommands(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const text = ({ start, end }: { readonly start: number; readonly end: number }) =>
    source.slice(start, end);
  const found: string[] = [];
  new Visitor({
    FunctionDeclaration: ({ id, params: [first], returnType, body }) => {
      if (first === undefined || body === null || !returnType) return;
      if (!/\bCommandContext$/.test(text(first)) || !/\bExitCode\b/.test(text(returnType))) return;
      const lines = text(body).split("\n").length - 2;
      if (lines > mostLines)
        found.push(
          `${file}: ${id?.name} has ${lines} lines; a command is parse, call, print in at most ${mostLines}`,
        );
    },
  }).visit(parseSync(file, source).program);
  return found;
}

/** Exported functions that take `by`, who changes something and why, as it comes. */
function blindly(file: string): string[] {
  const source = readFileSync(file, "utf8");
  return parseSync(file, source).program.body.flatMap((node) => {
    if (node.type !== "ExportNamedDeclaration") return [];
    const made = node.declaration;
    if (made?.type !== "FunctionDeclaration" || made.body === null) return [];
    const takesBy = made.params.some(
      (one) =>
        "name" in one && one.name === "by" && isOfPeople.test(source.slice(one.start, one.end)),
    );
    const looks = /\bwho(AndWhy|Asks)\(/.test(source.slice(made.body.start, made.body.end));
    return takesBy && !looks ? [`${file}: ${made.id?.name} takes \`by\` without whoAndWhy`] : [];
  });
}

function asksWho(file: string): boolean {
  return /\buserInfo\b/.test(readFileSync(file, "utf8"));
}
