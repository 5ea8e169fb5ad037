import { expect, it } from "vitest";
import type { SwitchStory } from "../../src/market/oracle/account.ts";
import { platformTold, refusalsSeen } from "../../src/market/oracle/platform-rules.ts";
import type { PartyEntry } from "../../src/market/post/ledger.ts";

const entry = (fields: Partial<PartyEntry>): PartyEntry => ({
  ...{ at: "2026-01-13T12:00:00.000Z", party: "REGS:DNOA", way: "sent", with: ":8800000001" },
  ...{
    flow: "IF-035",
    about: "1000000000000",
    says: "",
    registration: null,
    file: "F1",
    fate: null,
  },
  ...fields,
});

const answer = (says: string) =>
  entry({ party: "DIP", way: "received", flow: "MHHS-STATUS", about: "", says, file: "S1" });

const account = (state: string) => ({
  ...{ processes: [], stuck: [], leaving: [] },
  files: [{ name: "F1", state }],
});

const told = (...ledger: readonly PartyEntry[]) =>
  platformTold(ledger, account("recorded")).map(({ text }) => text);

it("has a file answered once, by what is in it", () => {
  expect(told(entry({}), entry({}), answer("201 F1"))).toEqual([]);
  expect(told(entry({}), entry({ fate: "bad" }), answer("207 F1"))).toEqual([]);
  expect(told(entry({}), entry({ fate: "bad" }), answer("201 F1"))).toEqual([
    "F1 is to be answered by 207, and was by 201",
  ]);
  expect(told(entry({}), answer("201 F1"), answer("201 F1"))).toEqual([
    "F1 is to be answered by 201, and was by 201, 201",
  ]);
});

it("asks nothing of a file that brings something again, nor of one that is not taken", () => {
  for (const fate of ["late", "repeated", "damaged"] as const)
    expect(told(entry({}), entry({ fate }))).toEqual([]);
  expect(platformTold([entry({})], account("conflict"))).toEqual([]);
  const before = entry({ file: "F0", fate: "damaged" });
  expect(told(before, entry({}), answer("207 F1"))).toEqual([]);
});

it("has what the platform refused seen by people, or sent again, unless the switch is over", () => {
  const refused = entry({
    ...{ party: "DIP", flow: "DIP-ANSWER", says: "refused IF-031", file: "A1" },
    at: "2026-01-14T10:00:00.000Z",
  });
  const story = (more: Partial<SwitchStory>) =>
    refusalsSeen({
      plan: { mpan: "1000000000000", start: "2026-01-20", leaving: null },
      ...{ told: [refused], said: [], process: null, stuck: [] },
      ...more,
    } as unknown as SwitchStory).map(({ text }) => text);
  expect(story({})).toEqual([
    "the platform refused IF-031 at 2026-01-14T10:00:00.000Z, and nothing says so",
  ]);
  const again = entry({ way: "received", flow: "IF-031", at: "2026-01-15T11:00:00.000Z" });
  expect(story({ said: [again] })).toEqual([]);
  const first = { ...again, at: "2026-01-13T11:00:00.000Z", fate: "refused" } as const;
  expect(story({ said: [first] })).toHaveLength(1);
  expect(story({ told: [{ ...refused, fate: "lost", file: null }] })).toEqual([]);
  expect(story({ told: [refused, entry({ flow: "CSS-STATUS", says: "Withdrawn" })] })).toEqual([]);
  const status = "pending: message refused by the platform";
  expect(story({ process: { type: "switch-gain", key: "K", status } })).toEqual([]);
});
