import { beforeAll, describe, expect, it } from "vitest";
import type { InstallationAccount, StuckAccount } from "../../src/market/oracle/account.ts";
import type { RuleName } from "../../src/market/oracle/complaint.ts";
import { judge } from "../../src/market/oracle/judge.ts";
import { noAgentsInHalfHours } from "../../src/market/oracle/rules.ts";
import { type PlannedSwitch, switchKey } from "../../src/market/plan/switches.ts";
import type { PartyEntry } from "../../src/market/post/ledger.ts";
import { type Played, play } from "./played.ts";

let played: Played;
beforeAll(async () => {
  played = await play({ switches: 4, path: "mixed" });
});

const day = "2026-01-13T12:00:00.000Z";

/** What an installation says in which every switch is active. */
function wellKept({ plans, ledger }: Played): InstallationAccount {
  return {
    processes: plans.map((plan) => ({
      type: "switch-gain",
      key: switchKey(plan),
      status: "active",
    })),
    stuck: [],
    files: [
      null,
      "SHOWN_1",
      ...ledger.map(({ way, file }) => (way === "sent" ? file : null)),
    ].flatMap((name) => (name === null ? [] : [{ name, state: "recorded" }])),
    leaving: [],
  };
}

/** The switch of one path. */
function planOf(path: "legacy" | "mhhs"): PlannedSwitch {
  const plan = played.plans.find((one) => one.path === path);
  if (plan === undefined) throw new Error(`No switch is ${path}`);
  return plan;
}

function entry(plan: PlannedSwitch, fields: Partial<PartyEntry>): PartyEntry {
  return {
    ...{ at: day, party: "M:MOPA", way: "received", with: "X:SUPP", flow: "D0155" },
    ...{ about: plan.mpan, says: "", registration: null, file: "SHOWN_1", fate: null },
    ...fields,
  };
}

/** What an account is when a switch has another status. */
function withStatus(plan: PlannedSwitch, status: string | null): InstallationAccount {
  const account = wellKept(played);
  const key = switchKey(plan);
  const processes = account.processes.map((one) => (one.key === key ? { ...one, status } : one));
  return { ...account, processes };
}

const stuckOn = ({ mpan, start }: PlannedSwitch): StuckAccount => ({
  kind: "action",
  cause: "a call",
  item: "action 7",
  name: `${mpan}@${start}`,
  reason: "secured, though it was withdrawn",
});

interface Wrong {
  readonly ledger?: readonly PartyEntry[];
  readonly account?: InstallationAccount;
}

/** The platform was told of the file that entries of these tests are in. */
const answered: PartyEntry = {
  ...{ at: day, party: "DIP", way: "received", with: "X:SUPP", flow: "MHHS-STATUS" },
  ...{ about: "", says: "201 SHOWN_1", registration: null, file: "S1", fate: null },
};

/** The rules that are complained of. */
function broken({ ledger = played.ledger, account = wellKept(played) }: Wrong): RuleName[] {
  return judge(played.plans, [...ledger, answered], account).complaints.map(({ rule }) => rule);
}

/** The ledger with more in it. */
const also = (...more: readonly PartyEntry[]) => [...played.ledger, ...more];

/** An end that the installation was told of, in place of what made the switch active. */
function ended(plan: PlannedSwitch, says: string, ...more: readonly PartyEntry[]) {
  const goesOn = new Set(["SecuredActive", "Active", "Confirmed"]);
  const before = played.ledger.filter(
    (one) => one.about !== plan.mpan || !(goesOn.has(one.says) || one.at > "2026-01-17"),
  );
  const at = "2026-01-16T09:00:00.000Z";
  const end = { way: "sent", party: "CSS", flow: "CSS-STATUS", says, at } as const;
  return [...before, entry(plan, end), ...more];
}

