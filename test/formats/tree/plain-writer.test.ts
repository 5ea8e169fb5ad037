import { describe, expect, test } from "vitest";
import type { GroupData } from "../../../src/core/file/document.ts";
import { settlementFrame } from "../../../src/formats/settlement/frame.ts";
import { usualTreeLimits } from "../../../src/formats/tree/check/limits.ts";
import { lookOf } from "../../../src/formats/tree/check/look.ts";
import type { Frame } from "../../../src/formats/tree/read/frame.ts";
import { planFor } from "../../../src/formats/tree/read/plan.ts";
import { TreeReader } from "../../../src/formats/tree/read/reader.ts";
import { plainFlow } from "../../../src/formats/tree/write/plain-flow.ts";
import { writeAtLength, writeTree } from "../../../src/formats/tree/write/write.ts";
import { userFileFrame } from "../../../src/formats/user-file/frame.ts";
import type { WritableDocument } from "../../../src/formats/writer.ts";
import { fc } from "../../property.ts";
import { catalogue } from "../flow-text.ts";
import { documentsOf, treeFlows } from "./generated-files.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";
const frames: Readonly<Record<string, Frame>> = {
  "user-file": userFileFrame,
  settlement: settlementFrame,
};

/** Flows that are written the short way, with what they are written by. */
const flows = treeFlows().flatMap((definition) => {
  const frame = frames[definition.family];
  const short =
    frame !== undefined && plainFlow(frame, planFor(definition, frame.delimiter)) !== null;
  return short ? [{ definition, frame }] : [];
});

/** Both ways; the first goes the long way by itself where the short one does not do. */
function bothWays(frame: Frame, document: WritableDocument) {
  const definition = catalogue.find(document.envelope.flow, document.envelope.version)?.definition;
  if (definition === undefined) throw new Error("The flow should be known");
  const open = (options: object) =>
    new TreeReader({
      ...options,
      catalogue,
      frame,
      limits: usualTreeLimits,
      stable: true,
      recorder: null,
    });
  const family = { frame, open };
  const { envelope, messages } = document;
  const look = lookOf(document.layout, frame.usuallyClosed);
  return {
    first: writeTree(family, document, catalogue),
    long: writeAtLength(family, { frame, definition, envelope, messages, look }, catalogue),
  };
}

/** One change somewhere in a message's data. */
type Change = { readonly at: number; readonly to: unknown };

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(500),
  to: fc.oneof(
    fc.constantFrom(
      "",
      "x",
      "20260231",
      "1|2",
      "é",
      "\n",
      "12345678901234567890",
      "-1",
      "0.5",
      "T",
    ),
    fc.constantFrom(undefined, null, 5, [], {}, [{}, {}]),
    fc.constantFrom("double", "turned"),
  ),
});

/** Data with its nth value, or group, otherwise, or with all its properties the other way round. */
function changed(data: GroupData, { at, to }: Change): GroupData {
  const copy = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
  const places: [Record<string, unknown>, string][] = [];
  const walk = (group: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(group)) {
      places.push([group, key]);
      for (const below of Array.isArray(value) ? value : [value])
        if (typeof below === "object" && below !== null) walk(below);
    }
    places.push([group, "surplus"]);
  };
  walk(copy);
  if (to === "turned") return Object.fromEntries(Object.entries(copy).reverse()) as GroupData;
  const [group, key] = places[at % places.length] ?? [copy, "surplus"];
  const value = group[key];
  group[key] = to === "double" && Array.isArray(value) ? [...value, ...value] : to;
  return copy as GroupData;
}

describe("the short way of writing", () => {
  test("is there for most flows", () => {
    expect(flows.length).toBeGreaterThan(100);
  });

  test("gives what the long way gives, whatever the data", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...flows),
        fc.nat(50),
        fc.array(fc.tuple(fc.nat(3), change), { maxLength: 2 }),
        fc.constantFrom<WritableDocument["layout"][]>(
          null,
          { lineEnd: "CRLF", finalNewline: "no" },
          { byteOrderMark: "yes", trailer: { completed: "20260302154650" } },
          { trailer: { groupCount: "7", flowCount: "2", recordCount: "9" } },
          { trailer: { checksum: "12" }, header: { sendingApplication: "TOOLONG" } },
        ),
        ({ definition, frame }, seed, changes, layout) => {
          const [made] = documentsOf(definition, `plain ${seed}`, 2);
          if (made === undefined) throw new Error("An example should be made");
          const messages = made.messages.map((message, index) => ({
            ...message,
            data: changes
              .filter(([place]) => place % made.messages.length === index)
              .reduce((data, [, one]) => changed(data, one), message.data),
          }));
          const { first, long } = bothWays(frame, { ...made, layout, messages });
          expect(first.ok).toBe(long.ok);
          if (first.ok && long.ok) expect(Buffer.compare(first.bytes, long.bytes)).toBe(0);
          else expect(first).toEqual(long);
        },
      ),
      { numRuns: nightly ? 20_000 : 500 },
    );
  }, 300_000);

  test.each([
    ["1|2", "D0010", "002"],
    ["", "D0010", "002"],
    ["12345678901", "D0010", "002"],
    ["1", "D0010", "2"],
    ["1", "D0010", null],
  ])("refuses an envelope as the long way does: %j, %s, %s", (fileIdentifier, flow, version) => {
    const found = flows.find(({ definition }) => definition.flow === "D0010");
    if (found === undefined) throw new Error("D0010 should be plain");
    const [made] = documentsOf(found.definition, "1", 1);
    if (made === undefined) throw new Error("An example should be made");
    const envelope = { ...made.envelope, fileIdentifier, flow, version };
    const { first, long } = bothWays(found.frame, { ...made, envelope });
    expect(first).toEqual(long);
    expect(first.ok).toBe(version === null);
  });
});
