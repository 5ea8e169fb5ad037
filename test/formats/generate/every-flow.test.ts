import { describe, expect, test } from "vitest";
import { z } from "zod";
import { jsonSchema } from "../../../src/catalogue/describe/json-schema.ts";
import { loadCatalogue } from "../../../src/definitions/load.ts";
import { fileLines } from "../../../src/formats/generate/file-lines.ts";
import { generateFile } from "../../../src/formats/generate/generate.ts";
import { readDocument } from "../../../src/formats/recognise.ts";
import { allFlows } from "../../catalogue/whole-catalogue.ts";

const catalogue = loadCatalogue();
const labels = (item: string) => catalogue.item(item)?.labels ?? {};
const seeds = ["1", "2", "spring", "Ω|", ""];
const counts = [1, 4];

const examples = seeds.flatMap((seed) => counts.map((count) => ({ seed, count })));

describe.each(examples)("an example of every flow, seed $seed, count $count", (options) => {
  const files = allFlows().map((flow) => ({ flow, file: generateFile(flow, options) }));

  test("is read without a problem, as the messages and envelope it was made from", () => {
    for (const { flow, file } of files) {
      const name = `${flow.flow}${flow.version}`;
      const text = [...fileLines(file)].map((line) => `${line}\n`).join("");
      const document = readDocument(Buffer.from(text, "latin1"), catalogue);
      const problems = [...document.problems, ...document.items.flatMap((item) => item.problems)];
      expect({ name, problems }).toEqual({ name, problems: [] });
      const messages = document.items.map((item) => ({
        group: item.group,
        data: JSON.parse(item.json()),
      }));
      expect({ name, messages }).toEqual({ name, messages: file.messages });
      expect({ name, envelope: document.envelope }).toEqual({ name, envelope: file.envelope });
    }
  });

  test("has as many messages as asked for, where the flow can", () => {
    const others = files.filter(
      ({ flow, file }) => isOfMessages(flow) && file.messages.length !== options.count,
    );
    const expected = options.count === 1 ? ["D0357"] : ["D0393"];
    expect(others.map(({ flow }) => flow.flow)).toEqual(expected);
  });

  test("is plain ASCII without a pipe in a value", () => {
    const odd = files
      .flatMap(({ file }) => file.lines.flat())
      .filter((text) => /[^ -~]|\|/.test(text));
    expect(odd).toEqual([]);
  });
});

describe("the JSON Schema of every flow", () => {
  test("takes the examples' messages, and none with something more in it", () => {
    for (const flow of allFlows()) {
      const schema = schemaOf(flow);
      for (const seed of ["1", "2", "3"])
        for (const { data } of generateFile(flow, { seed, count: 2 }).messages) {
          const name = `${flow.flow}${flow.version}`;
          expect({ name, error: schema.safeParse(data).error }).toEqual({ name, error: undefined });
          expect(schema.safeParse({ ...data, more: "1" }).success).toBe(false);
        }
    }
  });

  test("takes no message of another flow", () => {
    const [first, ...others] = ["D0010", "D0150", "D0155", "D0217"].map(
      (name) => catalogue.find(name, null)?.definition,
    );
    if (first === undefined) throw new Error("D0010 is not in the catalogue");
    const schema = schemaOf(first);
    for (const other of others)
      for (const { data } of other === undefined ? [] : generateFile(other).messages)
        expect(schema.safeParse(data).success).toBe(false);
  });
});

type Flow = ReturnType<typeof allFlows>[number];

function schemaOf(flow: Flow): z.ZodType {
  return z.fromJSONSchema(jsonSchema(flow, labels));
}

function isOfMessages(flow: Flow): boolean {
  const has = (groups: Flow["groups"]): boolean =>
    groups.some((group) => group.message || has(group.groups));
  return has(flow.groups);
}
