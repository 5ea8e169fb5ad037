import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isHalfHourly } from "../../../src/core/file/half-hourly.ts";
import { loadCatalogue } from "../../../src/definitions/load.ts";
import { definitionJsonSchema } from "../../../src/definitions/user/definition-schema.ts";

test("the published schema is that of the program (else run `npm run generate:schema`)", () => {
  const published = readFileSync("docs/flow-definition.schema.json", "utf8");
  expect(published).toBe(`${JSON.stringify(definitionJsonSchema(), null, 2)}\n`);
});

test("every shipped table and JSON event is in the published form, one a file, named after its flow", () => {
  const catalogue = loadCatalogue();
  const ownForm = catalogue.jsonEvents().filter(({ flow }) => !isHalfHourly(flow));
  const flows = [...catalogue.tables(), ...ownForm].map(({ flow }) => flow);
  const files = globSync("src/catalogue/{tables,json-events}/*.json");
  expect(files).toHaveLength(flows.length);
  for (const flow of flows)
    expect(files.some((file) => file.includes(`/${flow.toLowerCase()}`))).toBe(true);
});
