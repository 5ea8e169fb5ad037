import { beforeAll, describe, expect, it } from "vitest";
import { readDocument } from "../../src/formats/recognise.ts";
import type { InstallationAccount } from "../../src/market/oracle/account.ts";
import { judge } from "../../src/market/oracle/judge.ts";
import { type PlannedSwitch, processOf } from "../../src/market/plan/switches.ts";
import type { PartyEntry } from "../../src/market/post/ledger.ts";
import { catalogue, type Played, play } from "./played.ts";

const told = (ledger: readonly PartyEntry[], mpan: string) =>
  ledger
    .filter(({ way, about }) => way === "sent" && about === mpan)
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
    .map(({ flow, says }) => `${flow} ${says}`.trim());

let played: Played;
beforeAll(async () => {
  played = await play({ switches: 120, path: "mixed", losing: 1, seed: "2" });
});

/** A plan of which something is so. */
function planWhere(is: (plan: PlannedSwitch) => boolean): PlannedSwitch {
  const plan = played.plans.find(is);
  if (plan === undefined) throw new Error("None of the switches is so");
  return plan;
}

const isPlain = ({ leaving }: PlannedSwitch) =>
  leaving !== null &&
  !(leaving.asksToObject || leaving.isMistake || leaving.wish !== null) &&
  leaving.debtSince === null &&
  leaving.contractEnds === null &&
  leaving.proposes === null;

const plainLegacy = () =>
  planWhere((plan) => isPlain(plan) && plan.path === "legacy" && plan.metering === "NHH");

describe("a market that takes points away", () => {
  it("tells of a loss to its end: by notices, the contract list, and a closing reading", () => {
    const { mpan, reading, tellsReading } = plainLegacy();
    expect(told(played.ledger, mpan).toSorted()).toEqual(
      [
        "CONTRACTS 0.00",
        "CSS02700 Invitation",
        "CSS02370 SecuredInactive",
        "CSS-STATUS Inactive",
        `D0086 ${tellsReading ? "A" : "D"} ${reading}`,
      ].toSorted(),
    );
  });

  it("ends the services of a point in half-hourly settlement, whose data service reads it", () => {
    const { mpan, reading } = planWhere((plan) => isPlain(plan) && plan.path === "mhhs");
    expect(told(played.ledger, mpan)).toEqual(
      expect.arrayContaining([
        "IF-037 [MSDeApp]",
        "IF-037 [DSDeApp]",
        `IF-041 [ReadingCOS] ${reading}`,
      ]),
    );
  });

  it("writes nothing that a reader finds wrong", () => {
    for (const { name, bytes } of played.mailbox.all) {
      const { problems, items } = readDocument(bytes, catalogue);
      const wrong = [...problems, ...items.flatMap((item) => item.problems)];
      expect([name, wrong]).toEqual([name, []]);
    }
  });

  it("has suppliers that propose readings, and that took a point by mistake", () => {
    const said = new Set(played.ledger.map(({ flow, says }) => `${flow} ${says.split(" ")[0]}`));
    expect([said.has("D0300 P"), said.has("D0301 A")]).toEqual([true, true]);
  });
});

const day = "2026-02-20T12:00:00.000Z";

function entry(plan: PlannedSwitch, fields: Partial<PartyEntry>): PartyEntry {
  return {
    ...{ at: day, party: "CSS", way: "received", with: "X:SUPP", flow: "CSS-OBJECT" },
    ...{ about: plan.mpan, says: "", registration: null, file: "SHOWN_1", fate: null },
    ...fields,
  };
}

/** What a supplier by the book would have sent about a plain loss. */
function byTheBook(plan: PlannedSwitch): PartyEntry[] {
  const [collector, aggregator] = [plan.oldCollector, plan.aggregators[0] ?? ""];
  const to = (party: string, flow: string, says: string) => entry(plan, { party, flow, says });
  return [
    to(`M:${plan.oldOperator}`, "D0151", "LC"),
    to(`D:${collector}`, "D0151", "LC"),
    to(`B:${aggregator}`, "D0151", "LC"),
    to(`X:${plan.otherSupplier}`, "D0311", ""),
    to("BILLING", "FINALBILL", `${plan.reading}.0 A`),
  ];
}

/** The rules that are complained of, of a ledger that is judged for one switch. */
function broken(
  plan: PlannedSwitch,
  said: readonly PartyEntry[],
  { status = "lost", without = [] }: { status?: string; without?: readonly string[] } = {},
) {
  const about = played.ledger.filter(
    (one) => one.about === plan.mpan && one.way === "sent" && !without.includes(one.says),
  );
  const files = ["SHOWN_1", ...about.flatMap(({ file }) => file ?? [])];
  const account: InstallationAccount = {
    processes: [{ ...processOf(plan), status }],
    stuck: [],
    files: files.map((name) => ({ name, state: "recorded" })),
    leaving: [],
  };
  const { complaints } = judge([plan], [...about, ...said], account);
  return [...new Set(complaints.map(({ rule }) => rule))];
}

