/**
 * Checks that every export below `src/` has a sentence of its own, and that no doc comment needs its
 * neighbour to be understood. Prints each place that breaks the rule and exits 1.
 */
import { globSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

/** How comments begin that speak of what stands before them. */
const leaning =
  /^(?:The same\b|Those\b|These\b|They\b|One of (?:them|those|these)\b|Likewise\b|Ditto\b)/;

/** What a comment on an export may not begin with either: of a member, it is what the member belongs to. */
const leaningAlone = /^(?:It|Its|Their|And|Or|Also)\b/;

/** Made by `npm run generate:types`. */
const generated = "src/catalogue/generated/";

const files = globSync("src/**/*.ts").filter((file) => !file.startsWith(generated));
const wrong = files.flatMap(faultsIn);
for (const line of wrong) process.stdout.write(`${line}\n`);
if (wrong.length === 0)
  process.stdout.write(`${files.length} files, each export has a sentence that stands alone\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;

function faultsIn(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const { program, comments, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const docs = comments.filter(({ type, value }) => type === "Block" && value.startsWith("*"));
  const lineAt = (offset: number) => source.slice(0, offset).split("\n").length;
  const exported = program.body.filter(
    (node) => node.type === "ExportNamedDeclaration" && node.declaration !== null,
  );
  const docOf = (start: number) =>
    docs.find(({ end }) => end <= start && source.slice(end, start).trim() === "");
  const ofExports = new Set(exported.map(({ start }) => docOf(start)));
  const leans = docs
    .filter((doc) => {
      const text = textOf(doc.value);
      return leaning.test(text) || (ofExports.has(doc) && leaningAlone.test(text));
    })
    .map(({ start, value }) => `${file}:${lineAt(start)} leans on its neighbour: ${textOf(value)}`);
  const bare = exported
    .filter(({ start }) => docOf(start) === undefined)
    .map(({ start }) => `${file}:${lineAt(start)} is exported without a sentence`);
  return [...leans, ...bare];
}

/** The words of a doc comment, on one line. */
function textOf(comment: string): string {
  return comment
    .replaceAll(/\n\s*\*\s?/g, " ")
    .replace(/^\*\s*/, "")
    .trim();
}
