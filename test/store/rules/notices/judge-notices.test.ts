import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  NoticeMessage,
  NoticeMessageState,
  NoticeRecord,
  Standing,
} from "../../../../src/core/notice/notice.ts";
import { judgeNotices } from "../../../../src/store/rules/notices/judge-notices.ts";
import type {
  NoticeRules,
  NoticeState,
  OpenNotice,
} from "../../../../src/store/rules/notices/notice-state.ts";

const minute = 60_000;
const hour = 60 * minute;

const usual: NoticeRules = {
  contacts: [{ name: "ops", levels: ["urgent", "work"], digest: "daily" }],
  gatherMs: 30_000,
  updateMs: 5 * minute,
  remindMs: { urgent: 4 * hour, work: 24 * hour },
  quietUntil: () => null,
  digestBefore: () => null,
};

function standing(about: string, more: Partial<Standing> = {}): Standing {
  return {
    about,
    level: "work",
    title: `${about} is wrong`,
    since: 0,
    count: 1,
    channel: null,
    assignees: [],
    remedy: null,
    patienceMs: 0,
    because: null,
    ...more,
  };
}

/** A store in memory that keeps what a look changes, as a store does. */
class Kept {
  notices: NoticeRecord[] = [];
  messages: NoticeMessage[] = [];
  snoozes: NoticeState["snoozes"] = [];
  now = 1_000_000_000;

  look(stands: readonly Standing[], rules = usual, unknown: ReadonlySet<string> = new Set()): void {
    const { now } = this;
    const turn = judgeNotices(this.state(), { now, standing: stands, unknown }, rules);
    for (const { id, reason } of turn.dropped) this.settle(id, "dropped", reason);
    for (const change of turn.changed)
      this.notices = this.notices.map((one) =>
        one.id === change.id ? { ...one, ...change } : one,
      );
    for (const notice of turn.opened) this.notices.push({ ...notice, id: this.notices.length + 1 });
    for (const message of turn.messages) {
      const isKnown = this.messages.some(
        (one) =>
          one.notice === message.notice &&
          one.contact === message.contact &&
          one.verb === message.verb &&
          one.step === message.step,
      );
      expect(isKnown, `${message.verb} ${message.step} was decided twice`).toBe(false);
      this.messages.push({
        ...message,
        id: this.messages.length + 1,
        at: now,
        state: "waiting",
        bundle: null,
        attempts: 0,
        settledAt: null,
      });
    }
  }

  /** Sends what is due; `gets` says whether an attempt gets through. */
  send(gets = true): void {
    for (const { id, state, dueAt } of this.messages)
      if (state === "waiting" && dueAt <= this.now) {
        this.messages = this.messages.map((one) =>
          one.id === id ? { ...one, attempts: one.attempts + 1, bundle: id } : one,
        );
        if (gets) this.settle(id, "sent", null);
      }
  }

  settle(id: number, state: NoticeMessageState, reason: string | null): void {
    this.messages = this.messages.map((one) =>
      one.id === id && one.state === "waiting" ? { ...one, state, reason } : one,
    );
  }

  state(): NoticeState {
    const { now } = this;
    const open = this.notices.filter(({ endedAt }) => endedAt === null);
    const recent = new Map<string, number>();
    for (const { about, openedAt } of this.notices)
      if (openedAt > now - hour) recent.set(about, (recent.get(about) ?? 0) + 1);
    return {
      open: open.map(
        (notice): OpenNotice => ({
          ...notice,
          messages: this.messages.filter((message) => message.notice === notice.id),
        }),
      ),
      recent,
      snoozes: this.snoozes.filter(({ until }) => until > now),
      lastDigest: new Map(
        this.messages.filter(({ verb }) => verb === "digest").map((one) => [one.contact, one.step]),
      ),
      ended: this.notices.filter(({ endedAt }) => endedAt !== null),
      waitingFor: [],
    };
  }

  get said(): string[] {
    return this.messages.map(({ verb, state }) => `${verb} ${state}`);
  }

  /** Looks and sends for a while, a step at a time. */
  pass(ms: number, stands: readonly Standing[], rules = usual, step = 15_000): void {
    for (let left = ms; left > 0; left -= step) {
      this.now += step;
      this.look(stands, rules);
      this.send();
    }
  }
}