describe("the oracle of losses", () => {
  it("has nothing to say where all is by the book", () => {
    const plan = plainLegacy();
    expect(broken(plan, byTheBook(plan))).toEqual([]);
  });

  it("sees a loss that is not where it was last reported to be", () => {
    const plan = plainLegacy();
    for (const status of ["invited to intervene", "kept, withdrawn", "supplied"])
      expect(broken(plan, byTheBook(plan), { status })).toEqual(["accounted-for"]);
    expect(broken(plan, byTheBook(plan), { status: "lost: closing reading overdue" })).toEqual([]);
  });

  it("sees an objection without a ground, one that is too late, and one that is missing", () => {
    const plain = plainLegacy();
    const objection = { flow: "CSS-OBJECT", says: "Object Debt", at: "2026-01-12T10:00:00.000Z" };
    expect(broken(plain, [...byTheBook(plain), entry(plain, objection)])).toEqual([
      "objection-by-the-rules",
    ]);
    const owing = planWhere(
      ({ leaving, askAt, path, metering }) =>
        path === "legacy" &&
        metering === "NHH" &&
        leaving?.asksToObject === true &&
        leaving.listedAt === askAt,
    );
    const says = "Object CustomerRequest";
    const inTime = new Date(owing.askAt + 3_600_000).toISOString();
    const book = byTheBook(owing);
    expect(broken(owing, book)).toContain("objection-by-the-rules");
    expect(broken(owing, [...book, entry(owing, { says, at: inTime })])).not.toContain(
      "objection-by-the-rules",
    );
    expect(broken(owing, [...book, entry(owing, { says })])).toContain("objection-by-the-rules");
  });

  it("sees agents that are notified twice, early, for another reason, or not at all", () => {
    const plan = plainLegacy();
    const book = byTheBook(plan);
    const [first, ...rest] = book;
    if (first === undefined) throw new Error("Agents are told");
    expect(broken(plan, rest)).toEqual(["agents-told-once"]);
    expect(broken(plan, [...book, first])).toEqual(["agents-told-once", "secured-twice"]);
    for (const changed of [{ at: "2026-01-12T09:30:00.000Z" }, { says: "OB" }])
      expect(broken(plan, [{ ...first, ...changed }, ...rest])).toEqual(["agents-told-once"]);
    const half = planWhere((one) => isPlain(one) && one.path === "mhhs");
    expect(broken(half, [entry(half, { flow: "D0151", party: "M:MOPA", says: "LC" })])).toContain(
      "agents-told-once",
    );
  });

  it("sees a new supplier that was notified twice, or nothing", () => {
    const plan = plainLegacy();
    const book = byTheBook(plan);
    const information = book.filter(({ flow }) => flow === "D0311");
    expect(broken(plan, [...book, ...information])).toContain("new-supplier-told-once");
    const without = book.filter(({ flow }) => flow !== "D0311");
    expect(broken(plan, without)).toEqual(["new-supplier-told-once"]);
  });

  it("sees a bill with another reading, without one, and of a supply that is kept", () => {
    const plan = plainLegacy();
    const book = byTheBook(plan);
    const others = book.filter(({ flow }) => flow !== "FINALBILL");
    expect(broken(plan, others)).toEqual(["final-bill"]);
    const bill = entry(plan, { party: "BILLING", flow: "FINALBILL", says: "7.0 A" });
    expect(broken(plan, [...others, bill])).toEqual(["final-bill"]);
    const end = entry(plan, { way: "sent", flow: "CSS-STATUS", says: "Annulled" });
    const row = (says: string) => [end, entry(plan, { party: "BILLING", flow: "FINALBILL", says })];
    const isKept = { status: "kept, annulled", without: ["SecuredInactive", "Inactive"] };
    expect(broken(plan, row("7.0 A"), isKept)).toEqual(["final-bill"]);
    expect(broken(plan, row("none"), isKept)).toEqual([]);
  });

  it("sees a secured notice for a loss that was called off which nobody was shown", () => {
    const plan = plainLegacy();
    const end = entry(plan, { way: "sent", flow: "CSS-STATUS", says: "Withdrawn" });
    expect(broken(plan, [...byTheBook(plan), end], { status: "kept, withdrawn" })).toEqual([
      "secured-when-ended",
    ]);
  });
});
