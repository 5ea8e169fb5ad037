/**
 * Checks that texts use the terms of `docs/glossary.md`: house words and figures of speech that were
 * replaced by standard terms do not come back in what people read, nor in names of code, tables and
 * columns. Run: `npm run layers`.
 */
import { globSync, readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";

/** What is not to be said, and what is said instead. */
const replaced: readonly (readonly [RegExp, string])[] = [
  [/\bbrake/i, "hold"],
  [/\bnever was\b/i, "void"],
  [/\bis let in\b/i, "is authenticated"],
  [/\btalks to us\b/i, "connected"],
  [/\bnobody knows why\b/i, "unknown error"],
  [/\bwhat was in hand\b/i, "unfinished work"],
  [/\bhad begun\b/i, "were in flight"],
  [/\bgoes away when\b/i, "clears itself when"],
  [/\bonce that is mended\b/i, "once fixed"],
  [/\blooks away\b/i, "disables the check"],
  [/\bNothing of that\b/, "No matching items"],
  [/\bSaid of it since\b/, "Revisions"],
  [/\bstory-?teller/i, "lineage tracer"],
  [/\bwhat leaves\b/i, "outbound files"],
  [/\bpaused\b/i, "waiting; of a person's hold: on hold"],
  [/\bheld\b/i, "invalid (message), needs review (action), awaiting release (file) or on hold"],
  [
    /\b(giveName|forgive|hasten|isHastened|unserved|untidied|look_wishes|in_hand)\b/,
    "docs/glossary.md",
  ],
  [
    /\b(journeys|wantedJourneys|CarrierRound|WaitingLane|OutboxRecord|PatientLog|ServerCard)\b/,
    "docs/glossary.md",
  ],
];

/** Names of tables, columns and code that were replaced in the store and in what delivers. */
const replacedNames: readonly (readonly [RegExp, string])[] = [
  [/\boutbox\b/i, "outbound messages"],
  [/\blanes?\b/i, "queue"],
  [/\bjournals?\b(?!_)/i, "outbound files"],
  [/\bjourney\b/i, "envelope key"],
  [/\bparcels?\b/i, "outgoing file"],
  [/\b(FROM|JOIN|INTO|REFERENCES|TABLE) words\b/, "strings"],
];
const inFolders = ["src/store/", "src/core/outbound/", "src/outbound/", "src/channels/"];

/** Figures of speech that pages about problems and checks do without: an on-call engineer searches for nouns. */
const replacedInPages: readonly (readonly [RegExp, string])[] = [
  [/\b(stands?|stood)\b(?! for\b)/i, "is; of a file: active"],
  [/\btold\b/i, "reported, named, given or asked"],
  [/\bby (itself|themselves)\b/i, "automatically, separately or alone"],
];
const pages = /^docs\/(problems\/|checks\.md$)/;

/** Figures of speech that no document says but in quotes, as of the name of a test. */
const replacedInDocs: readonly (readonly [RegExp, string])[] = [
  [/\b(stands?|stood)\b(?! for\b)/i, "is; of a file: active"],
  [/\bmend(s|ed|ing)?\b/i, "fix or correct"],
  [/\bin hand\b/i, "unfinished work, in flight"],
  [/\bsees? to (it|an?|them|their)\b/i, "is assigned, needs a person"],
  [/\bby (itself|themselves)\b/i, "automatically, separately or alone"],
  [/\btells? (\w+ ){0,4}apart\b/i, "distinguish"],
];

/** Decisions, too, call a file active and not standing. */
const replacedEverywhere: readonly (readonly [RegExp, string])[] = [
  [/\b(stands|stood)\b(?! for\b)/i, "is; of a file: active"],
];

/** Figures of speech that messages and help texts do without: what stands in quotes in the sources. */
const replacedInTexts: readonly (readonly [RegExp, string])[] = [
  [/\b(stands?|stood)\b(?! for\b)/i, "is; of a file: active"],
  [/\bmend(s|ed|ing)?\b/i, "fix or correct"],
  [/\bin hand\b/i, "unfinished work, in flight"],
  [/\bsees? to (it|an?|their)\b/i, "is assigned, needs a person"],
  [/\bwhat (is|was) said of (it|persons)\b/i, "revisions, deliveries, personal data"],
];

/** Figures of speech that comments do without, in code and not in back-ticks. */
const replacedInComments: readonly (readonly [RegExp, string])[] = [
  [/\b(stands?|stood)\b(?! for\b)/i, "is; of a file: active"],
  [/\b(lies|told)\b/i, "is; reported, notified, given or called with"],
  [/\bmend(s|ed|ing)?\b/i, "fix or correct"],
  [/\bin (hand|our hands)\b/i, "in flight, claimed, at hand"],
  [/\bsees? to (it|an?|them|their)\b/i, "is assigned, needs a person"],
  [/\bby (itself|themselves)\b/i, "automatically, separately or alone"],
  [/\bnobody can tell\b/i, "it is unknown"],
  [/\btells? (\w+ ){0,4}apart\b/i, "distinguish"],
];

/** Figures of speech that names of tests do without: whoever reads that one failed searches for its words. */
const replacedInTestNames: readonly (readonly [RegExp, string])[] = [
  [/\b(stands?|stood)\b(?! for\b)/i, "is; of a file: active"],
  [/\b(lies|told)\b/i, "is; reported, notified, given or asked"],
  [/\bmend(s|ed|ing)?\b/i, "fix or correct"],
  [/\bin (hand|our hands)\b/i, "in flight, unfinished work"],
  [/\bby (itself|themselves)\b/i, "automatically, separately or alone"],
  [/\bnobody can tell\b/i, "it is unknown"],
  [/\btells? (\w+ ){0,4}apart\b/i, "distinguish"],
];
const testCalls = new Set(["test", "it", "describe"]);

/** What neither documents nor messages say. */
const toldAndLies: readonly (readonly [RegExp, string])[] = [
  [/(?<!-)\b(lies|told)\b(?!-)/i, "is; reported, notified, given or called with"],
];

const spoken = (file: string) => file.endsWith(".ts");

const files = [
  ...globSync("src/**/*.{ts,sql}").filter((file) => !file.startsWith("src/catalogue/generated")),
  ...globSync("docs/**/*.md").filter((file) => !file.startsWith("docs/decisions")),
  "README.md",
  "ARCHITECTURE.md",
];

const found = files.flatMap((file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, at) =>
      [
        ...replaced,
        ...(inFolders.some((one) => file.startsWith(one)) ? replacedNames : []),
        ...(pages.test(file) ? replacedInPages : []),
        // What is within a statement is kept with it in every store, and stays.
        ...(file.endsWith(".sql") && line.startsWith("--") ? replacedInComments : []),
        ...(file.startsWith("docs/") && !/"[^"]*"/.test(line) ? replacedInDocs : []),
        ...(file.endsWith(".md") && !/"[^"]*"/.test(line) ? toldAndLies : []),
      ]
        .filter(([words]) => words.test(line))
        .map(([words, instead]) => `${file}:${at + 1} says ${words.source}; say: ${instead}`),
    ),
);
for (const file of globSync("docs/decisions/*.md"))
  for (const [at, line] of readFileSync(file, "utf8").split("\n").entries())
    for (const [words, instead] of replacedEverywhere)
      if (words.test(line)) found.push(`${file}:${at + 1} says ${words.source}; say: ${instead}`);
