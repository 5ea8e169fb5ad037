import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { readDocument } from "../../src/formats/recognise.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());

describe("busbar flow list", () => {
  test("shows the flows there are, withdrawn ones only when asked", async () => {
    const ofCatalogue = async (...words: string[]) =>
      (await place.json("flow", "list", ...words)).filter(({ family }) => family === "user-file");
    const flows = await ofCatalogue();
    expect(flows.filter(({ family }) => family === "user-file")).toHaveLength(206);
    expect(flows[0]).toEqual({
      flow: "D0001",
      version: "001",
      name: "Request Metering System Investigation",
      family: "user-file",
    });
    const all = await ofCatalogue("--all");
    expect(all.filter(({ family }) => family === "user-file")).toHaveLength(208);
    expect(all.filter(({ withdrawn }) => withdrawn === true)).toHaveLength(2);
  });

  test("says where it found the words", async () => {
    const { stdout } = await place.busbar("flow", "list", "--search", "credit balance");
    expect(stdout).toMatch(/^FLOW +VERSION +FAMILY +NAME +FOUND IN\n/);
    expect(stdout).toMatch(/^D0179 .* J0537 Credit Balance$/m);
  });

  test("says when there is nothing", async () => {
    const { code, stdout } = await place.busbar("flow", "list", "--search", "banana");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'No flow has "banana" in its name or in one of its items.\n',
    });
  });
});

describe("busbar flow show", () => {
  test("shows routes, groups, fields, formats and codes to people", async () => {
    const { code, stdout } = await place.busbar("flow", "show", "D0010");
    expect(code).toBe(0);
    expect(stdout).toContain("D0010 version 002: Meter Readings\n");
    expect(stdout).toContain("  Distributor -> ADSA, NHHDC, SDSA\n");
    expect(stdout).toContain("026 MPAN Cores  [1 or more, message]\n");
    expect(stdout).toMatch(/^ {8}\? MD Reset Date & Time +J0044 {2}DATETIME$/m);
    expect(stdout).toContain("J0022  CHAR(1)  F U V\n");
  });

  test.each([
    ["--json", '{"flow":"D0010","version":"002","name":"Meter Readings"'],
    ["--markdown", "# D0010 Meter Readings\n"],
    ["--json-schema", '{\n  "$schema": "https://json-schema.org/draft/2020-12/schema",\n'],
    ["--types", "/**\n * D0010 version 002: Meter Readings.\n"],
  ])("gives %s to programs", async (form, beginning) => {
    const { code, stdout } = await place.busbar("flow", "show", "D0010", form);
    expect({ code, beginning: stdout.slice(0, beginning.length) }).toEqual({ code: 0, beginning });
  });

  test.each([["d0269"], ["D0269004"], ["D0269", "004"], ["D0269 004"]])(
    "takes %j",
    async (...words) => {
      const { stdout, stderr } = await place.busbar("flow", "show", ...words);
      expect(stdout.slice(0, 17)).toBe("D0269 version 004");
      expect(stderr).toBe("");
    },
  );

  test("shows the version that files of an older one are read by, and says so", async () => {
    const { code, stdout, stderr } = await place.busbar("flow", "show", "D0150001");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^D0150 version 002/);
    expect(stderr).toBe(
      "busbar: the catalogue has no version 001 of D0150; its files are read as version 002, which is shown\n",
    );
  });

  test("suggests what an unknown flow may have meant", async () => {
    const { code, stderr } = await place.busbar("flow", "show", "D0051X");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^busbar: the catalogue has no flow "D0051X", did you mean D0051,/);
  });

  test("shows CSV columns and JSON members, in every form", async () => {
    const table = await place.busbar("flow", "show", "orders");
    expect(table.stdout).toMatch(
      /^ORDERS version 001: Orders\nFamily headed-csv; rows that follow each other and agree/,
    );
    expect(table.stdout).toContain("Columns given for each row of a message\n");
    const event = await place.busbar("flow", "show", "CSS02300");
    expect(event.stdout).toContain("Known by eventType: RegistrationPendingNotification\n");
    expect(await place.json("flow", "show", "ORDERS")).toMatchObject([{ family: "headed-csv" }]);
    const shown = async (flow: string, form: string) =>
      (await place.busbar("flow", "show", flow, form)).stdout;
    expect(await shown("ORDERS", "--types")).toContain("export type ORDERS001 = {\n");
    expect(await shown("CSS02300", "--json-schema")).toContain("urn:busbar:flow:CSS023001.0");
    expect(await shown("ORDERS", "--markdown")).toContain(
      "| sku | `lines[].sku` | CHAR(40) | yes |",
    );
    expect(await shown("CSS02300", "--markdown")).toContain("| `data.mpxn` | text | yes |");
  });

  test("says of a table which rows are a message, and what blanks are", async () => {
    const { stdout } = await place.busbar("flow", "show", "HH-SIMPLE-CSV");
    expect(stdout).toContain(
      "rows that follow each other and agree in MPAN Core, Channel Type are a message, about the mpan in MPAN Core; blanks around values are left out",
    );
  });

  test("refuses two forms at once", async () => {
    const { code } = await place.busbar("flow", "show", "D0010", "--json", "--types");
    expect(code).toBe(2);
  });
});

