import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Block, blocksOf, Desk, root } from "./guide.ts";

const blocks = blocksOf("docs/guides/own-family.md");
const isCode = ({ name }: Block) => name.startsWith("src/");

/** Where the page says that a row goes: the import beside it, and the line before which the row stands. */
const places: Readonly<Record<string, { readonly before: string; readonly imports: string }>> = {
  "src/formats/recognise.ts": {
    before: '  "json-event": jsonEvent,',
    imports: 'import { manifest } from "./manifest/family.ts";\n',
  },
  "src/store/stuck/stuck-kinds.ts": {
    before: "  invalid,",
    imports: 'import { withdrawn } from "./kinds/withdrawn.ts";\n',
  },
};

/** Runs the commands it is given, one after the other, by the sources beside it: a process for all of them. */
const runAll = `
import { createWriteStream } from "node:fs";
import { runProgram } from "./src/cli/run-program.ts";

process.stdout.setMaxListeners(0);
for (const { words, into } of JSON.parse(process.argv[2] ?? "[]")) {
  const stdout = into === null ? process.stdout : createWriteStream(into);
  await runProgram(["node", ...words], { stdout, stderr: process.stdout, environment: process.env });
  if (into !== null) await new Promise((done) => stdout.end(done));
}
`;

/** The \`busbar\` commands of the page, with the file that each writes into. */
function commandsOf(page: readonly Block[]): readonly { words: string[]; into: string | null }[] {
  const lines = page
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.split("\n"));
  return lines
    .filter((line) => line.startsWith("busbar "))
    .map((line) => {
      const [command = "", into = null] = line.split(" > ");
      const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, text, word]) => text ?? word ?? "",
      );
      return { words, into };
    });
}

/** A copy of the sources with what the page adds. */
let desk: Desk;
beforeAll(() => {
  desk = new Desk();
  const here = (path: string) => join(desk.folder, path);
  cpSync(join(root, "src"), here("src"), { recursive: true });
  cpSync(join(root, "package.json"), here("package.json"));
  symlinkSync(join(root, "node_modules"), here("node_modules"));
  desk.layOut(blocks.filter((block) => !block.name.endsWith(":row")));
  for (const [path, { imports }] of Object.entries(places)) {
    const row = blocks.find(({ name }) => name === `${path}:row`);
    if (row === undefined) throw new Error(`the page has no row for ${path}`);
    // The file as it would be with the import and the other files, but without its row.
    copyOf(here(path), without(path), imports);
    writeFileSync(here(path), withRow(path, imports + readFileSync(here(path), "utf8"), row.text));
  }
  writeFileSync(here("run-all.ts"), runAll);
}, 60_000);
afterAll(() => desk.remove());

function withRow(path: string, text: string, row: string): string {
  const before = places[path]?.before ?? "";
  if (text.split(before).length !== 2) throw new Error(`${path} has not one line "${before}"`);
  return text.replace(before, () => row + before);
}

/** Beside a file, the name of the one that lacks something. */
function without(path: string, what = "row"): string {
  return path.replace(/\.ts$/, `.without-${what}.ts`);
}

function copyOf(from: string, to: string, before = ""): void {
  writeFileSync(join(desk.folder, to), before + readFileSync(from, "utf8"));
}

/** Each field that the page gives to what a file of it defines, with the file's text without it. */
function fieldsOf(path: string): Map<string, string> {
  const text = blocks.find(({ name }) => name === path)?.text ?? "";
  const at = text.indexOf("export const");
  const fields = [
    ...text.slice(at).matchAll(/^ {2}(\w+): (?:.*[^{[(],|[^\n]*[{[(]\n[\s\S]*?^ {2}[}\])]+,)$/gm),
  ];
  return new Map(fields.map(([field, name = ""]) => [name, text.replace(field, "")]));
}

const family = "src/formats/manifest/family.ts";
const kind = "src/store/stuck/kinds/withdrawn.ts";

it("a family is a folder and a line, a kind of stuck thing a file and a line", () => {
  expect(blocks.filter(isCode).map(({ name }) => name)).toEqual([
    "src/formats/manifest/row.ts",
    "src/formats/manifest/frame.ts",
    family,
    "src/formats/recognise.ts:row",
    kind,
    "src/store/stuck/stuck-kinds.ts:row",
  ]);
});

it("the page's code compiles, and nothing that it adds can be forgotten", () => {
  const parts = [family, kind].map((path) => ({ path, fields: fieldsOf(path) }));
  for (const { path, fields } of parts)
    for (const [field, text] of fields)
      writeFileSync(join(desk.folder, without(path, field)), text);
  const settings = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8")) as {
    compilerOptions: object;
  };
  const lacking = [
    ...parts.flatMap(({ path, fields }) => [...fields.keys()].map((field) => without(path, field))),
    ...Object.keys(places).map((path) => without(path)),
  ];
  const files = [...lacking, ...blocks.filter(isCode).map(({ name }) => name.replace(/:row$/, ""))];
  const options = { ...settings.compilerOptions, noUnusedLocals: false };
  writeFileSync(
    join(desk.folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, files }),
  );
  const said = desk.run("node_modules/.bin/tsc --noEmit --pretty false || true");
  const faulty = [...said.matchAll(/^(src\/\S+)\(\d+,\d+\): error (\S+):/gm)];
  expect(new Set(faulty.map(([, file]) => file))).toEqual(new Set(lacking));
  // A property is missing (TS2741), in each of them and nothing else.
  expect(new Set(faulty.map(([, , code]) => code))).toEqual(new Set(["TS2741"]));
  expect(parts.map(({ fields }) => fields.size)).toEqual([10, 10]);
}, 120_000);

it("a file of the new family is recognised, recorded, made up and written; a new kind is listed", () => {
  const commands = JSON.stringify(commandsOf(blocks));
  const said = desk.run(`mkdir -p var && '${process.execPath}' run-all.ts '${commands}'`);
  const shown = blocks.filter(({ language }) => language === "text").map(({ text }) => text.trim());
  for (const line of shown) expect(said.split("\n")).toContain(line);
  expect(said).toMatch(/manifest-1\.man.*recorded.*M9901/);
  expect(said).toMatch(/1 withdrawn since/);
  expect(said).toMatch(/inform the sender, then: busbar stuck dismiss --cause [0-9a-f]{6}/);
  const made = readFileSync(join(desk.folder, "made.man"), "utf8");
  expect(made).toMatch(/^MAN\|M9901001\|\d+\|\w+\|\w+\|\d{14}\|\nBOX\|.*\nFIN\|1\|\n$/);
}, 120_000);