describe("the oracle", () => {
  it("has nothing to say where all is well", () => {
    expect(judge(played.plans, played.ledger, wellKept(played)).complaints).toEqual([]);
  });

  it("names the switch, the rule and the files", () => {
    const plan = planOf("legacy");
    const account = withStatus(plan, "pending");
    const active = played.ledger.find(
      ({ about, says }) => about === plan.mpan && says === "Active",
    );
    expect(judge(played.plans, played.ledger, account).complaints).toContainEqual({
      rule: "accounted-for",
      switch: switchKey(plan),
      text: 'it is "pending", and the switching service said Active',
      files: [active?.file],
    });
  });

  it("misses a switch without a process, and one that cannot be built", () => {
    const account = wellKept(played);
    const processes = account.processes.slice(1);
    expect(broken({ account: { ...account, processes } })).toEqual(["accounted-for"]);
    expect(broken({ account: withStatus(planOf("mhhs"), null) })).toEqual(["accounted-for"]);
  });

  it("takes what is stuck with a reason for accounted for", () => {
    const plan = planOf("mhhs");
    const account = { ...withStatus(plan, "pending"), stuck: [stuckOn(plan)] };
    expect(broken({ account })).toEqual([]);
  });

  it("takes a file in conflict that its sender meant for the switch for accounted for", () => {
    const plan = planOf("mhhs");
    const sent = played.ledger.find(
      ({ about, way, file }) => about === plan.mpan && way === "sent" && file !== null,
    );
    const account = (kind: string): InstallationAccount => ({
      ...withStatus(plan, "pending"),
      stuck: [{ kind, cause: "a cause", item: "file 7", name: sent?.file ?? "", reason: "" }],
    });
    expect(broken({ account: account("conflict") })).toEqual([]);
    expect(broken({ account: account("refused") })).toEqual(["accounted-for"]);
  });

  it("misses a file that the installation does not know", () => {
    const account = wellKept(played);
    expect(
      broken({
        account: {
          ...account,
          files: account.files.filter(({ name }) => name !== account.files[1]?.name),
        },
      }),
    ).toEqual(["files-accounted-for"]);
  });

  it("misses what was promised and not sent", () => {
    const account = { ...wellKept(played), leaving: ["D0155_MMOPA_0000000001.usr is ready"] };
    expect(broken({ account })).toEqual(["nothing-unsent"]);
  });

  it("sees a D0155 before the switch was known to be pending", () => {
    const plan = planOf("mhhs");
    const early = entry(planOf("legacy"), { at: "2026-01-12T09:01:00.000Z", says: "early" });
    expect(broken({ ledger: also(early) })).toEqual(["pending-before-appointment"]);
    const lost = played.ledger.filter(
      ({ about, says }) =>
        about !== planOf("legacy").mpan ||
        !["Pending", "Confirmed", "SecuredActive"].includes(says),
    );
    expect(broken({ ledger: lost })).toContain("pending-before-appointment");
    expect(plan.path).toBe("mhhs");
  });

  it("sees agents appointed where the point is in half-hourly settlement, and services where it is not", () => {
    const plan = planOf("mhhs");
    for (const flow of ["D0153", "D0148"])
      expect(broken({ ledger: also(entry(plan, { flow })) })).toEqual(["no-agents-in-half-hours"]);
    const service = entry(planOf("legacy"), { flow: "IF-031", party: "DNOA" });
    expect(broken({ ledger: also(service) })).toEqual(["no-agents-in-half-hours"]);
  });

  it("finds agents right that were appointed while the word that the point moves in was on its way", () => {
    const plan: PlannedSwitch = { ...planOf("mhhs"), moves: "in" };
    const told = [entry(plan, { flow: "IF-002", way: "sent", at: "2026-01-13T10:00:00.000Z" })];
    const appointedAt = (at: string) => {
      const said = [entry(plan, { flow: "D0153", at })];
      const story = { plan, told, said, process: null, stuck: [] };
      return noAgentsInHalfHours(story).map(({ rule }) => rule);
    };
    expect(appointedAt("2026-01-13T10:00:00.001Z")).toEqual([]);
    expect(appointedAt("2026-01-13T11:00:00.000Z")).toEqual(["no-agents-in-half-hours"]);
  });

  it("sees an agent that accepted and was not notified of the end", () => {
    const plan = planOf("legacy");
    const accepted = played.ledger.filter(
      ({ about, flow, at }) => about === plan.mpan && flow === "D0011" && at <= "2026-01-17",
    );
    expect(accepted.length).toBeGreaterThan(0);
    for (const says of ["Cancelled", "Withdrawn", "Annulled"]) {
      const account = withStatus(plan, says.toLowerCase());
      const untold = ended(plan, says);
      expect(new Set(broken({ ledger: untold, account }))).toEqual(
        new Set(["termination-when-ended"]),
      );
      const told = accepted.map(({ party }) => entry(plan, { party, flow: "D0151", says: "OB" }));
      expect(broken({ ledger: [...untold, ...told], account })).toEqual([]);
      const otherwise = told.map((one) => ({ ...one, says: "LC" }));
      expect(broken({ ledger: [...untold, ...otherwise], account })).toContain(
        "termination-when-ended",
      );
    }
  });

  it("sees something sent about services that lapsed", () => {
    const plan = planOf("mhhs");
    const account = withStatus(plan, "withdrawn");
    const at = "2026-01-16T09:01:00.000Z";
    const lapsed = { way: "sent", party: "REGS:DNOA", flow: "IF-035", at } as const;
    const ledger = ended(plan, "Withdrawn", entry(plan, { ...lapsed, says: "[MSAppLapsed]" }));
    expect(broken({ ledger, account })).toEqual([]);
    const after = "2026-01-16T10:00:00.000Z";
    for (const flow of ["IF-031", "D0151"]) {
      const sent = entry(plan, { flow, at: after, party: "DNOA", says: "more" });
      expect(broken({ ledger: [...ledger, sent], account })).toEqual(["lapse-needs-nothing"]);
    }
  });

  it("sees customer's details that came twice, or not at all", () => {
    const plan = planOf("legacy");
    const is = ({ about, flow }: PartyEntry) => about === plan.mpan && flow === "D0302";
    const details = played.ledger.filter(is);
    const [first] = details;
    if (first === undefined) throw new Error("None was sent");
    expect(broken({ ledger: also(first) })).toContain("one-customer-details");
    const without = played.ledger.filter((one) => one !== first);
    expect(broken({ ledger: without })).toEqual(["one-customer-details"]);
  });

  it("sees a late reading that took the supply back", () => {
    const plan = planOf("legacy");
    expect(broken({ account: withStatus(plan, "secured") })).toContain("late-reading");
  });

  it("sees a switch that waits for a reading that came, not one that waits for what was lost", () => {
    for (const flow of ["D0086", "IF-041", "D0036"]) {
      const plan = planOf(flow === "IF-041" ? "mhhs" : "legacy");
      const other = (one: PartyEntry) =>
        one.about !== plan.mpan || !["D0086", "IF-041", "D0036"].includes(one.flow);
      const came = { way: "sent", flow, at: "2026-01-30T12:00:00.000Z" } as const;
      const told = [...played.ledger.filter(other), entry(plan, came)];
      const lost = [...played.ledger.filter(other), entry(plan, { ...came, fate: "lost" })];
      const account = withStatus(plan, "active: opening reading overdue");
      expect(broken({ ledger: told, account })).toEqual(["reading-settled"]);
      expect(broken({ ledger: lost, account })).toEqual([]);
      expect(broken({ ledger: told, account: withStatus(plan, "active") })).toEqual([]);
    }
  });

  it("sees what was sent twice", () => {
    const plan = planOf("legacy");
    const is = ({ about, flow }: PartyEntry) => about === plan.mpan && flow === "D0155";
    const [first] = played.ledger.filter(is);
    if (first === undefined) throw new Error("None was sent");
    expect(broken({ ledger: also({ ...first, at: "2026-02-02T09:00:00.000Z" }) })).toEqual([
      "secured-twice",
    ]);
  });

  it("sees a secured notice for a switch that ended which nobody was shown", () => {
    const plan = planOf("mhhs");
    const account = withStatus(plan, "withdrawn");
    const secured = { way: "sent", party: "CSS", flow: "CSS02370", says: "SecuredActive" } as const;
    const ledger = ended(plan, "Withdrawn", entry(plan, secured));
    expect(broken({ ledger, account })).toEqual(["secured-when-ended"]);
    expect(broken({ ledger, account: { ...account, stuck: [stuckOn(plan)] } })).toEqual([]);
  });
});
