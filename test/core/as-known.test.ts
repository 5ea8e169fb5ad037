import { describe, expect, it } from "vitest";
import { type EventRevision, eventsAt } from "../../src/core/event/as-known.ts";
import type { EventRecord } from "../../src/core/event/event.ts";
import { fc } from "../property.ts";

const event = (seq: number, occurredAt: number, recordedAt = seq * 10): EventRecord => ({
  seq,
  type: "D0010_RECEIVED",
  processType: "order",
  key: "A",
  occurredAt,
  recordedAt,
  schemaVersion: 1,
  data: `{"seq":${seq}}`,
  file: null,
  message: null,
  sender: null,
  recipient: null,
  flow: null,
  fileIdentifier: null,
  line: null,
});
const said = (kind: EventRevision["kind"], at: number, data: string | null = null) => ({
  event: 2,
  kind,
  at,
  data,
  schemaVersion: data === null ? null : 3,
});
const events = [event(1, 300), event(2, 100), event(3, 200)];
const seqs = (...asked: Parameters<typeof eventsAt>) => eventsAt(...asked).map(({ seq }) => seq);

describe("the events that count at a moment", () => {
  it("are those sent by then, recorded by then, and recorded before others, in folding order", () => {
    expect(seqs(events, [], {})).toEqual([2, 3, 1]);
    expect(seqs(events, [], { asOf: 200 })).toEqual([2, 3]);
    expect(seqs(events, [], { knownAt: 20 })).toEqual([2, 1]);
    expect(seqs(events, [], { upTo: 1 })).toEqual([1]);
    expect(seqs(events, [], { asOf: 99 })).toEqual([]);
  });

  it("are without those known to be void then, and with those that were restored", () => {
    const revisions = [said("void", 50), said("unvoid", 70)];
    expect(seqs(events, revisions, { knownAt: 49 })).toEqual([2, 3, 1]);
    expect(seqs(events, revisions, { knownAt: 50 })).toEqual([3, 1]);
    expect(seqs(events, revisions, {})).toEqual([2, 3, 1]);
  });

  it("have the data that was known of them then", () => {
    const revisions = [said("correct", 50, `{"a":1}`), said("restate", 60, `{"a":2}`)];
    const data = (knownAt: number) => eventsAt(events, revisions, { knownAt })[0];
    expect(data(49)).toMatchObject({ data: `{"seq":2}`, schemaVersion: 1 });
    expect(data(50)).toMatchObject({ data: `{"a":1}`, schemaVersion: 3, amended: true });
    expect(data(60)).toMatchObject({ data: `{"a":2}` });
  });

  it("only grow with what is asked for", () => {
    const moment = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        for (const clock of ["asOf", "knownAt", "upTo"] as const) {
          const later = seqs(events, [], { [clock]: late });
          for (const seq of seqs(events, [], { [clock]: early })) expect(later).toContain(seq);
        }
      }),
    );
  });
});
