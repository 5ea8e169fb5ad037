import { expect, test } from "vitest";
import { fromDay, GainStory, gaining, point, services } from "./switch-gain/gain-story.ts";
import {
  contract,
  LossStory,
  letter,
  reading,
  secured,
  transfer,
} from "./switch-loss/loss-story.ts";

/**
 * Who has which flow, by the letters that roles have in files: M meter operator, D and C collectors of
 * registers and half-hourly, B and A their aggregators, R distributor, P registration service, X supplier,
 * S and N smart metering and data service, T advanced metering service, V (as set here) advanced data service.
 */
const gained: Readonly<Record<string, string>> = {
  D0052: "D",
  D0071: "D",
  D0010: "D",
  D0131: "CDM",
  D0148: "CDM",
  D0151: "ABCDM",
  D0153: "AB",
  D0155: "CDM",
  D0170: "CDMS",
  D0205: "P",
  D0225: "CDMNRSTV",
  D0300: "X",
  D0301: "X",
  D0302: "CDMNRSTV",
};
const lost: Readonly<Record<string, string>> = {
  D0151: "ABCDM",
  D0300: "X",
  D0301: "X",
  D0311: "X",
};

/** The letters that each D-flow went to in some stories. */
function toWhom(stories: readonly (GainStory | LossStory)[]): Record<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { flow, to } of stories.flatMap(({ files }) => files)) {
    if (!/^D0/.test(flow)) continue;
    const letters = found.get(flow) ?? new Set();
    found.set(flow, letters.add(to.role ?? "nobody"));
  }
  return Object.fromEntries([...found].map(([flow, all]) => [flow, [...all].toSorted().join("")]));
}

const openReading = (source: string) => ({
  meteringPoint: point,
  supplyStartDate: "2026-12-08",
  readAt: "2026-12-08",
  source,
  lines: [{ meterId: "A10Z001", registerId: "01", openingReading: "00123" }],
});

async function legacy(halfHourly: boolean): Promise<GainStory> {
  const story = await GainStory.requested(halfHourly ? { metering: "HH" } : {});
  await story.notice("Pending");
  await story.legacyRegistered(undefined, halfHourly ? "C" : "A");
  for (const role of halfHourly ? "MCA" : "MDB") await story.agent("D0011", role, "UDMS");
  return story;
}

async function supplied(halfHourly: boolean): Promise<GainStory> {
  const story = await legacy(halfHourly);
  await story.notice("SecuredActive", "2026-12-07T17:00:00Z");
  if (!halfHourly) await story.meterDetails("2026-12-07T18:00:00Z");
  for (const source of ["customer", "smart"])
    await story.message("OPENREADING", openReading(source), "2026-12-08T10:00:00Z", {
      subjectKey: point,
    });
  const registers = [{ meter: "A10Z001", register: "01", value: "00123.0" }];
  await story.command("do_dispute_reading", { registers, reason: "too high" });
  const asked = { reason: "D", customer: "Ann Bright", contactDate: "2026-12-10" };
  await story.command("do_start_erroneous_transfer", asked);
  return story;
}

async function ended(halfHourly: boolean): Promise<GainStory> {
  const story = await legacy(halfHourly);
  await story.notice("Cancelled");
  return story;
}

async function platform(metering: "HH" | undefined): Promise<GainStory> {
  const settings = gaining({ letters: { advancedDataService: "V" } });
  const story = await GainStory.requested(metering === undefined ? {} : { metering }, settings);
  await story.notice("Pending");
  await story.platform("IF-002", "GainMPANInfo", fromDay);
  await story.platform("IF-035", "MSAppAccepted", services.ms("METR"));
  await story.platform("IF-035", "DSAppAccepted", services.ds("DATA"));
  await story.notice("SecuredActive", "2026-12-07T17:00:00Z");
  return story;
}

async function reversed(): Promise<GainStory> {
  const story = await GainStory.requested();
  await story.notice("Pending");
  await story.platform("IF-003", "MSDeAppRM", {
    B008: { deAppointedMeteringServiceMPID: "OMSV" },
  });
  await story.legacyRegistered();
  await story.allAgree();
  return story;
}

test("a gained supply: each flow goes to the roles that it is for, and to no other", async () => {
  const stories = await Promise.all([
    supplied(false),
    supplied(true),
    ended(false),
    ended(true),
    platform(undefined),
    platform("HH"),
    reversed(),
  ]);
  expect(toWhom(stories)).toEqual(gained);
});

test("a point in half-hourly settlement: no flow of the legacy appointments goes to anybody", async () => {
  const flows = [await platform(undefined), await platform("HH")].flatMap(({ files }) =>
    files.map(({ flow }) => flow),
  );
  expect([...new Set(flows)].toSorted()).toEqual(["CSS01800", "D0225", "D0302", "IF-031"]);
});

test("a lost supply: each flow goes to the roles that it is for, and to no other", async () => {
  const contracts = ["NHH", "HH"].map(async (metering) => {
    const story = await LossStory.invited();
    await story.message("CONTRACTS", contract({ metering }));
    await story.until("2026-06-14T17:05:00+01:00");
    await story.message("CSS02370", secured());
    await story.until("2026-06-16T09:00:00+01:00");
    return story;
  });
  const stories = await Promise.all(contracts);
  const [first] = stories;
  await first?.collector(reading("4711.0"));
  await first?.supplier("D0300", letter("P", "4711.0"));
  await first?.supplier("D0301", transfer("A"));
  await first?.command("do_answer_transfer", { accept: true, customerName: "Ann Bright" });
  expect(toWhom(stories)).toEqual(lost);
});

test("an advanced data service without a known letter is reported to a person, and the others are notified", async () => {
  const story = await GainStory.requested({ metering: "HH" });
  await story.notice("Pending");
  await story.platform("IF-002", "GainMPANInfo", fromDay);
  await story.platform("IF-035", "MSAppAccepted", services.ms("METR"));
  await story.platform("IF-035", "DSAppAccepted", services.ds("DATA"));
  await story.notice("SecuredActive", "2026-12-07T17:00:00Z");
  expect(story.outbound.slice(3)).toEqual(["D0302 T:METR", "D0225 T:METR"]);
  expect(story.called).toContain("call for a data service without a letter");
});
