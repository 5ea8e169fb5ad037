import { expect, test } from "vitest";
import { lateEvents, overtakenEvents } from "../../src/core/event/late-events.ts";
import { fc } from "../property.ts";

/** Recording numbers of a process's events, in folding order. */
const ordered = fc.integer({ min: 0, max: 12 }).chain((count) =>
  fc.shuffledSubarray(
    Array.from({ length: count }, (_, at) => ({ seq: at + 1 })),
    { minLength: count },
  ),
);

test("an event is late when one recorded before it folds after it, and that one is overtaken", () => {
  fc.assert(
    fc.property(ordered, (events) => {
      const seqs = events.map(({ seq }) => seq);
      const late = seqs.filter((seq, at) => seqs.slice(at + 1).some((other) => other < seq));
      const overtaken = seqs.filter((seq, at) => seqs.slice(0, at).some((other) => other > seq));
      expect([...lateEvents(events)].toSorted()).toEqual(late.toSorted());
      expect([...overtakenEvents(events)].toSorted()).toEqual(overtaken.toSorted());
    }),
  );
});
