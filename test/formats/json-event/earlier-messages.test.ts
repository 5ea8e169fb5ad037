import { describe, expect, test } from "vitest";
import { generateDocument } from "../../../src/formats/generate/generate.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import { allProblems } from "../flow-text.ts";
import { dataOf, read, shipped } from "./json-text.ts";

type Parsed = ReturnType<typeof JSON.parse>;

/** A made-up message of an interface, changed. */
function message(flow: string, event: string, change: (payload: Parsed) => void): Parsed {
  const definition = shipped.jsonEvents().find((one) => one.flow === flow);
  if (definition === undefined) throw new Error(`There is no ${flow}`);
  for (let seed = 0; seed < 50; seed += 1) {
    const document = generateDocument(definition, shipped, { seed: String(seed) });
    const written = writeDocument(document, shipped);
    if (!written.ok) throw new Error(JSON.stringify(written.problems));
    const value: Parsed = JSON.parse(Buffer.from(written.bytes).toString());
    const [first = value] = Array.isArray(value) ? value : [value];
    const payload = first.payload ?? first;
    if (payload.CommonBlock.S0.eventCode !== event) continue;
    change(payload);
    return { payload };
  }
  throw new Error(`Chance brings no ${event}`);
}

/** Puts a member under another name. */
function rename(block: Parsed, from: string, to: string): void {
  block[to] = block[from];
  delete block[from];
}

/** Code and member of each problem. */
function said(value: Parsed): readonly string[] {
  return allProblems(read(value)).map(({ code, field }) => `${code} ${field ?? "-"}`);
}

/** Blocks that a made-up message may lack. */
function withBlocks(payload: Parsed): Parsed {
  const custom = payload.CustomBlock;
  custom.B013 = { CSSRegistrationID: "REG-77" };
  custom.B032 = {
    profileClass: "02",
    profileClassEffectiveFromDate: "2026-03-21T00:00:00+00:00",
    SSC: "0393",
    SSCEffectiveFromDate: "2026-03-21T00:00:00+00:00",
  };
  custom.B037List = [{ primaryMPAN: "9900012045006", secondaryMPAN: "9900012045371" }];
  return custom;
}

