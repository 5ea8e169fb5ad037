import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RefusedError } from "../../src/core/refusal/refused-error.ts";
import { answerOf } from "../answer-of.ts";
import { engineScene } from "../build/engine-scene.ts";
import { fc } from "../property.ts";
import { goodFile, type SentFile } from "./flow-files.ts";

const folder = "fixtures/right/";
const files: readonly SentFile[] = [
  ...readdirSync(folder).map((name) => ({ name, bytes: readFileSync(folder + name) })),
  ...[1, 2, 3].map((number) => goodFile(number, 2)),
];

/** Files that come, builds, and voids of events by a number that is brought into range. */
const step = fc.oneof(
  fc.record({ do: fc.constant("ingest" as const), file: fc.nat(files.length - 1) }),
  fc.record({ do: fc.constant("build" as const) }),
  fc.record({ do: fc.constant("void" as const), pick: fc.nat(200) }),
  fc.record({ do: fc.constant("unvoid" as const), pick: fc.nat(200) }),
);

const runs = process.env["BUSBAR_NIGHTLY"] === undefined ? 10 : 500;

test("an event that is void and counts again leaves everything as if it had always counted", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const mended = await engineScene();
      const plain = await engineScene();
      const changedBy = { actor: "Ann", reason: "a try" };
      const voided = new Set<number>();
      // What is judged while something is void is judged once, on what counted then.
      let fresh = false;
      let judgedMeanwhile = false;
      const count = () =>
        mended.shell.prepare("SELECT count(*) FROM events").pluck().get() as number;
      for (const one of steps) {
        if (one.do === "ingest") {
          const file = files[one.file];
          if (file === undefined) continue;
          await mended.ingest(file);
          await plain.ingest(file);
          fresh = true;
        } else if (one.do === "build") {
          await mended.build();
          await plain.build();
          judgedMeanwhile ||= fresh && voided.size > 0;
          fresh = false;
        } else if (one.do === "void" && count() > 0) {
          const seq = 1 + (one.pick % count());
          const result = await answerOf(mended.store.revisions.void({ seq, changedBy }));
          expect(result instanceof RefusedError).toBe(voided.has(seq));
          voided.add(seq);
        } else if (one.do === "unvoid" && count() > 0) {
          const seq = 1 + (one.pick % count());
          const result = await answerOf(mended.store.revisions.unvoid({ seq, changedBy }));
          expect(result instanceof RefusedError).toBe(!voided.delete(seq));
        }
      }
      for (const seq of voided) await mended.store.revisions.unvoid({ seq, changedBy });
      await mended.build();
      await plain.build();
      const [one, other] = [mended.outcome(), plain.outcome()];
      expect({ ...one, actions: null }).toEqual({ ...other, actions: null });
      const named = judgedMeanwhile ? withoutVerdicts : (rows: unknown[]) => rows;
      expect(named(one.actions)).toEqual(named(other.actions));
      expect(await Array.fromAsync(mended.store.files.list())).toMatchObject(
        (await Array.fromAsync(plain.store.files.list())).map(({ events, state }) => ({
          events,
          state,
        })),
      );
    }),
    { numRuns: runs },
  );
}, 600_000);

/** Which actions there are because of which events. */
function withoutVerdicts(rows: unknown[]): unknown[] {
  return rows.map((row) => {
    const { event, name, nth } = row as Record<string, unknown>;
    return { event, name, nth };
  });
}
