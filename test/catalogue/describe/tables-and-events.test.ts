import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { AnyFlow } from "../../../src/catalogue/any-flow.ts";
import { flowSchema } from "../../../src/catalogue/describe/flow-schema.ts";
import { flowTypes } from "../../../src/catalogue/describe/flow-types.ts";
import type { JsonSchema } from "../../../src/catalogue/describe/schema-head.ts";
import { hasError } from "../../../src/core/file/problem.ts";
import { loadCatalogue } from "../../../src/definitions/load.ts";
import { jsonEventDefinition } from "../../../src/definitions/user/json-event-schema.ts";
import { resolveJsonEvent } from "../../../src/definitions/user/resolve-json-event.ts";
import { readDocument } from "../../../src/formats/recognise.ts";

const fixtures = fileURLToPath(new URL("../../../fixtures/", import.meta.url));
const catalogue = loadCatalogue();
const flows: readonly AnyFlow[] = [...catalogue.tables(), ...catalogue.jsonEvents()];

function flowNamed(name: string): AnyFlow {
  const found = flows.find(({ flow }) => flow === name);
  if (found === undefined) throw new Error(`There is no flow ${name}`);
  return found;
}

interface Conditional {
  readonly allOf?: readonly Record<"if" | "then", JsonSchema>[];
}

/** The schema as a check. What is said is what other programs get: its text. */
function schemaOf(flow: AnyFlow) {
  const { allOf = [], ...rest }: Conditional = JSON.parse(
    JSON.stringify(flowSchema(flow, () => ({}))),
  );
  const whole = z.fromJSONSchema(rest);
  // `if` and `then` are looked at here, since Zod does not.
  const rules = allOf.map((rule) => ({
    holds: z.fromJSONSchema(rule.if as never),
    asks: z.fromJSONSchema(rule.then as never),
  }));
  return {
    safeParse(data: unknown) {
      const holding = rules.filter(({ holds }) => holds.safeParse(data).success);
      const found = [whole, ...holding.map(({ asks }) => asks)].map((one) => one.safeParse(data));
      const { error } = found.find(({ success }) => !success) ?? {};
      return { success: error === undefined, error };
    },
  };
}

const names = ["tables", "json-events"].flatMap((folder) =>
  readdirSync(fixtures + folder).map((name) => `${folder}/${name}`),
);

/** Every message of the fixtures that is read without error, with its flow, where that is described. */
const described = names.filter((name) => !name.includes("undescribed"));
const messages = described.flatMap((name) => {
  const document = readDocument(readFileSync(fixtures + name), catalogue);
  const flow = document.envelope?.flow ?? "";
  return document.items
    .filter(({ problems }) => !hasError(problems))
    .map((item) => ({ name, flow, data: JSON.parse(item.json()) }));
});

describe("the JSON Schema of a table or an event", () => {
  test("takes every message of the fixtures that is read without error", () => {
    expect(new Set(messages.map(({ flow }) => flow)).size).toBeGreaterThan(6);
    const refused = messages.flatMap(({ name, flow, data }) => {
      const { error } = schemaOf(flowNamed(flow)).safeParse(data);
      return error === undefined ? [] : [`${name}: ${error.message}`];
    });
    expect(refused).toEqual([]);
  });

  const changes: readonly (readonly [string, string, (data: never) => void])[] = [
    ["ORDERS", "a missing value", (data: { orderedAt?: string }) => delete data.orderedAt],
    [
      "ORDERS",
      "a date in another layout",
      (data: { orderedAt: string }) => {
        data.orderedAt = "10/06/2026";
      },
    ],
    ["ORDERS", "no lines", (data: { lines: unknown[] }) => data.lines.splice(0)],
    [
      "ORDERS",
      "too many decimals",
      (data: { lines: { unitPrice: string }[] }) => {
        for (const line of data.lines) line.unitPrice = "1.999";
      },
    ],
    [
      "HH-SIMPLE-CSV",
      "a number that is none",
      (data: { lines: { value: string }[] }) => {
        for (const line of data.lines) line.value = "1,5";
      },
    ],
    [
      "CSS02300",
      "another event",
      (data: { eventType: string }) => {
        data.eventType = "RegistrationConfirmedNotification";
      },
    ],
    [
      "CSS02300",
      "a text for true or false",
      (data: { data: { domesticPremisesInd: unknown } }) => {
        data.data.domesticPremisesInd = "false";
      },
    ],
    [
      "CSS02300",
      "a missing identifier",
      (data: { data: { mpxn?: string } }) => delete data.data.mpxn,
    ],
    [
      "IF-041",
      "readings that are no list",
      (data: { CustomBlock: { B064List: unknown } }) => {
        data.CustomBlock.B064List = {};
      },
    ],
  ];
  test.each(changes)("of %s refuses %s", (name, _, change) => {
    const found = messages.find(({ flow }) => flow === name);
    if (found === undefined) throw new Error(`No fixture of ${name}`);
    const data = structuredClone(found.data) as never;
    change(data);
    expect(schemaOf(flowNamed(name)).safeParse(data).success).toBe(false);
  });

  test("names its flow", () => {
    expect(flowSchema(flowNamed("ORDERS"), () => ({}))).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "urn:busbar:flow:ORDERS001",
      title: "ORDERS 001 Orders",
    });
  });
});

