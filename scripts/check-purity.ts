/**
 * Checks that what is folded and judged reaches for nothing but what it is given: in the pure folders no
 * import of Node's modules, no clock, no chance, no network. Prints each place and exits 1.
 * With words, checks those files instead.
 */
import { globSync, readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";

const pureFolders = ["src/processes", "src/core/define", "src/calendar", "src/store/rules"];

/** Globals that lead outside. */
const outside = new Set([
  "fetch",
  "WebSocket",
  "process",
  "performance",
  "crypto",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "globalThis",
  "require",
]);

/** Members of globals that are otherwise of use. */
const members = new Set(["Date.now", "Math.random", "Temporal.Now"]);

const words = process.argv.slice(2);
const files =
  words.length > 0 ? words : pureFolders.flatMap((folder) => globSync(`${folder}/**/*.ts`));
const wrong = files.flatMap(impuritiesOf);
for (const line of wrong) process.stdout.write(`${line}\n`);
if (wrong.length === 0) process.stdout.write(`${files.length} pure files, none reaches outside\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;

function impuritiesOf(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const { program, module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const found: string[] = [];
  const tell = (start: number, what: string) => {
    const line = source.slice(0, start).split("\n").length;
    found.push(
      `${file}:${line}: ${what}; a fold, a condition and an action have what they are given`,
    );
  };
  for (const { moduleRequest, start } of module.staticImports)
    if (
      /^(?:node:|(?!\.|zod$))/.test(moduleRequest.value) &&
      !/^(?:\.|zod$)/.test(moduleRequest.value)
    )
      tell(start, `imports ${moduleRequest.value}`);
  for (const { start } of module.dynamicImports) tell(start, "imports at run time");
  new Visitor({
    MemberExpression({ object, property, start }) {
      if (object.type !== "Identifier" || property.type !== "Identifier") return;
      const name = `${object.name}.${property.name}`;
      if (members.has(name)) tell(start, `uses ${name}`);
      else if (outside.has(object.name)) tell(start, `uses ${object.name}`);
    },
    NewExpression({ callee, arguments: given, start }) {
      if (callee.type !== "Identifier") return;
      if (callee.name === "Date" && given.length === 0) tell(start, "uses new Date()");
      if (outside.has(callee.name)) tell(start, `uses ${callee.name}`);
    },
    CallExpression({ callee, start }) {
      if (callee.type !== "Identifier") return;
      if (callee.name === "Date") tell(start, "uses Date()");
      if (outside.has(callee.name)) tell(start, `uses ${callee.name}`);
    },
  }).visit(program);
  return found;
}
