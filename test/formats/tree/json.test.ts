import { describe, expect, test } from "vitest";
import { dataOf, treeOf } from "../../../src/formats/tree/read/group-data.ts";
import { collectedJson } from "../../../src/formats/tree/read/json-text.ts";
import type { FlowNode } from "../../../src/formats/tree/read/plan.ts";
import { planFor } from "../../../src/formats/tree/read/plan.ts";
import { userFileFrame } from "../../../src/formats/user-file/frame.ts";
import { fc } from "../../property.ts";
import { catalogueOf, field, group } from "./definition.ts";

const fields = [field("one"), field("two")];
const definition = catalogueOf([
  group("TOP", {
    message: true,
    fields,
    subject: { field: 0, kind: "mpan" },
    groups: [
      group("AAA", {
        fields,
        groups: [group("AB1", { fields, max: 1 }), group("AB2", { fields })],
      }),
      group("BBB", { fields, max: 1, groups: [group("BC1", { groups: [group("BD1")] })] }),
      group("CCC", { fields: [] }),
    ],
  }),
]).find("D0001", "001")?.definition;

/** Any tree below a node in the definition's order: its nodes, each before those below it. */
function below(node: FlowNode): fc.Arbitrary<FlowNode[]> {
  const parts = node.children.map((child) =>
    fc
      .array(below(child), { maxLength: child.group.max === 1 ? 1 : 3 })
      .map((occurrences) => occurrences.flatMap((nodes) => [child, ...nodes])),
  );
  return fc.tuple(...parts).map((all) => all.flat());
}

const text = fc.string({ unit: fc.nat({ max: 255 }).map((code) => String.fromCharCode(code)) });
const value = fc.oneof(fc.constant(""), text).map((found) => found.replace(/[|\r\n]/g, ""));

describe("data written straight from the bytes", () => {
  test("is what is written from the tree", () => {
    if (definition === undefined) throw new Error("The flow should be there");
    const plan = planFor(definition, userFileFrame.delimiter);
    const [top] = plan.root.children;
    if (top === undefined) throw new Error("The flow should have a root");
    fc.assert(
      fc.property(below(top), fc.infiniteStream(value), fc.boolean(), (nodes, values, crlf) => {
        const log: number[] = [];
        let all = "";
        for (const node of [top, ...nodes]) {
          log.push(node.id, all.length);
          const found = node.fields.map(() => values.next().value);
          all += `${[node.group.code, ...found].join("|")}|${crlf ? "\r\n" : "\n"}`;
        }
        const bytes = Buffer.from(`xx${all}`, "latin1");
        const collected = { bytes, offset: 2, log, from: 0, to: log.length, leftOut: 0 };
        expect(JSON.parse(collectedJson(plan, collected, top, '"before":"x"'))).toEqual({
          before: "x",
          ...dataOf(treeOf(collected, plan, top)),
        });
      }),
    );
  });
});
