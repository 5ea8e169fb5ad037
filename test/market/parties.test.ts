import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/formats/recognise.ts";
import { Chance } from "../../src/market/chance/chance.ts";
import { allFaults } from "../../src/market/chance/faults.ts";
import { halfHoursOf } from "../../src/market/parties/text-forms.ts";
import { planSwitches } from "../../src/market/plan/switches.ts";
import type { PartyEntry } from "../../src/market/post/ledger.ts";
import { calendarDay } from "../../src/market/time/market-days.ts";
import type { MemoryMailbox } from "./memory-mailbox.ts";
import { catalogue, days, play } from "./played.ts";

/** What was sent to the supplier, in short. */
const told = (ledger: readonly PartyEntry[]) =>
  ledger
    .filter(({ way }) => way === "sent")
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
    .map(({ flow, says }) => `${flow} ${says}`.trim());

/** What a reader finds wrong with what was sent to the supplier. */
const wrongIn = ({ all }: MemoryMailbox) =>
  all.flatMap(({ name, bytes }) => {
    const { problems, items } = readDocument(bytes, catalogue);
    return [...problems, ...items.flatMap((item) => item.problems)].map(
      ({ code, message }) => `${name}: ${message} (${code})`,
    );
  });

const legacyToTheEnd = [
  "SWITCHREQ 2026-01-19",
  "CSS02380 Validated",
  "CSS02300 Pending",
  "D0217",
  "D0260",
  "D0011 accepted",
  "CSS02370 Confirmed",
  "D0011 accepted",
  "D0011 accepted",
  "D0150",
  "D0149",
  "CSS02370 SecuredActive",
  "CSS-STATUS Active",
  "D0311",
  "D0086 D 21006",
  "D0012",
  "D0019",
];

const halfHourlyToTheEnd = [
  "SWITCHREQ 2026-01-22",
  "CSS02380 Validated",
  "CSS02300 Pending",
  "IF-002 [GainMPANInfo]",
  "DIP-ANSWER taken",
  "DIP-ANSWER taken",
  "IF-032 [MSAppInitialResp] A",
  "IF-032 [DSAppInitialResp] A",
  "IF-035 [DSAppAccepted]",
  "IF-035 [MSAppAccepted]",
  "CSS02370 Confirmed",
  "CSS02370 SecuredActive",
  "IF-001 [ChangeOfSupplier]",
  "IF-036 [MSAppActive]",
  "IF-036 [DSAppActive]",
  "CSS-STATUS Active",
  "IF-041 [ReadingCOS] 48315",
];

describe("a market in which nothing goes wrong", () => {
  it("answers a switch of the legacy path to its end", async () => {
    const { ledger } = await play({ path: "legacy", seed: "7" });
    expect(told(ledger)).toEqual(legacyToTheEnd);
  });

  it("answers a switch in half-hourly settlement to its end", async () => {
    const { ledger } = await play({ path: "mhhs" });
    expect(told(ledger)).toEqual(halfHourlyToTheEnd);
  });

  it("gives half-hourly data, and no reading, of a meter that is read each half-hour", async () => {
    const { ledger, plans, mailbox } = await play({ switches: 12, path: "legacy" });
    const halfHourly = plans.filter(({ metering }) => metering === "HH");
    expect(halfHourly.length).toBeGreaterThan(0);
    for (const { mpan, start } of halfHourly) {
      const collected = told(ledger.filter(({ about }) => about === mpan)).filter((what) =>
        /^D0(036|051|086|010)/.test(what),
      );
      const days = [0, 1, 2].map((after) => `D0036 ${calendarDay(start, after)}`);
      expect(collected.toSorted()).toEqual([...days, "D0051"]);
    }
    expect(wrongIn(mailbox)).toEqual([]);
  });

  it("gives as many half-hours as a day has where the clocks change", () => {
    expect(["2026-03-29", "2026-06-01", "2026-10-25"].map(halfHoursOf)).toEqual([46, 48, 50]);
  });

  it("closes the gate at 17:00 of the day before, by the clocks of the market", async () => {
    const { ledger, plans } = await play({ switches: 5 });
    for (const { mpan, start } of plans) {
      const secured = ledger.find(({ about, says }) => about === mpan && says === "SecuredActive");
      const dayBefore = Temporal.PlainDate.from(start).subtract({ days: 1 });
      expect(secured?.at).toBe(`${dayBefore}T17:00:00.000Z`);
    }
  });

  it("sends nothing that a reader finds anything wrong with", async () => {
    const { mailbox, market } = await play({ switches: 12, path: "mixed", perFile: 3 });
    expect(wrongIn(mailbox)).toEqual([]);
    expect(mailbox.all).toHaveLength(market.files);
    expect(market.toNobody).toBe(0);
  });
});

