/**
 * Checks that no text below `src/cli/` is a command of the command line: what a person can do is a `Remedy`,
 * which `cli/print/remedy-command.ts` renders. Prints each text that breaks the rule and exits 1.
 */
import { globSync, readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";

const command = /\bbusbar (?=[a-z])/;
const found = globSync("src/**/*.ts")
  .filter((file) => !file.startsWith("src/cli/"))
  .flatMap((file) => textsOf(file).filter((text) => command.test(text.text)));

const wrong = found.map(
  ({ file, line, text }) => `${file}:${line} names a command: ${text.trim()}`,
);
for (const line of wrong) process.stdout.write(`${line}\n`);
if (wrong.length === 0) process.stdout.write("no command is named below cli/\n");
process.exitCode = wrong.length === 0 ? 0 : 1;

interface Text {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** The strings and the parts of templates in a file. */
function textsOf(file: string): Text[] {
  const source = readFileSync(file, "utf8");
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const texts: Text[] = [];
  const add = (text: string, start: number) =>
    texts.push({ file, line: source.slice(0, start).split("\n").length, text });
  new Visitor({
    Literal: ({ value, start }) => {
      if (typeof value === "string") add(value, start);
    },
    TemplateElement: ({ value, start }) => add(value.cooked ?? value.raw, start),
  }).visit(program);
  return texts;
}
