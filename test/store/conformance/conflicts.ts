import { describe, expect, it } from "vitest";
import type { Bench } from "../conformance.ts";
import { madeFile, route, routeAll } from "../made-file.ts";

/** A person decides between two files that claim to be the same. */
export function settlesConflicts(bench: Bench): void {
  const clash = async () => {
    const messages = [{ line: 2, key: "A" }];
    await bench.store.files.record([
      madeFile({ identifier: "7", text: "first", messages }),
      madeFile({ identifier: "7", text: "second", messages: [{ line: 2, key: "B" }] }),
    ]);
    await routeAll(bench.store);
  };

  const keys = async () =>
    (await Array.fromAsync(bench.store.events.list())).map((event) =>
      event.void === true ? `(${event.key})` : event.key,
    );

  describe("settles conflicts", () => {
    it("shows what clashes with what", async () => {
      await clash();
      expect(await Array.fromAsync(bench.store.stuck.list())).toMatchObject([
        { kind: "conflict", file: 2, message: null, reason: expect.stringContaining("File 1 ") },
      ]);
    });

    it("keeps the first and withdraws the second", async () => {
      await clash();
      expect(
        await bench.store.files.decide({
          file: 2,
          decision: "keep-first",
          actor: "Ann",
          reason: "resent",
        }),
      ).toMatchObject({
        state: "withdrawn",
        otherFile: 1,
      });
      expect(await routeAll(bench.store)).toBe(0);
      expect(await keys()).toEqual(["A"]);
      expect((await bench.store.reports.counts()).stuck).toBe(0);
    });

    it("keeps both", async () => {
      await clash();
      expect(
        await bench.store.files.decide({
          file: 2,
          decision: "keep-both",
          actor: "Ann",
          reason: "two meters",
        }),
      ).toMatchObject({
        state: "recorded",
        otherFile: null,
      });
      expect(await routeAll(bench.store)).toBe(1);
      expect(await keys()).toEqual(["A", "B"]);
    });

    it("puts the second in the place of the first, whose events become void", async () => {
      await clash();
      expect(
        await bench.store.files.decide({
          file: 2,
          decision: "replace",
          actor: "Ann",
          reason: "corrected",
        }),
      ).toMatchObject({
        state: "recorded",
      });
      expect(await bench.store.files.get(1)).toMatchObject({
        state: "withdrawn",
        otherFile: 2,
        events: 0,
      });
      expect(await routeAll(bench.store)).toBe(1);
      expect(await keys()).toEqual(["(A)", "B"]);
      expect(
        await bench.store.events.ofProcess({ processType: "metering-point", key: "A" }),
      ).toEqual([]);
      expect(await bench.store.processes.withKey("A")).toEqual([]);
      expect(await bench.store.processes.withKey("B")).toHaveLength(1);
    });

    it("never routes what waited in a file that was replaced", async () => {
      const messages = [
        { line: 2, key: "A" },
        { line: 4, key: "A" },
      ];
      await bench.store.files.record([
        madeFile({ identifier: "7", messages }),
        madeFile({ identifier: "7" }),
      ]);
      await bench.store.files.decide({
        file: 2,
        decision: "replace",
        actor: "Ann",
        reason: "corrected",
      });
      expect(await routeAll(bench.store)).toBe(1);
    });

    it("takes the bytes of a replaced file, should they come again, as a conflict", async () => {
      await clash();
      await bench.store.files.decide({
        file: 2,
        decision: "replace",
        actor: "Ann",
        reason: "corrected",
      });
      const again = madeFile({ identifier: "7", text: "first" });
      expect(await bench.store.files.record([again])).toMatchObject([
        { state: "conflict", otherFile: 2 },
      ]);
    });

    it("makes a sighting of a second copy of bytes that were let through meanwhile", async () => {
      await clash();
      await bench.store.files.record([madeFile({ identifier: "7", text: "second" })]);
      await bench.store.files.decide({
        file: 2,
        decision: "keep-both",
        actor: "Ann",
        reason: "two meters",
      });
      expect(
        await bench.store.files.decide({
          file: 3,
          decision: "keep-both",
          actor: "Ann",
          reason: "again",
        }),
      ).toMatchObject({
        state: "duplicate",
        otherFile: 2,
      });
    });

    const decide = (decision: "keep-first" | "replace" | "keep-both") =>
      bench.store.files.decide({ file: 2, decision, actor: "Ann", reason: "otherwise" });
    const states = async () =>
      Promise.all([1, 2].map(async (id) => (await bench.store.files.get(id))?.state));

    it("takes a replacement back: the events of the first count again, those of the second no more", async () => {
      await clash();
      await decide("replace");
      await routeAll(bench.store);
      expect(await keys()).toEqual(["(A)", "B"]);
      bench.now += 1_000;
      expect(await decide("keep-first")).toMatchObject({ state: "withdrawn", otherFile: 1 });
      expect(await routeAll(bench.store)).toBe(0);
      expect(await keys()).toEqual(["A", "(B)"]);
      expect(await bench.store.files.get(1)).toMatchObject({ state: "recorded", events: 1 });
      bench.now += 1_000;
      await decide("replace");
      expect(await keys()).toEqual(["(A)", "B"]);
      expect((await bench.store.files.get(2))?.decisions.map(({ decision }) => decision)).toEqual([
        "replace",
        "keep-first",
        "replace",
      ]);
    });

    it("decides otherwise from each decision to each other, and comes out as if it were the first", async () => {
      const outcomes = {
        "keep-first": { states: ["recorded", "withdrawn"], events: ["A"] },
        replace: { states: ["withdrawn", "recorded"], events: ["B"] },
        "keep-both": { states: ["recorded", "recorded"], events: ["A", "B"] },
      } as const;
      const decisions = ["keep-first", "replace", "keep-both"] as const;
      await clash();
      for (const from of decisions)
        for (const to of decisions.filter((other) => other !== from)) {
          for (const decision of [from, to]) {
            bench.now += 1_000;
            const last = (await bench.store.files.get(2))?.decisions.at(-1)?.decision;
            if (decision !== last) await decide(decision);
            await routeAll(bench.store);
            const counting = (await keys()).filter((key) => !key.startsWith("("));
            expect({ states: await states(), events: counting }).toEqual(outcomes[decision]);
          }
        }
    });

    it("leaves what a person declared void as it is when its file stands again", async () => {
      await clash();
      await bench.store.revisions.void({
        seq: 1,
        changedBy: { actor: "Ann", reason: "never was" },
      });
      bench.now += 1_000;
      await decide("replace");
      bench.now += 1_000;
      await decide("keep-first");
      expect(await keys()).toEqual(["(A)"]);
    });

    it("routes what was still to be routed when a replacement is taken back", async () => {
      const messages = [
        { line: 2, key: "A" },
        { line: 4, key: "C" },
      ];
      await bench.store.files.record([
        madeFile({ identifier: "7", messages }),
        madeFile({ identifier: "7", messages: [{ line: 2, key: "B" }] }),
      ]);
      const [batch] = await bench.store.routes.waiting({ limit: 1 });
      if (batch === undefined) throw new Error("nothing waits");
      await bench.store.routes.record([route(batch)]);
      await decide("replace");
      bench.now += 1_000;
      await decide("keep-both");
      await routeAll(bench.store);
      expect(await keys()).toEqual(["A", "C", "B"]);
    });

    it("refuses to decide the same again, or what is otherwise by now", async () => {
      await clash();
      await decide("replace");
      await expect(decide("replace")).rejects.toThrow("File 2 was decided replace already");
      await bench.store.files.record([madeFile({ identifier: "7", text: "third" })]);
      await bench.store.files.decide({
        file: 3,
        decision: "replace",
        actor: "Ann",
        reason: "newer",
      });
      await expect(decide("keep-first")).rejects.toThrow(
        "File 2 is withdrawn and file 1 withdrawn by now",
      );
      const before = await states();
      await bench.store.files.record([madeFile({ identifier: "8", text: "second" })]);
      await expect(
        bench.store.files.decide({
          file: 3,
          decision: "keep-first",
          actor: "Ann",
          reason: "the second after all",
        }),
      ).rejects.toThrow(
        "File 2 cannot be reinstated: the same content was received again and is active as file 4.",
      );
      expect(await states()).toEqual(before);
    });

    it("refuses to decide what is no conflict", async () => {
      await clash();
      await expect(
        bench.store.files.decide({ file: 1, decision: "keep-both", actor: "Ann", reason: "" }),
      ).rejects.toThrow("File 1 is recorded, not in conflict: there is nothing to decide.");
      await expect(
        bench.store.files.decide({ file: 9, decision: "keep-both", actor: "Ann", reason: "" }),
      ).rejects.toThrow("There is no file 9");
    });
  });
}
