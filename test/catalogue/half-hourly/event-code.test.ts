import { describe, expect, it, test } from "vitest";
import { eventNames } from "../../../src/app/asked/event-name.ts";
import {
  bareEventCode,
  eventCodeConstant,
  eventCodeWords,
} from "../../../src/catalogue/half-hourly/event-code.ts";
import { eventCodeNames } from "../../../src/catalogue/half-hourly/event-code-names.ts";
import { loadCatalogue } from "../../../src/definitions/load.ts";
import { receivedEventType } from "../../../src/processes/received.ts";

test.each([
  ["IF-037", "MSDeApp", "IF_037_MS_DE_APP_RECEIVED"],
  ["IF-033", "MSAppSPRequest", "IF_033_MS_APP_SP_REQUEST_RECEIVED"],
  ["IF-025", "SSCandProfileClass", "IF_025_SSC_AND_PROFILE_CLASS_RECEIVED"],
  ["IF-024", "SN-NoComms", "IF_024_SN_NO_COMMS_RECEIVED"],
  ["IF-018", "DUOSTariffIDChg", "IF_018_DUOS_TARIFF_ID_CHG_RECEIVED"],
  ["REP-002A", "DUoSEmbeddedLDSOAggData", "REP_002A_DUOS_EMBEDDED_LDSO_AGG_DATA_RECEIVED"],
  ["IF-037", "event", "IF_037_RECEIVED"],
  ["D0010", "026", "D0010_RECEIVED"],
  ["ORDERS", "order", "ORDERS_RECEIVED"],
])("%s with the group %s becomes %s", (flow, group, type) => {
  expect(receivedEventType({ flow, group })).toBe(type);
});

describe("the name of an event of half-hourly settlement", () => {
  test.each([
    ["IF_037_MS_DE_APP_RECEIVED", "IF-037 MS de-appointment received"],
    ["IF_041_READING_COS_RECEIVED", "IF-041 change of supplier reading received"],
    ["IF_037_RECEIVED", "IF-037 received"],
    ["IF_037_GREAT_NEW_THING_RECEIVED", "IF-037 great new thing received"],
    [
      "REP_901_DUOS_SUPPLIER_AGG_INV_DATA_RECEIVED",
      "REP-901 DUoS supplier aggregated invoicing data received",
    ],
  ])("of %s is: %s", (type, name) => {
    const catalogue = loadCatalogue();
    expect(eventNames(catalogue, new Map())(type)).toBe(name);
  });

  it("is of one code only, as is its constant", () => {
    const codes = Object.keys(eventCodeNames);
    expect(codes).toHaveLength(119);
    expect(new Set(codes.map(eventCodeConstant)).size).toBe(codes.length);
    expect(new Set(codes.map(eventCodeWords)).size).toBe(codes.length);
    for (const code of codes) expect(eventCodeConstant(code)).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
  });
});

test.each([
  ["[MSDeApp]", "MSDeApp"],
  ["MSDeApp", "MSDeApp"],
  ["[MSDeApp", null],
  ["[]", null],
  ["", null],
  ["[MSDeApp,DSDeApp]", null],
  ["[a\nb]", null],
  [`[${"a".repeat(99)}]`, null],
])("the event code %j without its brackets is %j", (text, bare) => {
  expect(bareEventCode(text)).toBe(bare);
});
