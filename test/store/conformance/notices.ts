import { describe, expect, it } from "vitest";
import type { NoticeRecord } from "../../../src/core/notice/notice.ts";
import type {
  NewNoticeMessage,
  NoticeState,
  NoticeTurn,
} from "../../../src/store/rules/notices/notice-state.ts";
import type { Bench } from "../conformance.ts";

const facts = {
  about: "cause 3f9a1c",
  level: "work",
  title: "refused: BAD_DATE",
  since: 5,
  count: 2,
  channel: null,
  assignees: ["ann"],
  remedy: { remedy: "show-cause", cause: "3f9a1c" },
  openedAt: 10_000,
  turn: 1,
} as const;

const fresh: Omit<NoticeRecord, "id"> = { ...facts, goneSince: null, endedAt: null, untold: "new" };

const nothing: NoticeTurn = { opened: [], changed: [], messages: [], dropped: [], gone: [] };

function message(more: Partial<NewNoticeMessage> = {}): NewNoticeMessage {
  return {
    notice: 1,
    contact: "ops",
    verb: "opened",
    step: 1,
    dueAt: 10_000,
    reason: null,
    content: { notice: facts, endedAt: null },
    ...more,
  };
}

/** What is noticed, who is told, and who wants to hear nothing. */
export function keepsNotices(bench: Bench): void {
  const keep = (turn: Partial<NoticeTurn>) =>
    bench.store.notices.judge({ now: bench.now, decide: () => ({ ...nothing, ...turn }) });
  const begin = (limit = 10, contact = "ops") =>
    bench.store.notices.begin({ contact, now: bench.now, limit });
  const end = (ids: readonly number[], reason = "250 OK") =>
    bench.store.notices.end({ ids, end: { end: "sent", reason }, now: bench.now });
  const state = async () => {
    const seen: NoticeState[] = [];
    await bench.store.notices.judge({
      now: bench.now,
      decide: (given) => {
        seen.push(given);
        return nothing;
      },
    });
    return seen[0];
  };

  describe("keeps notices", () => {
    it("as they were noticed and changed, until they end; one of a thing at a time", async () => {
      await keep({ opened: [fresh] });
      await expect(keep({ opened: [fresh] })).rejects.toThrow();
      await bench.reopen();
      const [notice] = await Array.fromAsync(bench.store.notices.list());
      expect(notice).toEqual({ ...fresh, id: 1 });
      expect(await bench.store.notices.get(1)).toEqual(notice);
      expect(await bench.store.notices.get(2)).toBeNull();
      const { about, openedAt, turn, ...rest } = { ...fresh, id: 1 };
      await keep({ changed: [{ ...rest, count: 20, assignees: [], goneSince: 11_000 }] });
      expect(await bench.store.notices.get(1)).toMatchObject({ count: 20, assignees: [] });
      await keep({ changed: [{ ...rest, goneSince: 11_000, endedAt: 11_000 }] });
      expect(await Array.fromAsync(bench.store.notices.list({ open: true }))).toEqual([]);
      expect(await state()).toMatchObject({ open: [], ended: [{ id: 1 }] });
      await keep({ opened: [fresh] });
      const numbers = async (filter: object) =>
        Array.fromAsync(bench.store.notices.list(filter), ({ id }) => id);
      // A store may leave out the number of one that was not noticed after all.
      const [first = 0, second = 0] = await numbers({});
      expect([first, second > first]).toEqual([1, true]);
      expect(await numbers({ limit: 1 })).toEqual([second]);
      expect(await numbers({ after: 0, limit: 1 })).toEqual([1]);
      expect(await numbers({ before: second, limit: 5 })).toEqual([1]);
      expect((await state())?.recent).toEqual(new Map([[facts.about, 2]]));
    });

    it("and says the same of one to a contact once only", async () => {
      await keep({ opened: [fresh] });
      expect(await keep({ messages: [message(), message({ contact: "pager" })] })).toBe(2);
      expect(await keep({ messages: [message(), message({ verb: "ended" })] })).toBe(1);
      const said = await bench.store.notices.messages(1);
      expect(said.map(({ contact, verb, state: is }) => `${contact} ${verb} ${is}`)).toEqual([
        "ops opened waiting",
        "pager opened waiting",
        "ops ended waiting",
      ]);
      expect((await state())?.open).toMatchObject([
        { id: 1, messages: [{ contact: "ops" }, { contact: "pager" }, { verb: "ended" }] },
      ]);
      expect((await state())?.waitingFor.toSorted()).toEqual(["ops", "pager"]);
    });

    it("and tries what is due in order; what left together comes together again, before all else", async () => {
      await keep({ opened: [fresh] });
      await keep({
        messages: [
          message(),
          message({ verb: "updated", dueAt: 60_000 }),
          message({ verb: "reminded" }),
        ],
      });
      const verbs = async () =>
        (await begin()).map(({ verb, bundle, attempts }) => [verb, bundle, attempts]);
      const together = [
        ["opened", 1, 1],
        ["reminded", 1, 1],
      ];
      expect(await verbs()).toEqual(together);
      // The program was killed before the end was noted.
      await bench.reopen();
      await keep({ messages: [message({ verb: "ended" })] });
      expect(await verbs()).toEqual(together.map(([verb, bundle]) => [verb, bundle, 2]));
      const later = { end: "later", dueAt: 20_000, reason: "HTTP 503" } as const;
      await bench.store.notices.end({ ids: [1, 3], end: later, now: bench.now });
      expect(await begin()).toEqual([]);
      bench.now = 20_000;
      expect(await verbs()).toEqual(together.map(([verb, bundle]) => [verb, bundle, 3]));
      await end([1, 3]);
      expect(await bench.store.notices.nextDue("ops")).toBe(10_000);
      expect(await begin()).toMatchObject([{ verb: "ended", thread: 1 }]);
      await end([4]);
      expect(await bench.store.notices.nextDue("ops")).toBe(60_000);
      bench.now = 60_000;
      expect(await begin()).toMatchObject([{ verb: "updated", bundle: 2 }]);
    });

    it("and drops what was not tried, and what is for nobody any more", async () => {
      await keep({ opened: [fresh] });
      await keep({ messages: [message(), message({ contact: "pager" })] });
      await begin();
      const dropped = [1, 2].map((id) => ({ id, reason: "it ended" }));
      await keep({ dropped });
      const states = async () => (await bench.store.notices.messages(1)).map((one) => one.state);
      expect(await states()).toEqual(["waiting", "dropped"]);
      await keep({ gone: ["ops"] });
      expect(await states()).toEqual(["dropped", "dropped"]);
      await end([1]);
      expect(await states()).toEqual(["dropped", "dropped"]);
    });

    it("and digests, each contact's last known", async () => {
      const digest = { from: 0, standing: [], ended: [] };
      const said = { notice: null, verb: "digest", content: { digest } } as const;
      await keep({ messages: [message({ ...said, step: 100 }), message({ ...said, step: 200 })] });
      expect((await state())?.lastDigest).toEqual(new Map([["ops", 200]]));
      expect(await bench.store.notices.messages(null)).toHaveLength(2);
    });

    it("and what people want to hear nothing of, until its end or theirs", async () => {
      const scope = { of: "channel", channel: "partner" } as const;
      const given = { scope, until: 50_000, actor: "ann", reason: "an upgrade" };
      const snooze = await bench.store.notices.snooze(given);
      expect(snooze).toEqual({ ...given, id: 1, at: 10_000 });
      await bench.reopen();
      expect(await bench.store.notices.snoozes(bench.now)).toEqual([snooze]);
      expect((await state())?.snoozes).toEqual([snooze]);
      expect(await bench.store.notices.snoozes(50_000)).toEqual([]);
      const ended = { id: 1, now: bench.now, actor: "bob", reason: "done" };
      expect(await bench.store.notices.unsnooze(ended)).toEqual(snooze);
      expect(await bench.store.notices.unsnooze(ended)).toBeNull();
      expect(await bench.store.notices.snoozes(bench.now)).toEqual([]);
    });
  });
}