for (const file of files.filter(spoken)) found.push(...textsIn(file));
const tests = globSync("test/**/*.test.ts");
for (const file of tests) found.push(...testNamesIn(file));
for (const one of found) process.stdout.write(`${one}\n`);
if (found.length > 0) process.exitCode = 1;
else
  process.stdout.write(
    `${files.length + tests.length} files say it in the terms of docs/glossary.md\n`,
  );

/** Faults in the comments and texts of a source file; what has no blank in it is a name, and SQL is nobody's text. */
function textsIn(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const wrong: string[] = [];
  const look = (text: string, start: number): void => {
    if (!/\s/.test(text) || /\b(SELECT|FROM|WHERE|JOIN)\b/.test(text)) return;
    const line = source.slice(0, start).split("\n").length;
    for (const [words, instead] of [...replacedInTexts, ...toldAndLies])
      if (words.test(text)) wrong.push(`${file}:${line} says ${words.source}; say: ${instead}`);
  };
  const { program, comments } = parseSync(file, source);
  for (const { value, start } of comments)
    for (const [at, part] of value
      .replaceAll(/`[^`\n]*`/g, "")
      .split("\n")
      .entries())
      for (const [words, instead] of replacedInComments)
        if (words.test(part))
          wrong.push(
            `${file}:${source.slice(0, start).split("\n").length + at} says ${words.source}; say: ${instead}`,
          );
  new Visitor({
    Literal: ({ value, start }) => {
      if (typeof value === "string") look(value, start);
    },
    TemplateElement: ({ value, start }) => look(value.raw, start),
  }).visit(program);
  return wrong;
}

/** Faults in the names that a test file gives its tests. */
function testNamesIn(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const wrong: string[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [name] }) => {
      const [called = ""] = /^\w+/.exec(source.slice(callee.start)) ?? [];
      if (name === undefined || !testCalls.has(called)) return;
      const text = source.slice(name.start, name.end);
      if (!/^["`]/.test(text)) return;
      for (const [words, instead] of replacedInTestNames)
        if (words.test(text)) {
          const line = source.slice(0, name.start).split("\n").length;
          wrong.push(`${file}:${line} says ${words.source}; say: ${instead}`);
        }
    },
  }).visit(parseSync(file, source).program);
  return wrong;
}
