import { describe, expect, test } from "vitest";
import { gainEvents } from "../../../src/processes/switch-gain/events.ts";
import { fc } from "../../property.ts";
import { fromDay, GainStory, gain, services, wanted } from "./gain-story.ts";

type Step = (story: GainStory, at: string) => Promise<void>;

const ask: Step = (story, at) =>
  story.message("SWITCHREQ", wanted, at, { subjectKey: wanted.meteringPoint });
const notice =
  (status: string): Step =>
  (story, at) =>
    story.notice(status, at);
/** Steps that answer something of ours: they come once it was sent. */
const answers = new Set<Step>();
const answer = (step: Step): Step => {
  answers.add(step);
  return step;
};
const agent = (flow: "D0011" | "D0261", role: string, who: string) =>
  answer((story, at) => story.agent(flow, role, who, at));
const service = (event: string, block: object) =>
  answer((story, at) => story.platform("IF-035", event, { ...block }, at));
const cancelled = notice("Cancelled");

/** What others say in the course of a switch, in the order in which they say it. */
const scripts: Readonly<Record<string, readonly Step[]>> = {
  "by the legacy path": [
    ask,
    notice("Validated"),
    notice("Pending"),
    (story, at) => story.legacyRegistered(at),
    agent("D0261", "M", "UDMS"),
    agent("D0011", "M", "EMEB"),
    agent("D0011", "D", "UDMS"),
    agent("D0011", "B", "UDMS"),
    notice("SecuredActive"),
    (story, at) => story.meterDetails(at),
    notice("Active"),
    (story, at) => story.reading("00123.0", "A", at),
  ],
  "cancelled after agents agreed": [
    ask,
    notice("Pending"),
    (story, at) => story.legacyRegistered(at),
    agent("D0011", "M", "UDMS"),
    agent("D0011", "D", "UDMS"),
    cancelled,
    agent("D0011", "B", "UDMS"),
  ],
  "by half-hourly settlement": [
    ask,
    notice("Pending"),
    (story, at) => story.platform("IF-002", "GainMPANInfo", fromDay, at),
    service("MSAppRejected", services.ms("METR")),
    service("MSAppAccepted", services.ms("MTRB")),
    service("DSAppAccepted", services.ds("DATA")),
    notice("SecuredActive"),
    (story, at) => story.platform("IF-001", "ChangeOfSupplier", fromDay, at),
    notice("Active"),
  ],
};

/** When each step is said: an hour after the one before it. */
const saidAt = (step: number) => new Date(Date.UTC(2026, 11, 1, 10 + step)).toISOString();

/** All of it arrives weeks later, in some order. The request is what makes the others find the switch. */
async function played(script: readonly Step[], order: readonly number[]): Promise<GainStory> {
  const story = new GainStory("2026-12-27T10:00:00Z");
  await script[0]?.(story, saidAt(0));
  for (const step of order) await script[step]?.(story, saidAt(step));
  return story;
}

/**
 * Each message arrives so many days after it was said, and deadlines pass meanwhile as they would. What answers
 * something of ours is not said before all that led to it has come.
 */
async function delayed(script: readonly Step[], days: readonly number[]): Promise<GainStory> {
  const story = new GainStory("2026-12-01T10:00:00Z");
  await script[0]?.(story, saidAt(0));
  let latest = 0;
  const arrivals = script.slice(1).map((step, at) => {
    const said = saidAt(at + 1);
    const late = (days[at] ?? 0) * 86_400_000;
    const from = answers.has(step) ? Math.max(latest, Date.parse(said)) : Date.parse(said);
    latest = Math.max(latest, from + late);
    return { step, said, at: from + late };
  });
  for (const { step, said, at } of arrivals.toSorted((one, other) => one.at - other.at)) {
    await story.until(new Date(at).toISOString());
    await step(story, said);
  }
  await story.until("2027-03-01T10:00:00Z");
  return story;
}

/** Everything but what was sent and when: an answer that came before its question was asked of nobody. */
function outcome(story: GainStory) {
  const { sent: _, ...state } = story.state;
  return { state, status: story.status };
}

/** What is still to be sent as things stand: nothing, once all is done. */
function unsent(story: GainStory): string[] {
  const any = story.events[0];
  if (any === undefined) return [];
  const all = Object.keys(gainEvents).flatMap((type) => gain.subscriptions(type));
  return all
    .filter(({ action }) => !action.name.startsWith("call for"))
    .filter(({ conditions }) =>
      conditions.every((one) => one.judge(story.state, { ...any, data: {} }).holds),
    )
    .map(({ action }) => action.name);
}

const shuffled = (steps: readonly number[]) =>
  fc.shuffledSubarray([...steps], { minLength: steps.length });

describe.each(Object.entries(scripts))("a switch %s", (_, script) => {
  const steps = script.map((_step, at) => at).slice(1);

  test("comes to the same in any order, with repeats; nothing is sent twice or left unsent", async () => {
    const inOrder = await played(script, steps);
    const repeated = fc.shuffledSubarray([...steps, ...steps, 0]);
    await fc.assert(
      fc.asyncProperty(repeated, shuffled(steps), async (some, all) => {
        const story = await played(script, [...some, ...all]);
        expect(outcome(story)).toEqual(outcome(inOrder));
        const files = story.files.map((file) => JSON.stringify(file));
        expect(new Set(files).size).toBe(files.length);
        expect(unsent(story)).toEqual([]);
        expect(story.actions.filter(({ state }) => state === "needs-review")).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test("comes to the same when each message is late by days, and deadlines pass meanwhile", async () => {
    const late = (story: GainStory) => {
      const { overdue: _, ...state } = outcome(story).state;
      return { ...outcome(story), state };
    };
    const inTime = await delayed(script, []);
    const days = fc.array(fc.integer({ min: 0, max: 25 }), { minLength: steps.length });
    await fc.assert(
      fc.asyncProperty(days, async (each) => {
        const story = await delayed(script, each);
        expect(late(story)).toEqual(late(inTime));
        // Details that are late are asked for once more.
        const files = story.files.filter(({ flow }) => flow !== "D0170");
        expect(new Set(files.map((file) => JSON.stringify(file))).size).toBe(files.length);
        expect(unsent(story)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  test("sends the same when only what answers nothing of ours is out of order", async () => {
    const inOrder = await played(script, steps);
    const isAnswer = (at: number) => answers.has(script[at] ?? ask);
    const ends = steps.findIndex((at) => script[at] === cancelled);
    const free = steps.filter((at, place) => !isAnswer(at) && (ends < 0 || place < ends));
    const rest = steps.filter((at) => !free.includes(at));
    await fc.assert(
      fc.asyncProperty(shuffled(free), async (order) => {
        const story = await played(script, [...order, ...rest]);
        expect(story.outbound.toSorted()).toEqual(inOrder.outbound.toSorted());
      }),
      { numRuns: 8 },
    );
  });
});
