/**
 * Checks that no text below `src/cli/` is a command of the command line: what a person can do is a `Remedy`,
 * which `cli/print/remedy-command.ts` renders. Prints each text that breaks the rule and exits 1.
 */
import { globSync, readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";

/**
 * Files whose texts still name commands: problems of files and of the configuration, which are recorded or
 * logged as one sentence. The list only shrinks: a file that names none any more is to be taken out.
 */
const stillNaming: ReadonlySet<string> = new Set([
  "src/actions/run-attempt.ts",
  "src/app/installation/open-processes.ts",
  "src/build/run-engine.ts",
  "src/catalogue/user/check-format.ts",
  "src/channels/folder/reason-text.ts",
  "src/config/channel/sftp-server-schema.ts",
  "src/config/check-flow-names.ts",
  "src/config/load-config.ts",
  "src/formats/foreign-formats.ts",
  "src/formats/tree/check/say-unproved.ts",
  "src/intake/channel/log-file.ts",
  "src/intake/container/read-member.ts",
  "src/intake/sftp/remote-claims.ts",
  "src/intake/sftp/remote-look.ts",
  "src/intake/sftp/take-remote.ts",
  "src/outbound/compose/compose-file.ts",
  "src/packed/pgp/signature.ts",
  "src/runtime/log-events.ts",
]);

const command = /\bbusbar (?=[a-z])/;
const found = globSync("src/**/*.ts")
  .filter((file) => !file.startsWith("src/cli/"))
  .flatMap((file) => textsOf(file).filter((text) => command.test(text.text)));

const wrong = [
  ...found
    .filter(({ file }) => !stillNaming.has(file))
    .map(({ file, line, text }) => `${file}:${line} names a command: ${text.trim()}`),
  ...[...stillNaming]
    .filter((file) => found.every((one) => one.file !== file))
    .map((file) => `${file} names no command any more: take it out of scripts/check-remedies.ts`),
];
for (const line of wrong) process.stdout.write(`${line}\n`);
if (wrong.length === 0)
  process.stdout.write(
    `no command is named below cli/ but in ${stillNaming.size} files that are known\n`,
  );
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
