import { describe, expect, test } from "vitest";
import type { FlowMessage } from "../../../src/catalogue/flow-message.ts";
import { areAtOdds, currentRequest, isAsked } from "../../../src/processes/switch-gain/at-odds.ts";
import { isLive } from "../../../src/processes/switch-gain/conditions.ts";
import { fc } from "../../property.ts";
import { GainStory, point, wanted } from "./gain-story.ts";

type Row = FlowMessage<"SWITCHREQ001">;

const about = { subjectKey: point, subjectKind: "mpan" };

/** Switches of one point, each with its own story: what is told of one, and between them, is told to all. */
class Switches {
  readonly #stories = new Map<string, GainStory>();
  readonly #rows: { row: Row; at: string }[] = [];
  readonly #delivered = new Map<string, number>();

  of(day: string): GainStory {
    const story = this.#stories.get(day);
    if (story === undefined) throw new Error(`No switch from ${day}`);
    return story;
  }

  async request(changes: Partial<Row>, at: string): Promise<void> {
    const row = { ...wanted, ...changes };
    this.#rows.push({ row, at });
    const day = row.supplyStartDate;
    const isNew = !this.#stories.has(day);
    const known = [...this.#stories.values()];
    const own = this.#stories.get(day) ?? new GainStory(at, day);
    this.#stories.set(day, own);
    const heard = isNew ? [{ row, at }, ...this.#rows.slice(0, -1)] : [{ row, at }];
    await own.together(
      heard.map(({ row: data, at: sentAt }) => ({
        flow: "SWITCHREQ",
        data,
        sentAt,
        details: about,
      })),
    );
    for (const story of known) if (story !== own) await story.message("SWITCHREQ", row, at, about);
    await this.settle();
  }

  /** A notice about the switch of one first day, found by our reference. */
  async notice(day: string, status: string, at: string, reference: string): Promise<void> {
    const more = { supplierGeneratedReference: reference, registrationId: `REG-${reference}` };
    await this.of(day).notice(status, at, more);
    await this.settle();
  }

  /** What they record on each other is carried until nothing more is. */
  async settle(): Promise<void> {
    for (let isMore = true; isMore; ) {
      isMore = false;
      for (const [day, story] of this.#stories) {
        const done = this.#delivered.get(day) ?? 0;
        const left = story.elsewhere.slice(done);
        this.#delivered.set(day, story.elsewhere.length);
        for (const { type, data, process } of left) {
          isMore = true;
          await this.of(process?.key.split("@")[1] ?? "").recordFromElsewhere(type, data);
        }
      }
    }
  }

  async command(day: string, name: string, data: object): Promise<unknown> {
    const answer = await this.of(day).command(name, data);
    await this.settle();
    return answer;
  }

  /** Pairs of switches that were both asked for, are both under way, and may not be. */
  get liveAtOdds(): string[] {
    const live = [...this.#stories.values()].flatMap(({ state }) => {
      const own = currentRequest(state);
      const isUnderWay = own !== null && isLive(state) && state.notices.active === null;
      return isUnderWay && isAsked(state, own.reference) ? [own] : [];
    });
    return live.flatMap((one, at) =>
      live
        .slice(at + 1)
        .filter((other) => areAtOdds(one, other))
        .map((other) => `${one.key} ${one.reference}, ${other.key} ${other.reference}`),
    );
  }

  /** Event ids of all requests that the switching service was sent. */
  get asked(): string[] {
    return [...this.#stories.values()].flatMap(({ files }) =>
      files.flatMap(({ flow, data }) =>
        flow === "CSS01800" ? [(data as { eventId: string }).eventId] : [],
      ),
    );
  }
}

const [first, second] = ["2026-12-08", "2026-12-09"];

test("any requests in any order: no event id twice, and never two at odds with the switching service", async () => {
  const asked = fc.record({
    supplyStartDate: fc.constantFrom(first, second, "2026-12-21"),
    ourReference: fc.constantFrom("SW-1", "SW-2", "SW-3"),
    hour: fc.integer({ min: 1, max: 300 }),
    ends: fc.constantFrom(null, "Rejected", "Cancelled", "Active"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 2, maxLength: 5 }), async (all) => {
      const switches = new Switches();
      for (const { hour, ends, ...changes } of all) {
        const at = Date.UTC(2026, 10, 30) + hour * 3_600_000;
        await switches.request(changes, new Date(at).toISOString());
        const asking = new Set(switches.asked);
        expect(asking.size).toBe(switches.asked.length);
        expect(switches.liveAtOdds).toEqual([]);
        const { supplyStartDate: day, ourReference: reference } = changes;
        const later = new Date(at + 60_000).toISOString();
        if (ends !== null) await switches.notice(day, ends, later, reference);
      }
    }),
    { numRuns: 40 },
  );
});

