import { describe, expect, it } from "vitest";
import type { GroupDefinition } from "../../src/catalogue/definition.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";

const catalogue = loadCatalogue();

function fieldsOf(flow: string): Set<string> {
  const keys = (groups: readonly GroupDefinition[]): string[] =>
    groups.flatMap((group) => [...group.fields.map((field) => field.key), ...keys(group.groups)]);
  return new Set(keys(catalogue.find(flow, null)?.definition.groups ?? []));
}

/** The names that the metering point's rules look for are written by hand there; this pins them. */
describe("the fields that a metering point looks for are named so in the catalogue", () => {
  it.each([
    ["D0155", ["effectiveFromSettlementDateRegi", "effectiveFromDateMoa", "effectiveFromDateDca"]],
    ["D0153", ["effectiveFromSettlementDateRegi", "effectiveFromSettlementDateDaa"]],
    [
      "D0011",
      [
        "effectiveFromSettlementDateRegi",
        "effectiveFromDateMoa",
        "effectiveFromDateDca",
        "effectiveFromSettlementDateDaa",
      ],
    ],
    ["D0261", ["effectiveFromSettlementDateRegi"]],
    ["D0151", ["effectiveToDateMoa", "effectiveToDateDca", "effectiveToSettlementDateDaa"]],
    ["D0148", ["meterOperatorId", "dataCollectorId", "dataAggregatorId", "effectiveToDateMoa"]],
    [
      "D0217",
      ["effectiveFromSettlementDateRegi", "meterOperatorId", "dataCollectorId", "dataAggregatorId"],
    ],
    ["D0213", ["meterOperatorId", "effectiveFromDateMoa", "effectiveFromSettlementDateDaa"]],
    ["D0260", ["oldSupplierId", "meterOperatorId", "dataCollectorId", "dataAggregatorId"]],
    ["D0311", ["effectiveToSettlementDateRegiForOldSupplier"]],
    ["D0302", ["effectiveFromSettlementDateRegi"]],
    ["D0052", ["effectiveFromSettlementDateRegi"]],
  ])("in %s", (flow, names) => {
    expect([...fieldsOf(flow)]).toEqual(expect.arrayContaining(names));
  });

  it("in every flow that carries readings of registers with their dates", () => {
    const names = ["meterId", "meterRegisterId", "registerReading", "readingDateTime"];
    const flows = new Set(catalogue.list().map(({ flow }) => flow));
    const telling = [...flows].filter((flow) => {
      const fields = fieldsOf(flow);
      return names.every((name) => fields.has(name));
    });
    expect(telling).toEqual([
      "D0010",
      "D0071",
      "D0086",
      "D0188",
      "D0192",
      "D0238",
      "D0239",
      "D0301",
      "D0311",
    ]);
  });
});
