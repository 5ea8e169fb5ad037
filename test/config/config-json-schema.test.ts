import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { configJsonSchema } from "../../src/config/config-json-schema.ts";
import { settings } from "../../src/config/schema.ts";

const schema = configJsonSchema();
const shape = z.fromJSONSchema(schema as z.core.JSONSchema.JSONSchema);

/** What the schema and the code say of a configuration: whether it can be used. */
const verdicts = (config: unknown) => ({
  schema: shape.safeParse(config).success,
  code: settings.safeParse(config ?? {}).success,
});

const example = readFileSync("config/busbar.yaml", "utf8");
const uncommented = example.replaceAll(/^( *)# (?=[a-zA-Z]+: )/gm, "$1");
const inGuides = globSync("docs/guides/*.md").flatMap((page) =>
  [...readFileSync(page, "utf8").matchAll(/^```yaml busbar\.yaml\n([\s\S]*?)^```$/gm)].map(
    ([, text = ""]) => [page, parse(text)] as const,
  ),
);

const everyKind = {
  market: { direction: "out", path: "outbox/{flow}", temporary: "temp/{random}", flows: ["D0155"] },
  partner: {
    kind: "sftp",
    direction: "in",
    host: "h",
    user: "u",
    hostKey: `SHA256:${"A".repeat(43)}`,
    key: { file: "k" },
    folder: "/out",
    taken: { move: "/done" },
    poll: "5m",
    times: { at: ["06:30"] },
  },
  sends: {
    kind: "sftp",
    direction: "out",
    path: "/in",
    host: "h",
    user: "u",
    hostKey: `SHA256:${"A".repeat(43)}`,
    password: { credential: "p" },
    temporary: "none",
    batch: { messages: 5, wait: "1m" },
  },
  mail: { kind: "smtp", host: "h", from: "a@example.com" },
};

const usable: readonly (readonly [string, unknown])[] = [
  ["an empty file", null],
  ["the example", parse(example)],
  ["the example with every setting", parse(uncommented)],
  ["channels of every kind", { channels: everyKind }],
  [
    "figures of all sorts",
    { disk: { stop: "5%", resume: null }, http: false, largeFiles: "1 MiB" },
  ],
  ...inGuides,
];

test.each(usable)("editors are shown no fault in what can be used: %s", (_name, config) => {
  expect(verdicts(config)).toEqual({ schema: true, code: true });
});

const inbox = (extra: object) => ({ channels: { inbox: { path: "inbox", ...extra } } });

test.each([
  ["a setting that is none", { stor: "x" }],
  ["one of another kind of channel", { channels: { m: { ...everyKind.mail, poll: "2s" } } }],
  ["a duration without a unit", inbox({ steady: 2 })],
  ["a duration as words", inbox({ steady: "two seconds" })],
  ["a word that is none of the choices", { log: "loud" }],
  ["a channel without a path", { channels: { inbox: {} } }],
  ["a name that no channel may have", { channels: { "in box": { path: "inbox" } } }],
  [
    "a secret in clear",
    { channels: { mail: { ...everyKind.mail, user: "u", password: "hunter2" } } },
  ],
  [
    "a fate of taken files that is none",
    { channels: { p: { ...everyKind.partner, taken: "burn" } } },
  ],
  ["a list where settings are expected", { flows: [] }],
  ["a number where a share is expected", { disk: { stop: 5 } }],
])("editors are shown the fault: %s", (_, config) => {
  expect(verdicts(config)).toEqual({ schema: false, code: false });
});

test("every setting says what it expects, and each default is one that may be written", () => {
  const untold: string[] = [];
  const visit = (node: z.core.JSONSchema.BaseSchema, path: string): void => {
    for (const [name, below] of Object.entries(node.properties ?? {})) {
      const at = `${path}.${name}`;
      if (typeof below === "boolean") continue;
      if (!("description" in below) && !/"(?:description|const|enum)"/.test(JSON.stringify(below)))
        untold.push(at);
      visit(below, at);
    }
  };
  visit(schema, "");
  expect(untold).toEqual([]);
  const defaults = Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, below]) =>
      typeof below === "object" && "default" in below ? [[name, below.default]] : [],
    ),
  );
  expect(Object.keys(defaults).length).toBeGreaterThan(10);
  expect(verdicts(defaults)).toEqual({ schema: true, code: true });
});