describe("busbar flow generate", () => {
  test("prints a valid file, the same each time", async () => {
    const words = ["flow", "generate", "D0150", "--count", "3", "--seed", "spring"];
    const { code, stdout } = await place.busbar(...words);
    expect(code).toBe(0);
    const document = readDocument(Buffer.from(stdout, "latin1"), loadCatalogue());
    expect(document).toMatchObject({ messages: 3, invalid: 0, problems: [] });
    expect((await place.busbar(...words)).stdout).toBe(stdout);
  });

  test("marks it as a test unless asked for otherwise", async () => {
    const first = async (...words: string[]) =>
      (await place.busbar("flow", "generate", "D0010", ...words)).stdout.split("\n")[0];
    expect(await first()).toMatch(/\|TR01\|$/);
    expect(await first("--live")).toMatch(/\|OPER\|$/);
  });

  test("says when a file cannot hold as many messages", async () => {
    const { stderr } = await place.busbar("flow", "generate", "D0393", "--count", "2");
    expect(stderr).toBe("busbar: a file of D0393 holds no more than 1 message\n");
  });

  test("counts in the trailer as a definition of one's own says", async () => {
    const own = makePlace();
    writeFileSync(join(own.folder, "busbar.yaml"), "catalogues: [own.yaml]\n");
    const group = "{ code: K01, name: Point, min: 1, max: 1, fields: [{ name: Text }] }";
    writeFileSync(
      join(own.folder, "own.yaml"),
      `family: user-file\nflow: D9901\nversion: "001"\nname: Mine\nrules: { count: records }\ngroups: [${group}]\n`,
    );
    const { stdout } = await own.busbar("flow", "generate", "D9901");
    expect(stdout).toMatch(/^ZPT\|\w+\|3\|/m);
    writeFileSync(join(own.folder, "made.uff"), stdout);
    expect((await own.busbar("flow", "check", "made.uff")).stdout).toMatch(/^made\.uff: valid\b/);
    own.remove();
  });

  test.each([
    ["ORDERS", "orders.csv"],
    ["HH-SIMPLE-CSV", "reads.csv"],
    ["CSS02300", "pending.json"],
  ])("makes up files of tables and JSON events: %s", async (flow, file) => {
    const words = ["flow", "generate", flow, "--count", "3", "--seed", "spring"];
    const { code, stdout } = await place.busbar(...words);
    expect(code).toBe(0);
    const document = readDocument(Buffer.from(stdout), loadCatalogue());
    expect(document).toMatchObject({ messages: 3, invalid: 0, problems: [], envelope: { flow } });
    expect((await place.busbar(...words)).stdout).toBe(stdout);
    writeFileSync(join(place.folder, file), stdout);
    expect((await place.busbar("flow", "check", file)).code).toBe(0);
  });

  test.each(["0", "-1", "many", "100001"])("refuses %j messages", async (count) => {
    const { code } = await place.busbar("flow", "generate", "D0010", "--count", count);
    expect(code).toBe(2);
  });

  test("makes what ingest takes", async () => {
    await place.busbar("init");
    const { stdout } = await place.busbar("flow", "generate", "D0010", "--count", "2", "--live");
    writeFileSync(join(place.folder, "example.uff"), stdout);
    const { code } = await place.busbar("ingest", "example.uff");
    expect(code).toBe(0);
    expect(await place.json("process", "list")).toHaveLength(2);
  });
});
