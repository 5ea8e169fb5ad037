import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CatalogueError } from "../../src/catalogue/load/catalogue-error.ts";
import { flowFile, indexFile, itemEntry } from "../../src/catalogue/load/file-schema.ts";
import { readCatalogueFile } from "../../src/catalogue/load/read-file.ts";
import { openDtc } from "../../src/definitions/dtc-catalogue.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";

const shipped = fileURLToPath(new URL("../../src/catalogue/dtc", import.meta.url));

describe("a data item", () => {
  const catalogue = loadCatalogue();

  test("says what its codes stand for where the catalogue does", () => {
    expect(catalogue.item("J0007")).toMatchObject({
      name: "Requested Action Code",
      labels: { "01": "Obtain reading" },
    });
    expect(catalogue.item("J0483")).toMatchObject({ name: "Meter Type", labels: {} });
    expect(catalogue.item("J0003")).toMatchObject({ codes: null, labels: {} });
  });

  test.each(["J9999", "", "D0010"])("is not there as %j", (reference) => {
    expect(catalogue.item(reference)).toBeNull();
  });
});

describe("finding a flow", () => {
  const catalogue = loadCatalogue();

  test("gives the version asked for", () => {
    const found = catalogue.find("D0269", "002");
    expect(found).toMatchObject({ exact: true, definition: { flow: "D0269", version: "002" } });
  });

  test.each(["001", "003", "", "banana", null])(
    "gives D0010's newest for version %j",
    (version) => {
      const found = catalogue.find("D0010", version);
      expect(found).toMatchObject({ exact: false, definition: { flow: "D0010", version: "002" } });
    },
  );

  test("gives the newest of two versions when neither is asked for", () => {
    expect(catalogue.find("D0269", "003")).toMatchObject({
      exact: false,
      definition: { version: "004" },
    });
  });

  test.each(["D9999", "", "constructor", "../D0010"])("gives nothing for flow %j", (flow) => {
    expect(catalogue.find(flow, "001")).toBeNull();
  });

  test("gives the same definition every time", () => {
    const once = catalogue.find("D0010", "002")?.definition;
    expect(catalogue.find("D0010", null)?.definition).toBe(once);
  });

  test("lists every version with its name", () => {
    const counts = Map.groupBy(catalogue.list(), ({ family }) => family);
    expect(counts.get("user-file")).toHaveLength(208);
    expect(counts.get("headed-csv")?.map(({ flow }) => flow)).toContain("ORDERS");
    expect(counts.get("json-event")?.map(({ flow }) => flow)).toContain("CSS02300");
    expect(catalogue.list()).toContainEqual({
      flow: "D0010",
      version: "002",
      name: "Meter Readings",
      family: "user-file",
    });
  });
});

describe("every shipped file keeps its schema", () => {
  test("and every flow of the index has its file", () => {
    const index = readCatalogueFile(join(shipped, "index.json"), indexFile);
    for (const reference of Object.keys(index))
      readCatalogueFile(join(shipped, "flows", `${reference}.json`), flowFile);
  });

  test("and so does every item", () => {
    const items = JSON.parse(readFileSync(join(shipped, "items.json"), "utf8"));
    expect(Object.keys(items)).toHaveLength(1470);
    for (const [reference, item] of Object.entries(items)) {
      expect(reference).toMatch(/^J\d{4}$/);
      expect(itemEntry.safeParse(item).error, reference).toBeUndefined();
    }
  });
});

describe("a damaged catalogue", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "busbar-catalogue-"));
    cpSync(shipped, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function damage(name: string, from: string, to: string): void {
    const file = join(folder, name);
    const text = readFileSync(file, "utf8");
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  }

  function failure(): CatalogueError {
    try {
      openDtc(folder).find("D0010", "002");
    } catch (error) {
      if (error instanceof CatalogueError) return error;
      throw error;
    }
    throw new Error("the catalogue loaded all the same");
  }

  test.each([
    ["flows/D0010002.json", '"min": 1', '"min": "one"', "groups[0].min"],
    ["flows/D0010002.json", '"J0022"', '"J0022", "surplus": 1', "groups[0].fields[1]"],
    ["flows/D0010002.json", '{ "item": "J0022" }', '{ "optional": true }', "groups[0].fields[1]"],
    ["flows/D0010002.json", '"code": "027"', '"code": "27-"', "groups[0].groups[0].code"],
    ["flows/D0010002.json", '"J0022"', '"J9999"', "group 026, field 2"],
    ["flows/D0010002.json", '"min": 0', '"min": 3, "max": 2', "group 027"],
    ["items.json", '"NUM(13)"', '"NUMBER(13)"', "J0003.format"],
    ["index.json", '"Meter Readings"', '""', "D0010002"],
  ])("names %s and the place of %s made %s: %s", (name, from, to, place) => {
    damage(name, from, to);
    const error = failure();
    expect(error.file).toBe(join(folder, name));
    expect(error.place).toBe(place);
    expect(error.message.startsWith(`${error.file}, ${place}: `)).toBe(true);
  });

  test.each(["index.json", "items.json", "flows/D0010002.json"])(
    "names %s that is missing",
    (name) => {
      rmSync(join(folder, name));
      expect(failure()).toMatchObject({
        file: join(folder, name),
        message: `${join(folder, name)}: cannot be read`,
      });
    },
  );

  test("names a file that is cut short", () => {
    damage("flows/D0010002.json", '"groups"', "");
    expect(failure().message).toMatch(/D0010002\.json: is not JSON \(/);
  });

  test("still gives the flows that are whole", () => {
    damage("flows/D0010002.json", '"min": 1', '"min": -1');
    const catalogue = openDtc(folder);
    expect(() => catalogue.find("D0010", "002")).toThrow(CatalogueError);
    expect(catalogue.find("D0086", "002")?.exact).toBe(true);
  });
});
