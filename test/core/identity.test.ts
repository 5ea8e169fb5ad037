import { describe, expect, it } from "vitest";
import type { Envelope } from "../../src/core/file/envelope.ts";
import { businessIdentity, isSentAgain, judgeArrival } from "../../src/core/file/identity.ts";

const envelope: Envelope = {
  family: "user-file",
  flow: "D0010",
  version: "002",
  fileIdentifier: "0000475656",
  from: { role: "D", participant: "MADE" },
  to: { role: "X", participant: "UPCO" },
  created: "20160302153151",
  testFlag: "OPER",
};

describe("the business identity of a file", () => {
  it("is who sent it, which flow, and the sender's own identifier as text", () => {
    expect(businessIdentity(envelope)).toBe("D|MADE|D0010|0000475656");
  });

  it("is the same whatever the version, the receiver or the time", () => {
    const other = {
      ...envelope,
      version: "001",
      to: { role: null, participant: null },
      created: null,
    };
    expect(businessIdentity(other)).toBe(businessIdentity(envelope));
  });

  it.each([
    ["the role", { from: { role: "M", participant: "MADE" } }],
    ["the sender", { from: { role: "D", participant: "ELSE" } }],
    ["the flow", { flow: "D0019" }],
    ["the identifier", { fileIdentifier: "475656" }],
    ["data that is a test", { testFlag: "TR01" }],
  ])("differs with %s", (_, change) => {
    expect(businessIdentity({ ...envelope, ...change })).not.toBe(businessIdentity(envelope));
  });

  it("is none without an envelope or an identifier", () => {
    expect(businessIdentity(null)).toBeNull();
    expect(businessIdentity({ ...envelope, fileIdentifier: null })).toBeNull();
  });
});

describe("the verdict on an arrival", () => {
  it.each([
    [false, null, null, "recorded", null],
    [false, null, 2, "conflict", 2],
    [false, 1, null, "duplicate", 1],
    [false, 1, 2, "duplicate", 1],
    [true, null, null, "rejected", null],
    [true, null, 2, "rejected", null],
    [true, 1, null, "duplicate", 1],
  ] as const)("refused %s, same bytes %s, same identity %s: %s of %s", (...row) => {
    const [refused, sameBytes, sameIdentity, state, otherFile] = row;
    expect(judgeArrival(refused, { sameBytes, sameIdentity })).toEqual({ state, otherFile });
  });
});

describe("an arrival beside an active one of its identity", () => {
  it.each([
    ["says that it is sent again", true, { replay: false, waits: false }, true],
    ["is what was sent again before", false, { replay: true, waits: false }, true],
    ["is another", false, { replay: false, waits: false }, false],
    ["was sent again like that one", true, { replay: true, waits: false }, false],
    ["may mend that one, which waits", true, { replay: false, waits: true }, false],
  ] as const)("%s", (_, replay, twin, expected) => {
    expect(isSentAgain(replay, twin)).toBe(expected);
  });
});