describe("what is reported of open troubles", () => {
  it("is sent once it was gathered, and its end once that is believed", () => {
    const kept = new Kept();
    kept.pass(15_000, [standing("cause a")]);
    expect(kept.said).toEqual([]);
    kept.pass(minute, [standing("cause a")]);
    expect(kept.said).toEqual(["opened sent"]);
    kept.pass(2 * minute, []);
    expect(kept.said).toEqual(["opened sent", "ended sent"]);
    const [notice] = kept.notices;
    expect(notice?.endedAt).toBeLessThan(kept.now);
  });

  it("is nothing when it ended within its patience, and the history says why", () => {
    const kept = new Kept();
    const channel = standing("channel partner", { patienceMs: 15 * minute });
    kept.pass(10 * minute, [channel]);
    kept.pass(5 * minute, []);
    expect(kept.said).toEqual([]);
    expect(kept.notices).toMatchObject([{ endedAt: expect.any(Number) }]);
    expect(kept.notices[0]?.untold).toMatch(/^it may end without help: nobody is notified before/);
  });

  it("grows by steps, and is a reminder of what nobody sees to", () => {
    const kept = new Kept();
    kept.pass(minute, [standing("cause a")]);
    kept.pass(10 * minute, [standing("cause a", { count: 9 })]);
    expect(kept.said).toEqual(["opened sent"]);
    kept.pass(10 * minute, [standing("cause a", { count: 10 })]);
    kept.pass(10 * minute, [standing("cause a", { count: 11 })]);
    expect(kept.said).toEqual(["opened sent", "updated sent"]);
    kept.pass(25 * hour, [standing("cause a", { count: 11 })], usual, 5 * minute);
    expect(kept.said.slice(2)).toEqual(["reminded sent"]);
    kept.pass(
      49 * hour,
      [standing("cause a", { count: 11, assignees: ["ann"] })],
      usual,
      5 * minute,
    );
    expect(kept.said).toHaveLength(3);
  });

  it("waits for the end of quiet hours, unless it is urgent, and tells then what came and went", () => {
    const kept = new Kept();
    const morning = kept.now + 8 * hour;
    const rules = { ...usual, quietUntil: (at: number) => (at < morning ? morning : null) };
    const bad = standing("channel partner", { level: "urgent" });
    kept.pass(10 * minute, [standing("cause a"), standing("cause b"), bad], rules);
    expect(kept.messages.filter(({ state }) => state === "sent")).toMatchObject([
      { verb: "opened", content: { notice: { about: "channel partner" } } },
    ]);
    kept.pass(10 * minute, [standing("cause b"), bad], rules);
    expect(kept.messages.filter(({ state }) => state === "waiting")).toMatchObject([
      { verb: "opened", content: { notice: { about: "cause a" } }, dueAt: morning },
      { verb: "opened", content: { notice: { about: "cause b" } }, dueAt: morning },
      { verb: "ended", content: { notice: { about: "cause a" } }, dueAt: morning },
    ]);
    kept.pass(8 * hour, [standing("cause b"), bad], rules, 5 * minute);
    expect(kept.messages.every(({ state }) => state === "sent")).toBe(true);
  });

  it("names the root alone while that is open, and what is left when it is gone", () => {
    const kept = new Kept();
    const root = standing("channel partner", { level: "urgent" });
    const follows = standing("cause a", { because: "channel partner" });
    kept.pass(10 * minute, [root, follows]);
    expect(kept.messages).toMatchObject([{ content: { notice: { about: "channel partner" } } }]);
    expect(kept.notices[1]?.untold).toBe(
      "it follows from channel partner, of which people are notified",
    );
    kept.pass(10 * minute, [follows]);
    expect(kept.said).toEqual(["opened sent", "ended sent", "opened sent"]);
  });

  it("is nothing while a person snoozes it, but for the end of what was sent before", () => {
    const kept = new Kept();
    kept.pass(minute, [standing("cause a")]);
    const scope = { of: "all" } as const;
    const until = kept.now + hour;
    kept.snoozes = [{ id: 1, scope, until, actor: "ann", reason: "an upgrade", at: kept.now }];
    kept.pass(10 * minute, [standing("cause a"), standing("cause b")]);
    expect(kept.said).toEqual(["opened sent"]);
    expect(kept.notices[1]?.untold).toMatch(/^everything is snoozed by ann until \S+Z$/);
    kept.pass(10 * minute, [standing("cause b")]);
    expect(kept.said).toEqual(["opened sent", "ended sent"]);
    kept.pass(hour, [standing("cause b")]);
    expect(kept.said).toEqual(["opened sent", "ended sent", "opened sent"]);
  });

  it("is one notice while something comes and goes all the time", () => {
    const kept = new Kept();
    for (let turn = 0; turn < 12; turn += 1) {
      kept.pass(minute, [standing("channel partner", { level: "urgent" })]);
      kept.pass(2 * minute, []);
    }
    expect(kept.notices.map(({ turn }) => turn)).toEqual([1, 2, 3]);
    expect(kept.said).toHaveLength(5);
    kept.pass(2 * hour, []);
    expect(kept.said.at(-1)).toBe("ended sent");
  });

  it("is dropped when it ended before anything of it was tried", () => {
    const kept = new Kept();
    kept.now += minute;
    kept.look([standing("cause a")]);
    kept.now += minute;
    kept.look([standing("cause a")]);
    expect(kept.said).toEqual(["opened waiting"]);
    for (const _ of [1, 2]) {
      kept.now += minute;
      kept.look([]);
    }
    expect(kept.said).toEqual(["opened dropped"]);
  });

  it("stays as it is while it is unknown whether it is open", () => {
    const kept = new Kept();
    kept.pass(minute, [standing("channel partner")]);
    kept.now += hour;
    kept.look([], usual, new Set(["channel partner"]));
    expect(kept.notices).toMatchObject([{ goneSince: null, endedAt: null }]);
  });

  it("is a digest at its moment, once, also when all is well", () => {
    const kept = new Kept();
    const day = 24 * hour;
    const rules = { ...usual, digestBefore: (at: number) => Math.floor(at / day) * day };
    kept.now = 20 * day - minute;
    kept.pass(3 * day, [], rules, 5 * minute);
    expect(kept.said).toEqual(["digest sent", "digest sent", "digest sent"]);
    kept.pass(2 * day, [standing("cause a", { level: "info" })], rules, 5 * minute);
    expect(kept.messages.at(-1)).toMatchObject({
      content: { digest: { standing: [{ title: "cause a is wrong", level: "info" }] } },
    });
    expect(kept.notices[0]?.untold).toBe("it is in the digest alone");
  });

  it("is a digest once a week for who wants that, the first of each week from Monday on", () => {
    const day = 24 * hour;
    const kept = new Kept();
    const contacts = [{ name: "boss", levels: ["urgent" as const], digest: "weekly" as const }];
    const rules = { ...usual, contacts, digestBefore: (at: number) => Math.floor(at / day) * day };
    // 21 January 1970 is a Wednesday.
    kept.now = 20 * day - minute;
    kept.pass(21 * day, [], rules, 5 * minute);
    const days = kept.messages.map(({ step: minutes }) => minutes / (24 * 60));
    expect(days).toEqual([20, 25, 32, 39]);
    expect(kept.messages.at(-1)).toMatchObject({ content: { digest: { from: 32 * day } } });
  });

  it("goes on when a clock that was ahead was set back", () => {
    const kept = new Kept();
    kept.now += 48 * hour;
    kept.look([standing("cause a")]);
    kept.now -= 48 * hour;
    kept.pass(minute, [standing("cause a")]);
    expect(kept.said).toEqual(["opened sent"]);
  });
});