describe("a message as senders of earlier versions write it is taken, with a warning for", () => {
  test.each<[string, string, string, (payload: Parsed) => void, string[]]>([
    [
      "other capitals of what tells the interface",
      "IF-043",
      "[ConnectionTypeChange]",
      ({ CommonBlock: { S0 } }) => rename(S0, "interfaceID", "InterfaceID"),
      ["MEMBER_NAME CommonBlock.S0.interfaceID"],
    ],
    [
      "earlier names in a switch",
      "IF-001",
      "[ChangeOfSupplier]",
      (payload) => {
        const { B002, B003, B013 } = withBlocks(payload);
        rename(B013, "CSSRegistrationID", "CSSRegistrationRequestID");
        rename(B002, "supplierEffectiveFromDate", "incomingSupplierEffectiveFromDate");
        rename(B003, "supplierEffectiveToDate", "outgoingSupplierEffectiveToDate");
      },
      [
        "MEMBER_NAME CustomBlock.B013.CSSRegistrationID",
        "MEMBER_NAME CustomBlock.B002.supplierEffectiveFromDate",
        "MEMBER_NAME CustomBlock.B003.supplierEffectiveToDate",
      ],
    ],
    [
      "an object for a list, and a code that is too short",
      "IF-001",
      "[InitialRegistration]",
      (payload) => {
        const custom = withBlocks(payload);
        custom.B032.SSC = "83";
        [custom.B037List] = custom.B037List;
      },
      ["MEMBER_FORM CustomBlock.B032.SSC", "MEMBER_FORM CustomBlock.B037List"],
    ],
    [
      "a text for a list of texts",
      "IF-020",
      "[RelatedCreate]",
      ({ CommonBlock: { R0 } }) => {
        R0.responseMessages = "MSG0000 - Success";
      },
      ["MEMBER_FORM CommonBlock.R0.responseMessages"],
    ],
    [
      "earlier names around consumption, and a list of one for it",
      "IF-021",
      "[ActivePower]",
      ({ CommonBlock: { S1 }, CustomBlock }) => {
        rename(S1, "environmentTag", "environment");
        rename(S1, "senderTimestamp", "sentTimestamp");
        rename(S1, "senderRoleID", "senderRole");
        for (const { settlementDay } of CustomBlock.B900.settlementDayConsumptionPeriods)
          rename(settlementDay, "periodDuration", "settlementPeriodDuration");
        CustomBlock.B900List = [CustomBlock.B900];
        delete CustomBlock.B900;
      },
      [
        "MEMBER_NAME CommonBlock.S1.environmentTag",
        "MEMBER_NAME CommonBlock.S1.senderTimestamp",
        "MEMBER_NAME CommonBlock.S1.senderRoleID",
        "MEMBER_FORM CustomBlock.B900",
        "MEMBER_NAME CustomBlock.B900",
        "MEMBER_NAME CustomBlock.B900.settlementDayConsumptionPeriods.settlementDay.periodDuration",
      ],
    ],
    [
      "a block that the interface no longer has",
      "IF-044",
      "[MarketSegmentChange]",
      ({ CustomBlock }) => {
        CustomBlock.B010 = { incomingMeteringServiceMPID: "EXMS" };
      },
      ["UNKNOWN_MEMBER CustomBlock.B010"],
    ],
  ])("%s (%s)", (_what, flow, event, change, expected) => {
    const value = message(flow, event, change);
    expect(said(value).toSorted()).toEqual(expected.toSorted());
    expect(read(value)).toMatchObject({ invalid: 0, messages: 1 });
  });

  test("members under earlier names, which data has under those of today", () => {
    const value = message("IF-021", "[ActivePower]", ({ CustomBlock }) => {
      CustomBlock.B900List = [CustomBlock.B900];
      delete CustomBlock.B900;
    });
    const right = message("IF-021", "[ActivePower]", () => undefined);
    expect(dataOf(read(value))).toEqual(dataOf(read(right)));
  });

  test("several under an earlier name of one, which are kept as they are", () => {
    const value = message("IF-021", "[ActivePower]", ({ CustomBlock }) => {
      CustomBlock.B900List = [CustomBlock.B900, CustomBlock.B900];
      delete CustomBlock.B900;
    });
    expect(said(value)).toEqual([
      "MEMBER_MISSING CustomBlock.B900",
      "UNKNOWN_MEMBER CustomBlock.B900List",
    ]);
  });
});

describe("a message that its process could not use is invalid, and what is wrong is named:", () => {
  test.each<[string, string, string, (payload: Parsed) => void, string]>([
    [
      "a mistyped metering point",
      "IF-043",
      "[ConnectionTypeChange]",
      ({ CommonBlock: { M0 } }) => {
        M0.MPANCore = "9900012045007";
      },
      "SUBJECT_CHECK_DIGIT CommonBlock.M0.MPANCore",
    ],
    [
      "an event code of another interface",
      "IF-043",
      "[ConnectionTypeChange]",
      ({ CommonBlock: { S0 } }) => {
        S0.eventCode = "[MSDeApp]";
      },
      "UNKNOWN_CODE CommonBlock.S0.eventCode",
    ],
    [
      "no metering point",
      "IF-043",
      "[ConnectionTypeChange]",
      ({ CommonBlock }) => {
        delete CommonBlock.M0;
      },
      "MISSING_VALUE CommonBlock.M0",
    ],
  ])("%s", (_what, flow, event, change, expected) => {
    const value = message(flow, event, change);
    expect(said(value)).toContain(expected);
    expect(read(value)).toMatchObject({ invalid: 1, messages: 1 });
  });
});
