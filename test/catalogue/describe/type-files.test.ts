import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { typeFiles } from "../../../src/catalogue/describe/type-files.ts";
import { loadCatalogue } from "../../../src/definitions/load.ts";

const folder = fileURLToPath(new URL("../../../src/catalogue/generated/", import.meta.url));

describe("the generated types", () => {
  const files = typeFiles(loadCatalogue());

  test("are those of the catalogue (else run `npm run generate:types`)", () => {
    const differing = [...files].filter(
      ([name, text]) => readFileSync(folder + name, "utf8") !== text,
    );
    expect(differing.map(([name]) => name)).toEqual([]);
  });

  test("have nothing beside them", () => {
    const found = globSync("**/*.ts", { cwd: folder });
    expect(found.toSorted()).toEqual([...files.keys()].toSorted());
  });

  test("say nothing of where or when they were made", () => {
    const twice = typeFiles(loadCatalogue());
    expect([...twice]).toEqual([...files]);
  });
});
