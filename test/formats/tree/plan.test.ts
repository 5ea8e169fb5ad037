import { describe, expect, test } from "vitest";
import { packCode } from "../../../src/formats/tree/read/lines/line.ts";
import { planFor } from "../../../src/formats/tree/read/plan.ts";
import { userFileFrame } from "../../../src/formats/user-file/frame.ts";
import { catalogue } from "../flow-text.ts";
import { catalogueOf, group } from "./definition.ts";

const flows = catalogue
  .list()
  .filter(({ family }) => family === "user-file" || family === "pool")
  .map(({ flow, version }) => `${flow}${version}`);

function definitionOf(reference: string) {
  const found = catalogue.find(reference.slice(0, 5), reference.slice(5));
  if (found === null) throw new Error(`${reference} should be in the catalogue`);
  return found.definition;
}

describe("every flow of the catalogue can be prepared for reading", () => {
  test("all of them", () => {
    expect(flows.length).toBeGreaterThan(200);
    for (const reference of flows) {
      const definition = definitionOf(reference);
      const plan = planFor(definition, userFileFrame.delimiter);
      expect(planFor(definition, userFileFrame.delimiter)).toBe(plan);
      expect(plan.nodes.length).toBeGreaterThan(1);
      expect(plan.wholeFile).toBe(!plan.nodes.some((node) => node.group.message));
      for (const node of plan.nodes.slice(1)) {
        expect(node.parent?.next.get(packCode(node.group.code))).toContain(node);
        expect(node.group.message && node.subject < 0).toBe(false);
      }
    }
  });

  test("names in a message's data do not clash with those of groups above and beside it", () => {
    for (const reference of flows) {
      const { nodes } = planFor(definitionOf(reference), userFileFrame.delimiter);
      const outside = nodes.slice(1).filter((node) => !node.inMessage);
      for (const message of nodes.filter((node) => node.group.message)) {
        const own = [...message.fields, ...message.group.groups].map((one) => one.key);
        expect(outside.filter((node) => own.includes(node.group.key))).toEqual([]);
      }
    }
  });
});

describe("a definition with a code that cannot be in a line", () => {
  test.each(["", "lower", "ELEVENCHARS", "A|B"])("is a mistake: %j", (code) => {
    const definition = catalogueOf([group(code)]).find("D0001", "001")?.definition;
    expect(() => definition && planFor(definition, userFileFrame.delimiter)).toThrow(/is none/);
  });
});
