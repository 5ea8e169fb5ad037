import { setTimeout } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { record, refuse, sendFile } from "../../src/core/define/effect.ts";
import { until } from "../promises/workplace.ts";
import { PrintShop, quick } from "./print-shop.ts";

const pages = (count: number) => record("PRINTED", { pages: count });

describe("running actions", () => {
  it("gives an action its process as it is now, its event and a name of its own", async () => {
    const shop = await PrintShop.open();
    const given: unknown[] = [];
    shop.knows("print", ({ state, event, key, id }) => {
      given.push({ state, key, id, type: event.type, seq: event.seq });
      return [];
    });
    await shop.plan({ key: "A", actions: ["print"] });
    shop.start();
    await until("done", () => shop.isIdle());
    const id = `${shop.store.id}/1`;
    expect(given).toEqual([{ state: { key: "A" }, key: "A", id, type: "D0010_RECEIVED", seq: 1 }]);
    expect(await shop.states()).toEqual(["A print done"]);
  });

  it("folds anew where the cached build is another version's", async () => {
    const shop = await PrintShop.open();
    const given: unknown[] = [];
    shop.knows("print", ({ state }) => {
      given.push(state);
      return [];
    });
    await shop.plan({ key: "A", actions: ["print"], definitionVersion: 7 });
    shop.start();
    await until("done", () => shop.isIdle());
    expect(given).toEqual([{ key: "A" }]);
  });

  it("gives an action what the one before it has just recorded, though it is not built yet", async () => {
    const shop = await PrintShop.open();
    const given: unknown[] = [];
    const print = ({ state }: { readonly state: unknown }) => {
      given.push(state);
      return pages(given.length);
    };
    shop.knows("print", print).knows("post", print);
    await shop.plan({ key: "A", actions: ["print", "post"] });
    const read = vi.spyOn(shop.store.processes, "history");
    shop.start();
    await until("done", () => shop.isIdle());
    expect(given).toEqual([{ key: "A" }, { key: "A", pages: 1 }]);
    // What was recorded since is folded onto the last build.
    expect(read).not.toHaveBeenCalled();
  });

  it("records follow-up events with done", async () => {
    const shop = await PrintShop.open();
    shop.knows("print", async ({ key }) => [
      pages(1),
      { ...pages(2), process: { type: "metering-point", key: `${key}-copy` } },
    ]);
    await shop.plan({ key: "A", actions: ["print"] });
    shop.start();
    await until("done", () => shop.isIdle());
    const events = await Array.fromAsync(shop.store.events.list({ type: "PRINTED" }));
    expect(events.map(({ key, data }) => [key, data])).toEqual([
      ["A", '{"pages":1}'],
      ["A-copy", '{"pages":2}'],
    ]);
  });

  it("runs one of a process at a time and many processes side by side", async () => {
    const shop = await PrintShop.open();
    const busy = new Set<string>();
    let most = 0;
    const work = async ({ key }: { readonly key: string }) => {
      expect(busy).not.toContain(key);
      busy.add(key);
      most = Math.max(most, busy.size);
      await setTimeout(5);
      busy.delete(key);
      return [];
    };
    shop.knows("print", work).knows("post", work);
    const keys = ["A", "B", "C", "D"];
    await shop.plan(...[...keys, ...keys].map((key) => ({ key, actions: ["print", "post"] })));
    shop.start();
    await until("done", () => shop.isIdle());
    expect(most).toBe(4);
    expect((await shop.states()).every((state) => state.endsWith("done"))).toBe(true);
  });

  it("keeps to the limits of an action", async () => {
    const shop = await PrintShop.open();
    let running = 0;
    let most = 0;
    shop.knows(
      "print",
      async () => {
        running += 1;
        most = Math.max(most, running);
        await setTimeout(5);
        running -= 1;
        return [];
      },
      { concurrency: 2 },
    );
    await shop.plan(...["A", "B", "C", "D", "E"].map((key) => ({ key, actions: ["print"] })));
    shop.start();
    await until("done", () => shop.isIdle());
    expect(most).toBe(2);
  });

  it("tries what throws again, and keeps each attempt with its error and causes", async () => {
    const shop = await PrintShop.open();
    let tries = 0;
    shop.knows("print", () => {
      tries += 1;
      if (tries < 3) throw new Error("jammed", { cause: new Error("torn paper") });
      return [];
    });
    await shop.plan({ key: "A", actions: ["print"] });
    shop.start();
    await until("done", () => shop.isIdle());
    const detail = await shop.store.actions.get(1);
    expect(detail).toMatchObject({
      state: "done",
      attempts: 3,
      failures: [
        { attempt: 1, outcome: "failed", reason: "jammed" },
        { attempt: 2, outcome: "failed", reason: "jammed" },
      ],
    });
    expect(JSON.parse(detail?.failures[0]?.error ?? "")).toMatchObject({
      stack: expect.stringContaining("action-runner.test.ts"),
      causes: [{ message: "torn paper" }],
    });
  });

  it("fails after its attempts, and has them all again when a person retries", async () => {
    const shop = await PrintShop.open();
    let jammed = true;
    shop.knows("print", () => {
      if (jammed) throw new Error("jammed");
      return [];
    });
    await shop.plan({ key: "A", actions: ["print"] });
    shop.start();
    await until("failed", async () => (await shop.store.actions.counts()).failed === 1);
    expect(await shop.store.actions.get(1)).toMatchObject({ attempts: 3, reason: "jammed" });
    jammed = false;
    await shop.store.actions.decide({
      id: 1,
      decision: { kind: "retry" },
      actor: "ann",
      reason: "cleared",
    });
    await until("done", async () => (await shop.states())[0] === "A print done");
  });

  it("does not try an expected refusal again", async () => {
    const shop = await PrintShop.open();
    shop.knows("print", () => refuse("NO_PAPER", "There is no paper."));
    await shop.plan({ key: "A", actions: ["print"] });
    shop.start();
    await until("failed", () => shop.isIdle());
    expect(await shop.store.actions.get(1)).toMatchObject({
      state: "failed",
      reason: "NO_PAPER: There is no paper.",
      failures: [{ attempt: 1, outcome: "refused", error: null }],
    });
  });

  it("gives up an attempt that takes too long, and tells it so", async () => {
    const shop = await PrintShop.open();
    let told: unknown = null;
    shop.knows(
      "print",
      ({ signal }) =>
        new Promise(() => signal.addEventListener("abort", () => (told = signal.reason))),
      { timeoutMs: 20, attempts: 1 },
    );
    await shop.plan({ key: "A", actions: ["print"] });
    shop.start();
    await until("failed", () => shop.isIdle());
    expect(await shop.store.actions.get(1)).toMatchObject({
      state: "failed",
      reason: "It took longer than 0.02 s and was given up.",
      failures: [{ outcome: "timed-out" }],
    });
    expect(String(told)).toContain("It took longer");
  });

  it("fails, and does not record, an event that is not as its type says, and a file that cannot be written", async () => {
    const shop = await PrintShop.open();
    shop.knows("print", () => record("PRINTED", { pages: "three" }));
    shop.knows("post", () => record("POSTED", {}));
    shop.knows("send", () =>
      sendFile({ flow: "D0155", to: { role: "X", participant: "UDMS" }, data: {} }),
    );
    shop.knows("forget", () => undefined as never, { attempts: 1 });
    await shop.plan({ key: "A", actions: ["print", "post", "send", "forget"] });
    shop.start(quick, ({ flow }) => `${flow} needs a date.`);
    await until("failed", () => shop.isIdle());
    const rows = await Array.fromAsync(shop.store.actions.list());
    expect(rows.map(({ state }) => state)).toEqual(["failed", "failed", "failed", "failed"]);
    expect(rows.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^Its effect 1 cannot be: the event PRINTED is not as its type says: /),
      expect.stringContaining("a metering-point has no event POSTED"),
      "Its effect 1 cannot be: D0155 needs a date.",
      "It gave undefined; an action without effects gives []",
    ]);
    expect(await Array.fromAsync(shop.store.events.list({ type: "PRINTED" }))).toEqual([]);
  });

  it("leaves an action that nobody defines failed, with what to do", async () => {
    const shop = await PrintShop.open();
    shop.knows("print", () => []);
    await shop.plan({ key: "A", actions: ["fold", "print"] });
    shop.start();
    await until("failed", () => shop.isIdle());
    expect(await shop.states()).toEqual(["A fold failed", "A print done"]);
    expect((await shop.store.actions.get(1))?.reason).toContain(
      "Bring it back and retry its failed actions",
    );
  });

  it("starts nothing that is on hold, and goes on when it is released", async () => {
    const shop = await PrintShop.open();
    shop.knows("print", () => []).knows("post", () => []);
    const scope = { stage: "actions", channel: null, type: null, name: "print" } as const;
    await shop.store.holds.place({ scope, actor: "ann", reason: "no paper" });
    await shop.plan({ key: "A", actions: ["print", "post"] }, { key: "B", actions: ["post"] });
    shop.start();
    await until("posted", async () => (await shop.store.actions.counts()).planned === 1);
    expect(await shop.states()).toEqual(["A print planned", "A post done", "B post done"]);
    await shop.store.holds.release({ scope, actor: "ann", reason: "paper came" });
    await until("done", () => shop.isIdle());
  });

  it("stops when what runs has ended, and gives up what does not end in time", async () => {
    const shop = await PrintShop.open();
    const stopped = Promise.withResolvers<void>();
    shop.knows("print", async () => {
      await stopped.promise;
      return [];
    });
    shop.knows("hang", () => new Promise(() => {}));
    await shop.plan({ key: "A", actions: ["print"] }, { key: "B", actions: ["hang"] });
    const stop = shop.start({ ...quick, stopWithinMs: 2_000 });
    await until("both run", async () => (await shop.store.actions.counts()).running === 2);
    const ended = stop();
    stopped.resolve();
    await ended;
    expect(await shop.states()).toEqual(["A print done", "B hang planned"]);
    expect(await shop.store.actions.get(2)).toMatchObject({
      failures: [{ outcome: "stopped", reason: "The daemon was stopped before it ended." }],
    });
  });

  it("gives up one that the program died of each time", async () => {
    const shop = await PrintShop.open();
    let runs = 0;
    shop.knows("print", () => {
      runs += 1;
      return [];
    });
    await shop.plan({ key: "A", actions: ["print"] });
    const room = { inAll: 1, others: 1, queues: [] };
    for (let death = 0; death < 3; death += 1) {
      const { token } = await shop.store.leases.take({ forMs: 1_000, alone: true });
      await shop.store.actions.claim({ token, ended: [], room });
    }
    shop.start();
    await until("failed", () => shop.isIdle());
    expect(runs).toBe(0);
    expect(await shop.store.actions.get(1)).toMatchObject({
      state: "failed",
      reason: "It was begun 3 times, and the program ended during the last.",
    });
  });
});
