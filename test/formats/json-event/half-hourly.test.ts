import { describe, expect, it, test } from "vitest";
import { isTestData } from "../../../src/core/file/envelope.ts";
import { businessIdentity } from "../../../src/core/file/identity.ts";
import { judgeOutcome } from "../../../src/intake/file/judge.ts";
import { dataOf, mpan, read, readings, shipped } from "./json-text.ts";

type Json = Readonly<Record<string, unknown>>;

/** A message with other members in some of its common blocks. */
function message(blocks: Readonly<Record<string, Json | undefined>>): Json {
  const { CommonBlock, CustomBlock } = readings() as Record<string, Record<string, Json>>;
  const common = Object.entries({ ...CommonBlock, ...blocks }).flatMap(([name, block]) =>
    block === undefined ? [] : [[name, { ...CommonBlock?.[name], ...block }]],
  );
  return { payload: { CommonBlock: Object.fromEntries(common), CustomBlock } };
}

describe("the environment tag", () => {
  test.each([
    ["PRD", false],
    ["SIT", true],
    ["UIT", true],
    ["DEV", true],
    ["OPER", true],
    ["prd", true],
  ])("%s: test data %s", (environmentTag, isTest) => {
    const { envelope } = read(message({ S1: { environmentTag } }));
    expect(envelope?.testFlag).toBe(environmentTag);
    expect(envelope !== null && isTestData(envelope)).toBe(isTest);
    expect(businessIdentity(envelope)?.endsWith("|test")).toBe(isTest);
  });

  it("has a message await release in a live installation, which says what it is not", () => {
    const judging = { catalogue: shipped, live: true };
    const waiting = judgeOutcome(judging, read(message({ S1: { environmentTag: "SIT" } })), 0);
    expect(waiting.outcome.awaitsRelease).toMatchObject({ code: "TEST_DATA", value: "SIT" });
    expect(waiting.outcome.awaitsRelease?.message).toContain('("SIT", not PRD)');
    const live = judgeOutcome(judging, read(message({ S1: { environmentTag: "PRD" } })), 0);
    expect(live.outcome.awaitsRelease ?? null).toBeNull();
  });
});

describe("recipients", () => {
  const A0 = {
    primaryRecipients: ["8800000001", "8800000002"],
    secondaryRecipients: ["8800000003"],
    always: ["8800000004"],
  };

  it("are all that a message names, the first of them in its envelope", () => {
    const document = read(message({ A0 }));
    expect(document.envelope?.to.participant).toBe("8800000001");
    expect(document.recipients).toEqual(Object.values(A0).flat());
  });

  test.each(["8800000001", "8800000002", "8800000003", "8800000004", "8800000005"])(
    "are we where %s is ours",
    (ours) => {
      const addressee = { ours: [ours], notForUs: "await-release" } as const;
      const catalogue = { ...shipped, addressee };
      const { outcome } = judgeOutcome({ catalogue, live: false }, read(message({ A0 })), 0);
      expect(outcome.awaitsRelease?.code ?? null).toBe(ours.endsWith("5") ? "NOT_FOR_US" : null);
    },
  );
});

describe("the replay indicator", () => {
  test.each([
    [true, true],
    [false, false],
    [undefined, false],
    ["true", true],
  ])("%s: sent again %s", (replayIndicator, replay) => {
    const document = read(message({ D0: { replayIndicator } }));
    expect(document.replay ?? false).toBe(replay);
    const { outcome } = judgeOutcome({ catalogue: shipped, live: false }, document, 0);
    expect(outcome.sameness?.replay ?? false).toBe(replay);
  });

  it("is not the file's where there are several messages in it", () => {
    const again = message({ D0: { replayIndicator: true } });
    expect(read([again, again]).replay).toBeUndefined();
  });
});

