import { expect, it } from "vitest";
import type { Loss } from "../../../src/processes/switch-loss/state.ts";
import { fc } from "../../property.ts";
import {
  contract,
  invitation,
  LossStory,
  letter,
  point,
  reading,
  secured,
  status,
  transfer,
} from "./loss-story.ts";

/** A message, and when it was sent. */
interface Sent {
  readonly flow: string;
  readonly data: object;
  readonly at: string;
  readonly from?: string;
}

const ended = {
  CommonBlock: { M0: { MPANCore: point } },
  CustomBlock: {
    B013: { CSSRegistrationID: "R-9" },
    B008: {
      deAppointedMeteringServiceMPID: "MSAA",
      meteringServiceEffectiveToDate: "2026-06-15T00:00:00+01:00",
      deAppointmentReasonCode: "CSUPP",
    },
  },
};

/** All that may be told of a loss by the way of D-flows. Nothing in it is answered by itself but a reading. */
const legacy: readonly Sent[] = [
  { flow: "CSS02700", data: invitation(), at: "2026-06-08T09:00:00Z" },
  { flow: "CONTRACTS", data: contract(), at: "2026-06-08T12:00:00Z" },
  { flow: "CSS02370", data: secured(), at: "2026-06-14T16:00:00Z" },
  {
    flow: "D0058",
    data: { mpanCore: point, supplyEndDate: "20260616" },
    at: "2026-06-15T09:00:00Z",
  },
  { flow: "CSS-STATUS", data: status("Inactive"), at: "2026-06-15T23:00:00Z" },
  { flow: "D0086", data: reading("4700.0", "D"), at: "2026-06-23T09:00:00Z" },
  { flow: "D0086", data: reading("4711.0"), at: "2026-06-25T09:00:00Z" },
  { flow: "D0300", data: letter("P", "4711.0"), at: "2026-06-26T09:00:00Z", from: "GAIN" },
  { flow: "D0086", data: reading("4711.0", "X"), at: "2026-07-02T09:00:00Z" },
  { flow: "D0301", data: transfer("A"), at: "2026-07-03T09:00:00Z", from: "GAIN" },
];

const halfHourly: readonly Sent[] = [
  { flow: "CONTRACTS", data: contract({ migrated: "true" }), at: "2026-06-07T12:00:00Z" },
  ...legacy.slice(0, 1),
  ...legacy.slice(2, 3),
  { flow: "IF-037", data: ended, at: "2026-06-14T16:10:00Z" },
  ...legacy.slice(4, 5),
];

const calledOff: readonly Sent[] = [
  ...legacy.slice(0, 2),
  { flow: "CSS-STATUS", data: status("Withdrawn"), at: "2026-06-10T09:00:00Z" },
];

/** Everything in some order, some of it twice. */
const arrivals = fc.constantFrom(legacy, halfHourly, calledOff).chain((life) =>
  fc.record({
    life: fc.constant(life),
    order: fc
      .shuffledSubarray([...life, ...life], { minLength: life.length })
      .map((some) => [...some, ...life.filter((one) => !some.includes(one))]),
  }),
);

/** Each comes so many hours after the one before, all of them after the last was sent. */
async function live(order: readonly Sent[]): Promise<LossStory> {
  const story = new LossStory({}, "2026-07-03T10:00:00Z");
  for (const { flow, data, at, from } of order) {
    story.now += 3_600_000;
    const details =
      from === undefined
        ? { fromRole: "D", fromParticipant: "DCAA" }
        : { fromRole: "X", fromParticipant: from };
    await story.message(flow, data, at, details);
  }
  await story.until("2026-09-01T09:00:00Z");
  return story;
}

/** What a loss comes to, without what tells when and how often something was done. */
function outcome({ bills, agentsTold, objection, transfer, dispute, ...loss }: Loss): object {
  const { at: _objected, ...objected } = objection;
  const { last, ...disputed } = dispute;
  return {
    ...loss,
    objected,
    disputed,
    last: last?.status ?? null,
    transferred: { ...transfer, at: null },
    told: agentsTold?.agents ?? null,
    billed: bills.at(-1)?.readings ?? null,
  };
}

it("any order, twice or not, comes to the same, tells each receiver once, and owes nobody anything", async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ life, order }) => {
      const inOrder = await live(life);
      const story = await live(order);
      expect(story.state.losses.map(outcome)).toEqual(inOrder.state.losses.map(outcome));
      expect(story.status).toBe(inOrder.status);
      for (const flow of ["D0151", "D0311"])
        expect(story.sent.filter((one) => one.startsWith(flow)).toSorted()).toEqual(
          inOrder.sent.filter((one) => one.startsWith(flow)).toSorted(),
        );
      expect(new Set(story.sent.filter((one) => !one.startsWith("FINALBILL"))).size).toBe(
        story.sent.filter((one) => !one.startsWith("FINALBILL")).length,
      );
      const bills = story.state.losses.flatMap((loss) => loss.bills);
      expect(bills.map(({ number }) => number)).toEqual(bills.map((_, place) => place + 1));
      expect(bills.every((one, place) => one.readings !== bills[place - 1]?.readings)).toBe(true);
      const closing = story.loss.closing.length > 0 && story.status.startsWith("lost");
      if (closing) expect(bills.at(-1)?.readings).toContain("4711.0");
      expect(story.actions.filter(({ state }) => state === "needs-review")).toEqual([]);
      story.check();
    }),
    { numRuns: 6 },
  );
});