/** What may happen next: things begin and end, time passes, people snooze, what is sent gets through or not. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("turn" as const),
      about: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      ms: fc.integer({ min: 1_000, max: 2 * hour }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("snooze" as const),
      ms: fc.integer({ min: 1_000, max: 3 * hour }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("send" as const), gets: fc.boolean() }) },
);

it("whatever happens: whoever was notified of a beginning is notified of its end, and nothing twice", () => {
  const levels = ["urgent", "work", "work", "info"] as const;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), fc.boolean(), (steps, hasQuiet) => {
      const kept = new Kept();
      const stands = new Set<number>();
      const all = () =>
        [...stands].map((about) =>
          standing(`thing ${about}`, {
            level: levels[about] ?? "work",
            because: about === 1 ? "thing 0" : null,
            patienceMs: about === 2 ? 10 * minute : 0,
          }),
        );
      const day = 24 * hour;
      const rules: NoticeRules = {
        ...usual,
        quietUntil: (at) =>
          hasQuiet && at % day < 8 * hour ? Math.floor(at / day) * day + 8 * hour : null,
        digestBefore: (at) => Math.floor(at / day) * day,
      };
      for (const one of steps) {
        if (one.do === "turn" && !stands.delete(one.about)) stands.add(one.about);
        if (one.do === "pass") kept.now += one.ms;
        if (one.do === "send") kept.send(one.gets);
        if (one.do === "snooze") {
          const until = kept.now + one.ms;
          const id = kept.snoozes.length + 1;
          const who = { actor: "ann", reason: "r", at: kept.now };
          kept.snoozes = [...kept.snoozes, { id, scope: { of: "all" }, until, ...who }];
        }
        // Decides nothing twice: `look` checks it.
        kept.look(all(), rules);
      }
      // All ends, and all that is to be sent gets through.
      for (let left = 0; left < 30; left += 1) {
        kept.now += hour;
        kept.look([], rules);
        kept.send();
      }
      for (const notice of kept.notices) {
        expect(notice.endedAt).not.toBeNull();
        const said = kept.messages.filter((message) => message.notice === notice.id);
        const told = said.filter(({ attempts }) => attempts > 0).map(({ verb }) => verb);
        if (told.length === 0) continue;
        expect(told[0]).toBe("opened");
        expect(told.filter((verb) => verb === "ended")).toEqual(["ended"]);
        expect(told.at(-1)).toBe("ended");
      }
      // One thing has one notice at a time.
      for (const { about, openedAt, endedAt, id } of kept.notices)
        for (const other of kept.notices)
          if (other.id > id && other.about === about)
            expect(other.openedAt).toBeGreaterThanOrEqual(endedAt ?? openedAt);
    }),
    { numRuns: 300 },
  );
});
