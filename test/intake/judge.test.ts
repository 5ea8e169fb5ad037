import { describe, expect, test } from "vitest";
import type { AddresseeRule } from "../../src/core/file/addressee.ts";
import type { Outcome } from "../../src/core/file/document.ts";
import type { Envelope } from "../../src/core/file/envelope.ts";
import { type FlowSettings, usualFlowSettings } from "../../src/core/file/flow-settings.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { judgeOutcome } from "../../src/intake/file/judge.ts";

const shipped = loadCatalogue();

interface Wish {
  readonly live?: boolean;
  readonly addressee?: AddresseeRule;
  readonly settings?: Partial<FlowSettings>;
  readonly envelope?: Partial<Envelope>;
  readonly outcome?: Partial<Outcome>;
}

function judge({ live = false, addressee, settings = {}, envelope = {}, outcome = {} }: Wish) {
  const catalogue = {
    ...shipped,
    settings: () => ({ ...usualFlowSettings, ...settings }),
    ...(addressee !== undefined && { addressee }),
  };
  const read: Outcome = {
    envelope: {
      family: "user-file",
      flow: "D0010",
      version: "002",
      fileIdentifier: "1",
      from: { role: "D", participant: "UDMS" },
      to: { role: "X", participant: "SUPP" },
      created: "20240701120000",
      testFlag: "OPER",
      ...envelope,
    },
    problems: [],
    messages: 3,
    invalid: 0,
    lines: 9,
    ...outcome,
  };
  return judgeOutcome({ catalogue, live }, read, Date.UTC(2024, 6, 1, 12)).outcome;
}

const codes = ({ problems }: Outcome) => problems.map(({ code }) => code);

describe("test data", () => {
  test("awaits release in a live installation, and nowhere else", () => {
    const envelope = { testFlag: "TR01" };
    expect(judge({ live: true, envelope }).awaitsRelease).toMatchObject({
      code: "TEST_DATA",
      severity: "error",
      value: "TR01",
    });
    expect(judge({ live: false, envelope }).awaitsRelease ?? null).toBeNull();
    expect(judge({ live: true }).awaitsRelease ?? null).toBeNull();
  });

  test("an empty flag is taken as live: with a warning where it should be filled", () => {
    const judged = judge({ live: true, envelope: { testFlag: null } });
    expect(judged.awaitsRelease ?? null).toBeNull();
    expect(codes(judged)).toEqual(["NO_TEST_FLAG"]);
    const settlement = { testFlag: null, family: "settlement", flow: "E0511", version: "001" };
    expect(codes(judge({ live: true, envelope: settlement }))).toEqual([]);
  });
});

describe("a file for somebody else", () => {
  const warn = { ours: ["SUPA", "M:SUPP"], notForUs: "warn" } as const;
  const awaitRelease = { ...warn, notForUs: "await-release" } as const;
  const toSupa = { to: { role: "X", participant: "SUPA" } };

  test("has a warning, or awaits release where the settings say so", () => {
    expect(judge({ addressee: warn })).toMatchObject({
      awaitsRelease: null,
      problems: [{ code: "NOT_FOR_US", severity: "warning", value: "SUPP" }],
    });
    const waiting = judge({ addressee: awaitRelease });
    expect(waiting.awaitsRelease).toMatchObject({ code: "NOT_FOR_US", severity: "error" });
    expect(waiting.problems).toEqual([]);
  });

  test("is one that names another recipient than us, in any role or the one that we are it in", () => {
    for (const addressee of [warn, awaitRelease])
      for (const to of [
        toSupa.to,
        { role: "M", participant: "SUPP" },
        { role: null, participant: null },
        { role: "X", participant: "" },
      ])
        expect(codes(judge({ addressee, envelope: { to } }))).not.toContain("NOT_FOR_US");
  });

  test("that is test data as well awaits one release, and says both", () => {
    const both = judge({ addressee: awaitRelease, live: true, envelope: { testFlag: "TR01" } });
    expect(both.awaitsRelease).toMatchObject({ code: "NOT_FOR_US" });
    expect(both.problems).toMatchObject([{ code: "TEST_DATA", severity: "warning" }]);
    const one = judge({ addressee: warn, live: true, envelope: { testFlag: "TR01" } });
    expect(one.awaitsRelease).toMatchObject({ code: "TEST_DATA" });
    expect(one.problems).toMatchObject([{ code: "NOT_FOR_US", severity: "warning" }]);
  });

  test("is not looked at where nobody said who we are", () => {
    expect(codes(judge({ envelope: { to: { role: "Z", participant: "OSUP" } } }))).not.toContain(
      "NOT_FOR_US",
    );
  });
});

test("one bad message refuses the file where a setting says so", () => {
  const outcome = { invalid: 1 };
  expect(codes(judge({ outcome }))).toEqual([]);
  expect(codes(judge({ outcome, settings: { refuse: "file" } }))).toEqual(["MESSAGE_REFUSES_FILE"]);
  expect(codes(judge({ settings: { refuse: "file" } }))).toEqual([]);
});

describe("the place in a sequence", () => {
  const envelope = { flow: "D0217", from: { role: "P", participant: "UDMS" } };
  const outcome = { sequenceNumber: "0012" };

  test("is the number in the data, by the definition's rule", () => {
    expect(judge({ envelope, outcome }).sequence).toEqual({
      number: 12,
      check: "warn",
      onGap: "pass",
      waitForMs: 86_400_000,
    });
    expect(judge({}).sequence ?? null).toBeNull();
    expect(judge({ envelope, outcome: { sequenceNumber: "twelve" } }).sequence ?? null).toBeNull();
  });

  test("is looked at as the settings of flow and sender say", () => {
    const sequence = { check: "strict" } as const;
    expect(judge({ envelope, outcome, settings: { sequence } }).sequence?.check).toBe("strict");
    const senders = { "P:UDMS": { sequence: { check: "off" } } } as const;
    const settings = { sequence, senders };
    expect(judge({ envelope, outcome, settings }).sequence ?? null).toBeNull();
    const other = { ...envelope, from: { role: "P", participant: "OTHR" } };
    expect(judge({ envelope: other, outcome, settings }).sequence?.check).toBe("strict");
  });

  test("is in the header of settlement and UK Link files", () => {
    const settlement = { family: "settlement", flow: "E0511", fileIdentifier: "77" };
    expect(judge({ envelope: settlement }).sequence?.number).toBe(77);
    const ukLink = { family: "uk-link", flow: "TRS", version: null, fileIdentifier: "000123" };
    expect(judge({ envelope: ukLink }).sequence?.number).toBe(123);
  });
});
