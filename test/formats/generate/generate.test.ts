import { describe, expect, test } from "vitest";
import type { FlowDefinition, GroupDefinition } from "../../../src/catalogue/definition.ts";
import { hasRightCheckDigit } from "../../../src/catalogue/mpan.ts";
import { roleName } from "../../../src/catalogue/role-name.ts";
import { loadCatalogue } from "../../../src/definitions/load.ts";
import { resolveTree } from "../../../src/definitions/user/resolve-tree.ts";
import { treeDefinition } from "../../../src/definitions/user/tree-schema.ts";
import {
  type GeneratedFile,
  generateFile,
  generateMessages,
} from "../../../src/formats/generate/generate.ts";
import { clockChanges, dayText } from "../../../src/formats/generate/value/calendar.ts";
import { allFlows, flow } from "../../catalogue/whole-catalogue.ts";

const seeds = Array.from({ length: 40 }, (_, index) => `seed ${index}`);

function files(reference: string, count = 1): GeneratedFile[] {
  return filesOf(flow(reference), count);
}

function filesOf(definition: FlowDefinition, count = 1): GeneratedFile[] {
  return seeds.map((seed) => generateFile(definition, { seed, count }));
}

function gasFlow(reference: string): FlowDefinition {
  const found = loadCatalogue().find(reference, null);
  if (found === null) throw new Error(`${reference} is not in the catalogue`);
  return found.definition;
}

function linesOf(file: GeneratedFile, code: string): (readonly string[])[] {
  return file.lines.filter(([found]) => found === code);
}

describe("an example", () => {
  test("is the same for the same seed, and another for another", () => {
    const once = generateFile(flow("D0150002"), { seed: "a", count: 3 });
    expect(generateFile(flow("D0150002"), { seed: "a", count: 3 })).toEqual(once);
    expect(generateFile(flow("D0150002"), { seed: "b", count: 3 })).not.toEqual(once);
  });

  test("can be had without its file: messages as a writer takes them", () => {
    const options = { seed: "a", count: 3 };
    const messages = generateMessages(flow("D0235001"), options);
    expect(messages).toEqual(generateFile(flow("D0235001"), options).messages);
    expect(messages.map(({ group }) => group)).toEqual(["996", "997", "998"]);
  });

  test("of more messages begins with those of fewer", () => {
    const few = generateFile(flow("D0010002"), { seed: "a", count: 2 });
    const many = generateFile(flow("D0010002"), { seed: "a", count: 5 });
    expect(many.messages.slice(0, 2)).toEqual(few.messages);
  });

  test("says that it is a test unless asked for otherwise", () => {
    expect(generateFile(flow("D0010002")).envelope.testFlag).toBe("TR01");
    expect(generateFile(flow("D0010002"), { live: true }).envelope.testFlag).toBe("OPER");
  });

  test("goes from and to roles that its flow goes between, where their letters are known", () => {
    const known = new Set([..."ABCDEFGHIJKLMNOPQRSTUVWXYZ012345678"].map(roleName));
    for (const definition of allFlows()) {
      const { from, to } = generateFile(definition).envelope;
      const route = [roleName(from.role ?? ""), roleName(to.role ?? "")];
      const possible = definition.routes.filter(([a, b]) => known.has(a) && known.has(b));
      if (possible.length > 0) expect(possible).toContainEqual(route);
    }
  });

  test("names no participant that could be a real one", () => {
    for (const { envelope } of files("D0155001"))
      for (const { participant } of [envelope.from, envelope.to])
        expect(participant).toMatch(/^EX[A-Z0-9][A-Z]$/);
  });
});

describe("values", () => {
  test("that are MPAN cores begin with a distributor's number and end with the right check digit", () => {
    const mpans = files("D0010002", 3).flatMap((file) =>
      linesOf(file, "026").map(([, mpan]) => mpan),
    );
    expect(mpans).toHaveLength(120);
    for (const mpan of mpans) {
      expect(mpan).toMatch(/^(?:1\d|2[0-3])99\d{9}$/);
      expect(hasRightCheckDigit(mpan ?? "")).toBe(true);
    }
    expect(new Set(mpans).size).toBe(120);
  });

  test("of readings rise from date to date", () => {
    const dated = files("D0311002").flatMap((file) => {
      const registers = Map.groupBy(linesOf(file, "07D"), ([, register]) => register);
      return [...registers.values()].filter((lines) => lines.length > 1);
    });
    for (const lines of dated)
      for (const [index, line] of lines.slice(1).entries()) {
        const before = lines[index];
        if (before?.[2] === line[2]) continue;
        expect(Number(line[3])).toBeGreaterThan(Number(before?.[3]));
      }
  });

  test("of periods begin before they end", () => {
    for (const file of files("D0019001", 3))
      for (const [, from = "", to = ""] of linesOf(file, "AAH")) expect(from < to).toBe(true);
  });

  test("of a message go together: register, regime and settlement configuration, area and GSP group", () => {
    for (const file of files("D0052001")) {
      const [[, mpan = ""] = []] = linesOf(file, "121");
      const [[, configuration, , group] = []] = linesOf(file, "122");
      const regimes = linesOf(file, "124").map(([, regime]) => regime);
      expect(regimes).toEqual(configuration === "0151" ? ["00043", "00210"] : ["00001"]);
      expect(group === "_A").toBe(mpan.startsWith("10"));
    }
  });

  test("that may be empty sometimes are", () => {
    const lines = files("D0010002").flatMap((file) => linesOf(file, "026"));
    expect(lines.every(([, , status]) => status !== "")).toBe(true);
    const sites = files("D0010002").flatMap((file) => linesOf(file, "027"));
    const empty = sites.filter(([, , information]) => information === "");
    expect(empty.length).toBeGreaterThan(0);
    expect(empty.length).toBeLessThan(sites.length);
  });

  test("of a flow come from all of its codes, the usual ones mostly", () => {
    const statuses = files("D0010002", 5).flatMap((file) =>
      linesOf(file, "026").map(([, , status]) => status),
    );
    const usual = statuses.filter((status) => status === "V");
    expect(new Set(statuses)).toEqual(new Set(["F", "U", "V"]));
    expect(usual.length).toBeGreaterThan(statuses.length / 2);
  });
});