test("the types of a table and of an event have the names of their data", () => {
  expect(flowTypes(flowNamed("ORDERS"), {})).toContain("  readonly lines: readonly Line[];\n");
  const event = flowTypes(flowNamed("CSS02300"), {});
  expect(event).toContain('  readonly eventType: "RegistrationPendingNotification";\n');
  expect(event).toContain("    readonly domesticPremisesInd?: boolean | null;\n");
});

const sent = { path: "step", values: ["sent", "held"] };
const lost = { path: "step", values: ["lost"] };
const parcel = {
  family: "json-event",
  flow: "PARCEL",
  version: "1",
  name: "Parcel",
  discriminator: { path: "kind", values: ["parcel"] },
  fields: [
    { path: "step" },
    { path: "carrier", when: sent },
    { path: "note", when: sent, nullable: true },
    { path: "claims", type: "list", when: lost },
    { path: "claims.amount", type: "number" },
    { path: "claims.by", when: lost },
    { path: "note", when: lost },
  ],
};
const parcels: readonly (readonly [object, boolean])[] = [
  [{ step: "sent", carrier: "C", note: null }, true],
  [{ step: "held", carrier: "C", note: "n" }, true],
  [{ step: "sent", note: null }, false],
  [{ step: "sent", carrier: "", note: null }, false],
  [{ step: "sent", carrier: "C" }, false],
  [{ step: "lost", note: "n", claims: [{ amount: 1, by: "B" }] }, true],
  [{ step: "lost", note: null, claims: [{ amount: 1, by: "B" }] }, false],
  [{ step: "lost", note: "n", claims: [{ amount: 1, by: "B" }, { amount: 2 }] }, false],
  [{ step: "lost", note: "n" }, false],
  [{ step: "found" }, true],
];

describe("the type and the schema of an event", () => {
  const [shipped] = catalogue.jsonEvents();
  if (shipped === undefined) throw new Error("There is no event");
  const stock: AnyFlow = {
    ...shipped,
    flow: "STOCK",
    discriminator: { path: "head.kind", values: ["stock.changed", "stock.counted"] },
    items: null,
    known: [],
    fields: shipped.fields
      .filter(({ path }) => path === "eventId")
      .map((field) => ({ ...field, path: "id" })),
  };

  test("have the member that tells its kind, though no field names it", () => {
    expect(flowTypes(stock, {})).toContain(
      `  readonly head: {
    readonly kind: "stock.changed" | "stock.counted";
    readonly [name: string]: unknown;
  };
  readonly id: string;
`,
    );
    const schema = schemaOf(stock);
    expect(schema.safeParse({ id: "S", head: { kind: "stock.counted" } }).success).toBe(true);
    expect(schema.safeParse({ id: "S", head: { kind: "stock.gone" } }).success).toBe(false);
    expect(schema.safeParse({ id: "S" }).success).toBe(false);
  });

  test("have what must be there in some events alone as rules about the member that distinguishes them", () => {
    const definition = resolveJsonEvent(jsonEventDefinition.parse(parcel));
    const own = { ...catalogue, jsonEvents: () => [definition] };
    const schema = schemaOf(definition);
    for (const [data, right] of parcels) {
      const event = { kind: "parcel", ...data };
      const read = readDocument(Buffer.from(JSON.stringify(event)), own);
      expect({ data, right: read.invalid === 0 }).toEqual({ data, right });
      expect({ data, right: schema.safeParse(event).success }).toEqual({ data, right });
    }
  });

  test("let further members be anything, at every level", () => {
    const levels = flowTypes(flowNamed("IF-041"), {}).match(/readonly \[name: string\]: unknown;/g);
    // The event, CommonBlock with S0, S1, M0, A0 and D0, CustomBlock and its two lists of readings.
    expect(levels).toHaveLength(10);
  });
});
