import { beforeAll, describe, expect, it } from "vitest";
import { readDocument } from "../../src/formats/recognise.ts";
import type { InstallationAccount } from "../../src/market/oracle/account.ts";
import { judge } from "../../src/market/oracle/judge.ts";
import { type PlannedSwitch, processOf } from "../../src/market/plan/switches.ts";
import type { PartyEntry } from "../../src/market/post/ledger.ts";
import { catalogue, type Played, play } from "./played.ts";

let played: Played;
beforeAll(async () => {
  const shares = { losing: 0.3, gas: 0.3, moving: 0.5 };
  played = await play({ switches: 60, path: "mixed", seed: "3", ...shares });
});

const told = ({ mpan }: PlannedSwitch) =>
  played.ledger
    .filter(({ way, about }) => way === "sent" && about === mpan)
    .map(({ flow, says }) => `${flow} ${says}`.trim());

function planWhere(is: (plan: PlannedSwitch) => boolean): PlannedSwitch {
  const plan = played.plans.find(
    (one) => is(one) && told(one).some((what) => / (Inac|Ac)tive$/.test(what)),
  );
  if (plan === undefined) throw new Error("None of the switches is so");
  return plan;
}

describe("a gas point", () => {
  it("is gained by notices of its MPRN, and opens with a reading of our own systems", () => {
    const plan = planWhere(({ fuel, leaving }) => fuel === "G" && leaving === null);
    expect(plan.mpan).toMatch(/^\d{10}$/);
    const flows = new Set(told(plan).map((what) => what.split(" ")[0]));
    expect(flows).toEqual(
      new Set(["SWITCHREQ", "CSS02380", "CSS02300", "CSS02370", "CSS-STATUS", "OPENREADING"]),
    );
  });

  it("is lost by notices, and closes with a job on the very day", () => {
    const plan = planWhere(({ fuel, leaving }) => fuel === "G" && leaving !== null);
    expect(told(plan)).toContain(`G0207 R ${plan.reading}`);
  });
});

describe("a point that moves with its switch", () => {
  it("is reported by both sides where it moves in, and asked for its services", () => {
    const plan = planWhere(({ moves }) => moves === "in");
    const flows = told(plan).map((what) => what.split(" ")[0]);
    expect(flows).toEqual(expect.arrayContaining(["IF-002", "D0217", "D0260", "IF-036"]));
  });

  it("is reported with its metering service where it moves out, and goes by flows", () => {
    const plan = planWhere(({ moves }) => moves === "out");
    const all = told(plan);
    expect(all).toEqual(
      expect.arrayContaining(["IF-003 [MSDeAppRM]", "IF-003 [ReverseMigNotification]"]),
    );
    expect(all.map((what) => what.split(" ")[0])).toContain("D0217");
  });

  it("has agents end who accepted before it was known to move in", () => {
    const plan = planWhere(({ moves }) => moves === "in");
    const about = played.ledger.filter((one) => one.about === plan.mpan);
    const known = about.find(({ flow }) => flow === "IF-002")?.at ?? "";
    const before = new Date(Date.parse(known) - 60_000).toISOString();
    const account: InstallationAccount = {
      processes: [{ ...processOf(plan), status: "active" }],
      stuck: [],
      files: about.flatMap(({ file }) =>
        file === null ? [] : [{ name: file, state: "recorded" }],
      ),
      leaving: [],
    };
    const common = { party: "M:MOPA", with: "X:SUPP", about: plan.mpan, registration: null };
    const shown = { ...common, file: about[0]?.file ?? null, fate: null };
    const asked = (at: string): PartyEntry => ({
      ...shown,
      ...{ at, way: "received", flow: "D0155", says: "20260120" },
    });
    const accepted: PartyEntry = { ...shown, at: known, way: "sent", flow: "D0011", says: "" };
    const ended: PartyEntry = { ...shown, at: known, way: "received", flow: "D0151", says: "CA" };
    const broken = (...more: readonly PartyEntry[]) =>
      judge([plan], [...about, ...more], account).complaints.map(({ rule }) => rule);
    expect(broken(asked(before), accepted, ended)).not.toContain("no-agents-in-half-hours");
    expect(broken(asked(before), accepted, ended)).not.toContain("termination-when-ended");
    expect(broken(asked(before), accepted)).toContain("termination-when-ended");
    expect(broken(asked("2026-02-20T12:00:00.000Z"))).toContain("no-agents-in-half-hours");
  });
});

it("writes nothing that a reader finds wrong", () => {
  for (const { name, bytes } of played.mailbox.all) {
    const { problems, items } = readDocument(bytes, catalogue);
    const wrong = [...problems, ...items.flatMap((item) => item.problems)];
    expect([name, wrong]).toEqual([name, []]);
  }
});