describe("values of gas files", () => {
  test("that are meter point references have six to ten digits, most of them ten", () => {
    const mprns = filesOf(gasFlow("MRI"), 3).flatMap((file) =>
      linesOf(file, "U06").map(([, , mprn]) => mprn),
    );
    expect(mprns).toHaveLength(120);
    for (const mprn of mprns) expect(mprn).toMatch(/^[1-9]\d{5,9}$/);
    expect(new Set(mprns).size).toBe(120);
    const usual = mprns.filter((mprn) => mprn?.length === 10);
    expect(usual.length).toBeGreaterThan(60);
    expect(usual.length).toBeLessThan(120);
  });

  test("that are codes of jobs are those known", () => {
    for (const file of filesOf(gasFlow("G0201"))) {
      expect(file.envelope).toMatchObject({ from: { role: "MAM" }, to: { role: "SUP" } });
      for (const [, , , , type, reason = "", , , status = ""] of linesOf(file, "TRANS"))
        expect([type, ["", "NEWCN"].includes(reason), ["", "COMLT"].includes(status)]).toEqual([
          "INSTL",
          true,
          true,
        ]);
    }
  });

  test("go by the words of names in capitals, too", () => {
    const own = treeDefinition.parse({
      family: "uk-link",
      flow: "XMP",
      version: "001",
      name: "Own",
      groups: [
        {
          code: "K01",
          name: "Meter",
          level: 1,
          min: 1,
          max: 1,
          fields: [
            { name: "MPRN", format: "INT(10)" },
            { name: "SUPPLIER_NAME", format: "CHAR(40)" },
            { name: "POST_CODE", format: "CHAR(10)" },
          ],
        },
      ],
    });
    const [line = []] = generateFile(resolveTree("own.yaml", own, () => undefined)).lines;
    expect(line[1]).toMatch(/^[1-9]\d{5,9}$/);
    expect(line[2]).toMatch(/^(?:Example|Sample|Specimen|Placeholder) /);
    expect(line[3]).toMatch(/^ZZ/);
  });
});

describe("groups", () => {
  test("of half hours are as many as the day has", () => {
    const changes = [2022, 2023, 2024, 2025].map(clockChanges);
    const spring = new Set(changes.map(([march]) => dayText(march)));
    const autumn = new Set(changes.map(([, october]) => dayText(october)));
    const met = new Set<number>();
    for (const file of files("D0036001")) {
      const halfHours = linesOf(file, "102").map(([, day = ""]) =>
        spring.has(day) ? 46 : autumn.has(day) ? 50 : 48,
      );
      expect(linesOf(file, "103")).toHaveLength(halfHours.reduce((sum, many) => sum + many, 0));
      for (const many of halfHours) met.add(many);
    }
    expect(met).toEqual(new Set([46, 48, 50]));
  });

  test("of a whole file that have no limit occur as often as asked for", () => {
    const file = generateFile(flow("D0269004"), { count: 7 });
    expect(file.messages).toHaveLength(1);
    expect(linesOf(file, outermostRepeating(flow("D0269004")))).toHaveLength(7);
  });

  test("that occur once in a file do: the sequence number", () => {
    for (const file of files("D0217002", 4)) expect(linesOf(file, "754")).toHaveLength(1);
  });

  test("that are alternatives are never together: an instruction is on a participant or on a metering system", () => {
    const kinds = files("D0209001", 2).map((file) => {
      const instructions = linesOf(file, "ZIN");
      const systems = instructions.filter(([, , , system]) => system !== "");
      for (const [, , , system, role, participant] of instructions)
        expect([system === "", role === "", participant === ""]).toEqual(
          system === "" ? [true, false, false] : [false, true, true],
        );
      expect([0, instructions.length]).toContain(systems.length);
      return systems.length > 0;
    });
    expect(new Set(kinds)).toEqual(new Set([true, false]));
  });
});

function outermostRepeating({ groups }: FlowDefinition): string {
  const find = (below: readonly GroupDefinition[]): GroupDefinition | undefined =>
    below.find(({ max }) => max === null) ?? find(below.flatMap((group) => group.groups));
  return find(groups)?.code ?? "";
}