it("keeps the platform's transaction id with what is known of a message", () => {
  const transactionID = "T-IF-041-7700000001-SUP-20250811-0123456789";
  const document = read(message({ D0: { transactionID } }));
  expect(document.otherIdentifiers).toEqual([transactionID]);
  expect(read(message({ D0: { transactionID: null } })).otherIdentifiers).toBeUndefined();
  expect(dataOf(document).$known).toMatchObject({
    transactionId: transactionID,
    eventCode: ["ReadingCOS"],
  });
});

it("takes the metering point from block M1 where that is in place of M0", () => {
  const S0 = { interfaceID: "IF-019", eventCode: "[LinkedImportExportCreate]" };
  const linked = read(message({ S0, M0: undefined, M1: { principalMPAN: mpan } }));
  expect(linked.items).toMatchObject([
    { subject: { kind: "mpan", key: mpan }, group: "LinkedImportExportCreate" },
  ]);
  const neither = read(message({ S0, M0: undefined }));
  expect(neither.items).toMatchObject([{ subject: null }]);
});

describe("the custom block is", () => {
  const problemsOf = (interfaceID: string, event: string) => {
    const { payload } = message({ S0: { interfaceID, eventCode: `[${event}]` } });
    const { CommonBlock } = payload as Json;
    return read({ payload: { CommonBlock } })
      .items.flatMap(({ problems }) => problems)
      .filter(({ field }) => field === "CustomBlock");
  };

  test.each([
    ["IF-015", "ConsumptionReplay"],
    ["IF-016", "ConsumptionRequestRejected"],
    ["IF-038", "DirectContractMSRemove"],
    ["IF-038", "DirectContractDSRemove"],
    ["IF-039", "DirectContractMSRemove"],
    ["IF-039", "DirectContractDSRemove"],
  ])("not missed in %s with %s, which has none", (interfaceID, event) => {
    expect(problemsOf(interfaceID, event)).toEqual([]);
  });

  test.each([
    ["IF-038", "DirectContractMSAdd"],
    ["IF-016", "ActivePower"],
    ["IF-041", "ReadingCOS"],
  ])("missed in %s with %s", (interfaceID, event) => {
    expect(problemsOf(interfaceID, event)).toMatchObject([{ severity: "warning" }]);
  });
});

describe("a settlement day is a UTC day of up to 48 periods", () => {
  /** Active power of one day that begins so, with so many periods. */
  const power = (begins: string, periods: number) => {
    const settlementDay = { settlementDayDate: begins, periodDuration: 30 };
    const start = Date.parse("2026-10-25T00:00:00Z");
    const consumptionPeriods = Array.from({ length: periods }, (_, at) => ({
      sp: new Date(start + (at + 1) * 1_800_000).toISOString().replace(".000Z", "+00:00"),
      v: "0.125",
      q: "A",
      e: null,
      arc: null,
    }));
    const { payload } = message({ S0: { interfaceID: "IF-021", eventCode: "[ActivePower]" } });
    const CustomBlock = {
      B900: {
        MQID: { measurementQuantityID: "AI" },
        settlementDayConsumptionPeriods: [{ settlementDay, consumptionPeriods }],
      },
    };
    const document = read([{ payload: { ...(payload as Json), CustomBlock } }]);
    return document.items.flatMap(({ problems }) =>
      problems
        .filter(({ field }) => field?.includes("settlementDayConsumptionPeriods") === true)
        .map(({ code, field }) => `${code} ${field?.split(".").at(-1)}`),
    );
  };

  test.each([
    ["2026-10-25T00:00:00+00:00", 48, []],
    ["2026-10-25T00:00:00+00:00", 46, []],
    ["2026-10-25T00:00:00+00:00", 50, ["MEMBER_FORM consumptionPeriods"]],
    ["2026-10-25T00:00:00+01:00", 48, ["MEMBER_FORM settlementDayDate"]],
    ["2026-10-24T23:00:00+00:00", 48, ["MEMBER_FORM settlementDayDate"]],
  ])("%s with %i", (begins, periods, expected) => {
    expect(power(begins, periods)).toEqual(expected);
  });
});
