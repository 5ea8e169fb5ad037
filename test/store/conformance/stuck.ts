import { describe, expect, it } from "vitest";
import type { StuckItem } from "../../../src/core/stuck/stuck.ts";
import { stuckCauses } from "../../../src/store/stuck/stuck-causes.ts";
import type { Bench } from "../conformance.ts";
import { madeFile, problem, routeAll } from "../made-file.ts";

/** What needs a person, by cause, and what people say about it. */
export function tellsWhatIsStuck(bench: Bench): void {
  const all = () => Array.fromAsync(bench.store.stuck.list({ dismissed: true }));
  const causes = async () => {
    const grouped = await bench.store.stuck.causes();
    // Counted by the store, they are what the items say one by one.
    expect(grouped).toEqual(await stuckCauses(bench.store.stuck.list({ dismissed: true })));
    return grouped;
  };
  const first = async (): Promise<StuckItem> => {
    const [item] = await all();
    if (item === undefined) throw new Error("nothing is stuck");
    return item;
  };
  const invalid = (code: string, value: string) =>
    madeFile({
      messages: [{ line: 2, problems: [{ ...problem(2), code, value, group: "030" }] }],
    });
  const said = { actor: "ann", text: "theirs" };

  describe("tells what is stuck", () => {
    it("by cause, whatever the values, the largest first", async () => {
      await bench.store.files.record([
        invalid("BAD_DATE", "x"),
        madeFile({ problems: [problem(4)] }),
      ]);
      bench.now = 20_000;
      await bench.store.files.record([invalid("BAD_DATE", "y"), invalid("BAD_TIME", "x")]);
      expect(await causes()).toMatchObject([
        { kind: "invalid", count: 2, since: 10_000, title: "BAD_DATE in D0010, group 030" },
        { kind: "rejected", count: 1, title: "BAD_DATE in D0010" },
        { kind: "invalid", count: 1, since: 20_000, title: "BAD_TIME in D0010, group 030" },
      ]);
      const ids = (await causes()).map(({ id }) => id);
      expect(new Set(ids).size).toBe(3);
      expect(ids.every((id) => /^[0-9a-f]{6}$/.test(id))).toBe(true);
      const [cause] = ids;
      expect(await Array.fromAsync(bench.store.stuck.list({ cause: cause ?? "" }))).toHaveLength(2);
      expect(await Array.fromAsync(bench.store.stuck.list({ kinds: ["rejected"] }))).toHaveLength(
        1,
      );
    });

    it("with who sees to it and how many notes, of the item or of its cause", async () => {
      await bench.store.files.record([invalid("BAD_DATE", "x"), invalid("BAD_DATE", "y")]);
      const { kind, number, cause } = await first();
      const on = { kind, number };
      await bench.store.stuck.note([
        { verb: "assign", cause: cause.id, on: null, ...said },
        { verb: "assign", cause: cause.id, on, actor: "ann", text: "ben" },
        { verb: "note", cause: cause.id, on, ...said },
      ]);
      expect(await all()).toMatchObject([
        { assignee: "ben", notes: 1 },
        { assignee: "theirs", notes: 0 },
      ]);
      expect(await bench.store.stuck.notesOfCause(cause.id)).toEqual([
        { verb: "assign", cause: cause.id, on: null, ...said, at: 10_000 },
      ]);
      expect((await first()).said.map(({ verb }) => verb)).toEqual(["assign", "note"]);
      expect(await bench.store.stuck.said([on])).toEqual((await first()).said);
      expect(await causes()).toMatchObject([{ assignees: ["ben", "theirs"] }]);
    });

    it("without what was dismissed, which is counted and can be restored", async () => {
      await bench.store.files.record([invalid("BAD_DATE", "x"), invalid("BAD_DATE", "y")]);
      const { kind, number, cause } = await first();
      const about = { cause: cause.id, on: { kind, number }, ...said };
      await bench.store.stuck.note([{ verb: "dismiss", ...about }]);
      expect(await Array.fromAsync(bench.store.stuck.list())).toMatchObject([
        { item: "message 2" },
      ]);
      expect(await first()).toMatchObject({ dismissed: { actor: "ann", text: "theirs" } });
      expect(await causes()).toMatchObject([{ count: 1, dismissed: 1, example: { number: 2 } }]);
      expect(await bench.store.reports.counts()).toMatchObject({ stuck: 1, dismissed: 1 });
      await bench.store.stuck.note([{ verb: "restore", ...about }]);
      expect(await bench.store.reports.counts()).toMatchObject({ stuck: 2, dismissed: 0 });
    });

    it("again when what was dismissed is stuck anew for another cause", async () => {
      const file = madeFile({ problems: [problem(4)] });
      await bench.store.files.record([file]);
      const { kind, number, cause } = await first();
      const dismiss = { verb: "dismiss", cause: cause.id, on: { kind, number }, ...said } as const;
      await bench.store.stuck.note([dismiss]);
      await bench.store.readings.record({
        file: 1,
        outcome: file.outcome,
        messages: file.messages,
        occurredAt: 500,
      });
      expect(await bench.store.reports.counts()).toMatchObject({ stuck: 0, dismissed: 1 });
      const problems = [{ ...problem(7), code: "BAD_TIME" }];
      await bench.store.readings.record({
        file: 1,
        outcome: { ...file.outcome, problems },
        messages: file.messages,
        occurredAt: 500,
      });
      expect(await bench.store.reports.counts()).toMatchObject({ stuck: 1, dismissed: 0 });
      expect(await first()).toMatchObject({ dismissed: null });
    });

    it("with all that was said of an invalid message, when its file is read again", async () => {
      const file = invalid("BAD_DATE", "x");
      const again = (code: string, value: string) => {
        const { outcome, messages } = invalid(code, value);
        return bench.store.readings.record({ file: 1, outcome, messages, occurredAt: 500 });
      };
      await bench.store.files.record([file]);
      const { kind, number, cause } = await first();
      const about = { cause: cause.id, on: { kind, number }, ...said };
      await bench.store.stuck.note([
        { verb: "assign", ...about, text: "ben" },
        { verb: "note", ...about },
        { verb: "dismiss", ...about },
      ]);
      await again("BAD_DATE", "x");
      expect(await first()).toMatchObject({ number, assignee: "ben", notes: 1, dismissed: said });
      await again("BAD_DATE", "y");
      expect(await first()).toMatchObject({ number, assignee: "ben", notes: 1, dismissed: null });
      expect((await first()).said.at(-1)).toMatchObject({ verb: "restore", actor: "busbar" });
      await bench.store.stuck.note([{ verb: "dismiss", ...about }]);
      await again("BAD_TIME", "y");
      expect(await first()).toMatchObject({ number, assignee: "ben", notes: 1, dismissed: null });
      expect((await first()).cause.id).not.toBe(cause.id);
      expect((await first()).said).toHaveLength(6);
      const mended = madeFile({ messages: [{ line: 2 }] });
      await bench.store.readings.record({
        file: 1,
        outcome: mended.outcome,
        messages: mended.messages,
        occurredAt: 500,
      });
      expect(await all()).toEqual([]);
      expect(await bench.store.messages.get(number)).toMatchObject({ line: 2 });
      expect(await bench.store.stuck.said([{ kind, number }])).toHaveLength(6);
    });

    it("with what was said of a message whose lines another one holds now, under a number never given again", async () => {
      const wide = invalid("BAD_DATE", "x");
      const messages = wide.messages.map((message) => ({ ...message, lastLine: 4 }));
      await bench.store.files.record([{ ...wide, messages }]);
      const { kind, number, cause } = await first();
      const about = { cause: cause.id, on: { kind, number }, ...said };
      await bench.store.stuck.note([
        { verb: "assign", ...about, text: "ben" },
        { verb: "note", ...about },
        { verb: "dismiss", ...about },
      ]);
      const bad = { ...problem(3), code: "BAD_DATE", value: "x", group: "030" };
      const moved = madeFile({ messages: [{ line: 3, problems: [bad] }] });
      await bench.store.readings.record({
        file: 1,
        outcome: moved.outcome,
        messages: moved.messages,
        occurredAt: 500,
      });
      expect(await first()).toMatchObject({
        number: 2,
        assignee: "ben",
        notes: 1,
        dismissed: null,
      });
      expect(await bench.store.messages.get(1)).toBeNull();
      expect(await bench.store.stuck.movedMessage(1)).toEqual({ file: 1, line: 2, newMessage: 2 });
      expect(await bench.store.stuck.said([{ kind, number: 1 }])).toHaveLength(3);
      const none = madeFile({ messages: [] });
      await bench.store.readings.record({
        file: 1,
        outcome: none.outcome,
        messages: [],
        occurredAt: 500,
      });
      expect(await bench.store.stuck.movedMessage(2)).toEqual({
        file: 1,
        line: 3,
        newMessage: null,
      });
      await bench.store.files.record([invalid("BAD_DATE", "x")]);
      expect(await first()).toMatchObject({ item: "message 3", assignee: null, notes: 0 });
      expect(await bench.store.stuck.movedMessage(3)).toBeNull();
    });

    it("no longer dismissed when what was dismissed is mended and invalid again", async () => {
      const file = invalid("BAD_DATE", "x");
      await bench.store.files.record([file]);
      const { kind, number, cause } = await first();
      const dismiss = { verb: "dismiss", cause: cause.id, on: { kind, number }, ...said } as const;
      await bench.store.stuck.note([dismiss]);
      const mended = madeFile({ messages: [{ line: 2 }] });
      await bench.store.readings.record({
        file: 1,
        outcome: mended.outcome,
        messages: mended.messages,
        occurredAt: 500,
      });
      await bench.store.readings.record({
        file: 1,
        outcome: file.outcome,
        messages: file.messages,
        occurredAt: 500,
      });
      expect(await first()).toMatchObject({ number, dismissed: null });
    });

    it("no longer when it is mended", async () => {
      const file = madeFile({ problems: [problem(4)] });
      await bench.store.files.record([file]);
      await bench.store.readings.record({
        file: 1,
        outcome: { ...file.outcome, problems: [] },
        messages: file.messages,
        occurredAt: 500,
      });
      await routeAll(bench.store);
      expect(await all()).toEqual([]);
      expect(await bench.store.stuck.at([{ kind: "rejected", number: 1 }])).toEqual([]);
    });
  });
}