describe("a seed", () => {
  it("gives the same switches, the same faults, the same words, time after time", async () => {
    const same = { switches: 8, path: "mixed", faults: allFaults } as const;
    const [one, again, other] = [
      await play({ ...same, seed: "a" }),
      await play({ ...same, seed: "a" }),
      await play({ ...same, seed: "b" }),
    ];
    expect(again.ledger).toEqual(one.ledger);
    expect(again.mailbox.all).toEqual(one.mailbox.all);
    expect(other.plans).not.toEqual(one.plans);
  });
});

describe("what goes wrong by a dial", () => {
  const all = { switches: 6, path: "mixed", perFile: 1 } as const;

  it("a refusal of the switching service ends the switch", async () => {
    const { ledger } = await play({ switches: 30, faults: { refusals: 1 } });
    const rejected = ledger.filter(({ says }) => says === "Rejected");
    const cancelled = ledger.filter(({ says }) => says === "Cancelled");
    expect(rejected.length).toBeGreaterThan(5);
    expect(rejected.length + cancelled.length).toBe(30);
    expect(ledger.filter(({ says }) => says === "SecuredActive")).toEqual([]);
  });

  it("an agent that refuses says Z", async () => {
    const { ledger } = await play({ switches: 20, faults: { refusals: 0.9 } });
    const answers = ledger.filter(({ flow }) => flow === "D0011" || flow === "D0261");
    const refusals = answers.filter(({ flow, says }) => flow === "D0261" && says === "Z");
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals.length).toBeLessThan(answers.length);
  });

  it("a switch that is withdrawn in time is withdrawn; too late, that is refused", async () => {
    const beginsAt = Date.parse("2026-01-12T08:00:00Z");
    const population = {
      switches: 2,
      perDay: 100,
      path: "legacy",
      losing: 0,
      gas: 0,
      moving: 0,
      beginsAt,
    } as const;
    const [early, late] = planSwitches(population, days, new Chance("1"));
    if (early === undefined || late === undefined) throw new Error("Two are planned");
    let isAsked = false;
    const { ledger } = await play({
      switches: 2,
      onTurn: (supplier, now) => {
        if (now === early.askAt + 5 * 60_000) supplier.withdraw(early.mpan);
        if (now >= days.startOf(late.start) && !isAsked) {
          isAsked = true;
          supplier.withdraw(late.mpan);
        }
      },
    });
    const said = (mpan: string) =>
      ledger.filter(({ about, says }) => about === mpan && says.startsWith("Withdr"));
    expect(said(early.mpan).map(({ says }) => says)).toEqual(["Withdrawn"]);
    expect(said(late.mpan).map(({ says }) => says)).toEqual(["Withdrawal refused"]);
  });

  it("what is lost goes into no file", async () => {
    const { ledger, mailbox } = await play({ ...all, faults: { loss: 1 } });
    const sent = ledger.filter(({ way, flow }) => way === "sent" && flow !== "SWITCHREQ");
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.every(({ fate, file }) => fate === "lost" && file === null)).toBe(true);
    expect(mailbox.all).toHaveLength(6);
  });

  it("what is damaged cannot be read as it was, and comes whole a day later", async () => {
    const { ledger, mailbox } = await play({ ...all, faults: { corruption: 1 } });
    const damaged = ledger.filter(({ fate }) => fate === "damaged");
    expect(damaged.length).toBeGreaterThan(6);
    const whole = new Map(mailbox.all.map(({ name, bytes }) => [name, bytes]));
    for (const { file, flow, about, says, at, party } of damaged) {
      const is = (one: PartyEntry) => one.party === party && one.says === says;
      const right = ledger.find(
        (one) => one.fate === null && one.flow === flow && one.about === about && is(one),
      );
      const bytes = whole.get(right?.file ?? "");
      expect(bytes).not.toEqual(whole.get(file ?? ""));
      expect(Date.parse(right?.at ?? "") - Date.parse(at)).toBe(24 * 3_600_000);
    }
  });

  it("what comes twice comes as the same file or as the same words in another", async () => {
    const { ledger, mailbox } = await play({ ...all, faults: { duplicates: 1 } });
    const texts = mailbox.all.map(({ bytes }) => Buffer.from(bytes).toString("latin1"));
    expect(new Set(texts).size).toBeLessThan(texts.length);
    expect(ledger.some(({ fate }) => fate === "repeated")).toBe(true);
    expect(ledger.filter(({ says }) => says === "SecuredActive").length).toBeGreaterThan(6);
  });

  it("a collector that is appointed late reads the meter all the same, once", async () => {
    const { ledger, plans } = await play({ switches: 12, faults: { delay: 1 } });
    let late = 0;
    for (const { mpan, start, metering } of plans) {
      const about = ledger.filter((one) => one.about === mpan && one.way === "sent");
      const accepted = about.filter(({ flow, party }) => flow === "D0011" && /^[CD]:/.test(party));
      const given = about.filter(({ flow }) => flow === "D0086" || flow === "D0036");
      expect([mpan, accepted.length, given.length]).toEqual([mpan, 1, metering === "HH" ? 3 : 1]);
      const appointed = ledger.find(
        (one) => one.about === mpan && one.flow === "D0155" && /^[CD]:/.test(one.party),
      );
      if ((appointed?.at ?? "") > start) late += 1;
    }
    expect(late).toBeGreaterThan(0);
  });

  it("a data service reads the meter once, also where the services begin one after the other", async () => {
    const { ledger, plans } = await play({
      switches: 40,
      path: "mhhs",
      faults: { delay: 0.5, refusals: 0.5 },
    });
    const readings = plans.map(
      ({ mpan }) =>
        ledger.filter(
          ({ about, flow, way, fate }) =>
            about === mpan && flow === "IF-041" && way === "sent" && fate !== "repeated",
        ).length,
    );
    expect(Math.max(...readings)).toBe(1);
  });

  it("late notices of an outage come 33 days later", async () => {
    const { ledger, plans } = await play({ faults: { outage: 1 } });
    const secured = ledger.find(({ says }) => says === "SecuredActive");
    const dayBefore = Temporal.PlainDate.from(plans[0]?.start ?? "").subtract({ days: 1 });
    expect(secured?.at.slice(0, 10)).toBe(dayBefore.add({ days: 33 }).toString());
  });

  it("an agent that is silent never answers", async () => {
    const { ledger } = await play({ ...all, faults: { silence: 1 } });
    const answers = ledger.filter(({ flow }) => ["D0011", "D0261", "IF-035"].includes(flow));
    expect(answers.filter(({ says }) => !says.includes("Lapsed"))).toEqual([]);
    expect(ledger.filter(({ says }) => says === "[NoMSAppointed]")).toHaveLength(3);
  });

  it("a bad element is among good ones, and one of ours is not passed on", async () => {
    const { ledger, mailbox } = await play({
      switches: 12,
      path: "mhhs",
      faults: { badelement: 1 },
    });
    const bad = ledger.filter(({ fate }) => fate === "bad");
    const file = mailbox.all.find(({ name }) => name === bad[0]?.file);
    const { items } = readDocument(file?.bytes ?? new Uint8Array(), catalogue);
    const wrong = items.filter(({ problems }) =>
      problems.some(({ severity }) => severity === "error"),
    );
    expect([items.length > 1, wrong.length]).toEqual([true, 1]);
    expect(ledger.some(({ fate, flow }) => fate === "refused" && flow === "IF-031")).toBe(true);
  });

  it("a notice of the secured state names another day", async () => {
    const { mailbox, plans } = await play({ faults: { dates: 1 } });
    const file = mailbox.all.find(({ bytes }) => Buffer.from(bytes).includes("SecuredActive"));
    const next = Temporal.PlainDate.from(plans[0]?.start ?? "").add({ days: 1 });
    expect(Buffer.from(file?.bytes ?? "").toString()).toContain(
      `"registrationActiveDate": "${next}`,
    );
  });
});