describe("two requests for one point", () => {
  test("with one reference and two first days: one is asked for, the other is stuck in words", async () => {
    const switches = new Switches();
    await switches.request({ supplyStartDate: first }, "2026-12-01T10:00:00Z");
    await switches.request({ supplyStartDate: second }, "2026-12-01T11:00:00Z");
    expect(switches.asked).toEqual(["SUPP-SW-1-REQUEST"]);
    expect(switches.of(first).status).toBe("requested");
    const other = switches.of(second);
    expect(other.status).toBe("requested: reference of another switch");
    expect(other.called).toEqual(["call for another switch of the point"]);
    expect(other.actions.find(({ state }) => state === "refused")?.reason).toContain(
      `asked for before: ${point}@${first} as SW-1 (requested). One reference names one request`,
    );
    // What the switching service says of the reference finds both, and moves the one that was asked for.
    for (const day of [first, second]) {
      await switches.notice(day, "Pending", "2026-12-01T12:00:00Z", "SW-1");
      await switches.of(day).legacyRegistered();
    }
    expect(switches.of(first).outbound).toContain("D0155 M:UDMS");
    expect(other.outbound).toEqual([]);
    // Its reference stays taken, whatever becomes of the first.
    await switches.notice(first, "Cancelled", "2026-12-02T12:00:00Z", "SW-1");
    expect(switches.asked).toHaveLength(1);
    other.check();
    switches.of(first).check();
  });

  test("with two references: the second is asked for once the first has ended", async () => {
    const switches = new Switches();
    await switches.request({ supplyStartDate: first }, "2026-12-01T10:00:00Z");
    const changed = { supplyStartDate: second, ourReference: "SW-2" };
    await switches.request(changed, "2026-12-01T11:00:00Z");
    expect(switches.asked).toEqual(["SUPP-SW-1-REQUEST"]);
    expect(switches.of(second).status).toBe("requested: another switch under way");
    expect(switches.of(second).called).toEqual(["call for another switch of the point"]);
    await switches.notice(first, "Withdrawn", "2026-12-02T12:00:00Z", "SW-1");
    expect(switches.asked).toEqual(["SUPP-SW-1-REQUEST", "SUPP-SW-2-REQUEST"]);
    expect(switches.of(second).status).toBe("requested");
    switches.of(second).check();
  });

  test("is asked for with another first day after a rejection, without a person", async () => {
    const switches = new Switches();
    await switches.request({ supplyStartDate: first }, "2026-12-01T10:00:00Z");
    await switches.notice(first, "Rejected", "2026-12-01T10:05:00Z", "SW-1");
    const changed = { supplyStartDate: second, ourReference: "SW-2" };
    await switches.request(changed, "2026-12-01T11:00:00Z");
    expect(switches.asked).toEqual(["SUPP-SW-1-REQUEST", "SUPP-SW-2-REQUEST"]);
    expect(switches.of(second).called).toEqual([]);
  });

  test("are both asked for when the second is wanted after the first took effect", async () => {
    const switches = new Switches();
    await switches.request({ supplyStartDate: first }, "2026-12-01T10:00:00Z");
    const later = { supplyStartDate: "2027-01-12", ourReference: "SW-2" };
    await switches.request(later, "2027-01-04T10:00:00Z");
    expect(switches.asked).toEqual(["SUPP-SW-1-REQUEST", "SUPP-SW-2-REQUEST"]);
    expect(switches.of(first).elsewhere).toEqual([]);
  });

  test("of one file, and the later row first, come to the same one", async () => {
    const switches = new Switches();
    const at = "2026-12-01T10:00:00Z";
    // The second row's switch asks before it hears of the first row: it keeps its turn.
    await switches.request({ supplyStartDate: second, ourReference: "SW-2" }, at);
    await switches.request({ supplyStartDate: first, ourReference: "SW-1" }, at);
    expect(switches.asked).toEqual(["SUPP-SW-2-REQUEST"]);
    expect(switches.of(first).status).toBe("requested: another switch under way");
  });

  test("is withdrawn while it waits, and then never asked for", async () => {
    const switches = new Switches();
    await switches.request({ supplyStartDate: first }, "2026-12-01T10:00:00Z");
    const changed = { supplyStartDate: second, ourReference: "SW-2" };
    await switches.request(changed, "2026-12-01T11:00:00Z");
    expect(await switches.command(second, "do_withdraw", { reason: "sent by mistake" })).toBe(null);
    expect(switches.of(second).status).toBe("withdrawn");
    await switches.notice(first, "Cancelled", "2026-12-02T12:00:00Z", "SW-1");
    expect(switches.of(second).outbound).toEqual([]);
  });
});

describe("a request that comes again", () => {
  test("says nothing when it is the same, and is stuck in words when it is not", async () => {
    const story = await GainStory.requested();
    await story.message("SWITCHREQ", wanted, "2026-12-01T11:00:00Z", about);
    expect(story.status).toBe("requested");
    expect(story.called).toEqual([]);
    const changed = { ...wanted, meterOperators: "NEWM", customerName: "Ann Dark" };
    await story.message("SWITCHREQ", changed, "2026-12-01T12:00:00Z", about);
    expect(story.status).toBe("requested: requested otherwise");
    expect(story.state.agents.mop.proposals).toEqual(["UDMS", "EMEB"]);
    expect(story.outbound).toEqual(["CSS01800 CSS"]);
    expect(story.actions.find(({ state }) => state === "refused")?.reason).toContain(
      "SW-1 came again with other values: customerName, meterOperators",
    );
    story.check();
  });

  test("is stuck in words when another reference asks for the very same switch", async () => {
    const story = await GainStory.requested();
    const again = { ...wanted, ourReference: "SW-2" };
    await story.message("SWITCHREQ", again, "2026-12-01T12:00:00Z", about);
    expect(story.status).toBe("requested: requested twice");
    expect(story.outbound).toEqual(["CSS01800 CSS"]);
    expect(story.called).toEqual(["call for a request that came again otherwise"]);
  });
});

test("messages without a date are of the later of two switches", async () => {
  const switches = new Switches();
  await switches.request({ supplyStartDate: first }, "2026-12-01T10:00:00Z");
  const later = { supplyStartDate: "2027-01-12", ourReference: "SW-2" };
  await switches.request(later, "2027-01-04T10:00:00Z");
  const before = { mpanCore: point, oldSupplierId: "SUPP", meterOperatorId: "OMOP" };
  for (const day of [first, "2027-01-12"])
    await switches.of(day).message("D0260", before, "2027-01-05T10:00:00Z", about);
  expect(switches.of(first).state.before).toBe(null);
  expect(switches.of("2027-01-12").state.before?.mop).toBe("OMOP");
});
