import { userInfo } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { record } from "../../src/core/define/effect.ts";
import { storedError } from "../../src/core/stuck/stored-error.ts";
import type { Store } from "../../src/store/port/store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { done, failed, planActions, roomFor } from "../store/planned-actions.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());

/** What the daemon does meanwhile, done here. */
async function withStore(
  work: (store: Store) => Promise<void>,
  { folder: base } = place,
): Promise<void> {
  const folder = join(base, "var");
  const store = await openSqliteStore(join(folder, "busbar.db"), {
    blobFolder: join(folder, "blobs"),
  });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

const said = async (...words: string[]) => {
  const { code, stdout, stderr } = await place.busbar("action", ...words);
  return { code, text: (stdout + stderr).trim() };
};

beforeAll(async () => {
  await place.busbar("init");
  await place.busbar("status");
  await withStore(async (store) => {
    const saw = { acceptsEmail: "yes", askedAt: Date.UTC(2026, 5, 10, 9, 3) };
    const verdicts = [{ condition: "customer accepts e-mail", holds: true, saw }];
    await planActions(store, [
      { key: "A", actions: ["print"], plan: { verdicts } },
      { key: "B", actions: ["post"] },
      {
        key: "C",
        actions: ["post"],
        plan: { state: "needs-review", reason: "the event came late" },
      },
    ]);
    const { token } = await store.leases.take({ forMs: 1_000, alone: true });
    const { claimed } = await store.actions.claim({ token, ended: [], room: roomFor(9) });
    const cause = new Error("no ink");
    const error = JSON.stringify(storedError(new Error("jammed", { cause })));
    const { type, data } = record("PRINTED", { pages: 3 });
    const event = {
      kind: "event",
      processType: "metering-point",
      key: "A",
      type,
      version: 1,
      data: JSON.stringify(data),
    } as const;
    const ended = claimed.map((action) =>
      action.name === "print"
        ? ({ ...done(action), outcome: "done", effects: [event] } as const)
        : ({
            ...failed(action),
            outcome: "failed",
            reason: "jammed",
            error,
            retryInMs: null,
          } as const),
    );
    await store.actions.claim({ token, ended, room: roomFor(0) });
  });
});

describe("busbar action", () => {
  it("lists rows of the ledger", async () => {
    const { text } = await said("list");
    expect(text).toMatch(/^ID +PLANNED +STATE +PROCESS +KEY +ACTION +EVENT +TRIES +REASON\n/);
    expect(text).toMatch(/^ 2 .* failed +metering-point +B +post +2 +1 +jammed$/m);
    expect(await place.json("action", "list", "--state", "failed")).toMatchObject([
      { id: 2, name: "post", key: "B", state: "failed", reason: "jammed" },
    ]);
    expect((await said("list", "--state", "cancelled")).text).toMatch(
      /^No such actions\. `busbar action list` without filters shows all\./,
    );
    const slips = [await said("list", "--name", "fold"), await said("list", "--type", "desc")];
    expect(slips.map(({ code }) => code)).toEqual([2, 2]);
    expect(slips[0]?.text).toMatch(/there is no action "fold"; there are .*request pick/);
    expect(slips[1]?.text).toMatch(
      /there is no type of process "desc"; there are .*metering-point/,
    );
    const [status] = await place.json("status");
    expect(status?.["actions"]).toEqual({ failed: 1, "needs-review": 1 });
    expect((await place.busbar("status")).stdout).toMatch(
      /^Actions +2 +1 failed, 1 needs-review$/m,
    );
  });

  it("shows why an action is, what became of it, and what may be done", async () => {
    const first = (await said("show", "1")).text;
    expect(first).toContain("Action 1: print on metering-point A\n  state     done\n");
    expect(first).toContain(
      'yes  customer accepts e-mail\n       saw {"acceptsEmail":"yes","askedAt":1781082180000 (2026-06-10 09:03:00 UTC)}',
    );
    expect(first).toContain("What it brought about\n  event 4, PRINTED");
    expect(first).toContain('to do it once more: busbar action force 1 --reason "..."');
    const second = (await said("show", "2")).text;
    expect(second).toMatch(/1 {2}\S+ \S+ \S+ {2}failed: jammed\n {7}at .*actions\.test\.ts/);
    expect(second).toContain("because of Error: no ink");
    expect(second).toContain('once fixed: busbar action retry 2 --reason "..."');
    const [json] = await place.json("action", "show", "2");
    expect(json).toMatchObject({
      failures: [{ attempt: 1, error: { message: "jammed", causes: [{ message: "no ink" }] } }],
    });
    expect(await said("show", "99")).toEqual({
      code: 1,
      text: "busbar: there is no action 99; `busbar action list` shows those there are",
    });
  });

  it("does what people decide, each with who and why, and says what cannot be", async () => {
    expect(await said("force", "1", "--reason", "lost")).toEqual({
      code: 0,
      text: "Action 4 is added for action 1, print on metering-point A: planned.",
    });
    expect((await said("cancel", "4", "--reason", "found")).text).toBe(
      "Action 4, print on metering-point A: cancelled.",
    );
    expect((await said("release", "3", "--reason", "wanted", "--actor", "ann")).text).toBe(
      "Action 3, post on metering-point C: planned.",
    );
    const mixed = await said("skip", "1", "2", "--reason", "by hand");
    expect(mixed.code).toBe(1);
    expect(mixed.text).toContain("Action 2, post on metering-point B: skipped.");
    expect(mixed.text).toContain("action 1 is done and cannot be skipped");
    expect(await said("undo", "1", "--reason", "x")).toMatchObject({
      code: 1,
      text: expect.stringContaining("nothing is declared to undo action 1, print"),
    });
    const [third] = await place.json("action", "show", "3");
    expect(third?.["interventions"]).toMatchObject([
      { kind: "release", actor: "ann", reason: "wanted" },
    ]);
    const [second] = await place.json("action", "show", "2");
    expect(second?.["interventions"]).toMatchObject([
      { kind: "skip", actor: userInfo().username, reason: "by hand" },
    ]);
  });

  it("undoes by the opposite that the action's definition declares", async () => {
    await withStore(async (store) => {
      await planActions(store, [{ key: "4711", actions: ["request pick"] }], "order");
      const { token } = await store.leases.take({ forMs: 1_000, alone: true });
      const room = {
        inAll: 1,
        others: 0,
        queues: [{ processType: "order", name: "request pick", room: 1 }],
      };
      const { claimed } = await store.actions.claim({ token, ended: [], room });
      await store.actions.claim({ token, ended: claimed.map(done), room: roomFor(0) });
    });
    const [picked] = await place.json("action", "list", "--name", "request pick");
    const id = String(picked?.["id"]);
    expect((await said("show", id)).text).toContain(
      `"withdraw pick" undoes it: busbar action undo ${id} --reason "..."`,
    );
    expect((await said("undo", id, "--reason", "ordered by mistake")).text).toMatch(
      new RegExp(
        `^Action \\d+ is added for action ${id}, withdraw pick on order 4711: planned\\.$`,
      ),
    );
  });

  it("tries all failed ones of a name again", async () => {
    expect((await said("retry", "--name", "print", "--reason", "x")).text).toBe(
      'No action "print" has failed.',
    );
    await withStore(async (store) => {
      await planActions(store, [
        { key: "D", actions: ["fold"] },
        { key: "E", actions: ["fold"] },
      ]);
      const { token } = await store.leases.take({ forMs: 1_000, alone: true });
      const { claimed } = await store.actions.claim({ token, ended: [], room: roomFor(9) });
      const ended = claimed.map((action) => failed(action));
      await store.actions.claim({ token, ended, room: roomFor(0) });
    });
    expect((await said("retry", "--name", "fold", "--reason", "mended")).text).toBe(
      '2 failed actions "fold" planned again.',
    );
    expect((await said("retry", "--reason", "x")).code).toBe(2);
  });

  it("says of one that was done and brought about nothing that it did nothing", async () => {
    const own = makePlace();
    onTestFinished(() => own.remove());
    await own.busbar("init");
    await own.busbar("status");
    await withStore(async (store) => {
      await planActions(store, [{ key: "E", actions: ["overtaken"] }]);
      const { token } = await store.leases.take({ forMs: 1_000, alone: true });
      const { claimed } = await store.actions.claim({ token, ended: [], room: roomFor(9) });
      await store.actions.claim({ token, ended: claimed.map(done), room: roomFor(0) });
    }, own);
    expect((await own.busbar("action", "show", "1")).stdout).toContain(
      "What it brought about\n  it did nothing: no event, no file and no e-mail",
    );
    expect((await own.busbar("why", "action", "1")).stdout).toContain(
      "\n  it did nothing: no event, no file and no e-mail",
    );
    expect((await said("show", "1")).text).not.toContain("did nothing");
  });

  it("says of a planned one that a hold keeps it, and which", async () => {
    const own = makePlace();
    onTestFinished(() => own.remove());
    await own.busbar("init");
    await own.busbar("status");
    await withStore((store) => planActions(store, [{ key: "E", actions: ["post"] }]), own);
    const list = async () => (await own.busbar("action", "list")).stdout;
    expect(await list()).not.toContain("hold");
    const because = ["--reason", "no paper", "--actor", "ann"];
    await own.busbar("hold", "actions", "--type", "metering-point", ...because);
    const kept = 'kept by the hold "actions --type metering-point" of ann';
    expect(await list()).toMatch(new RegExp(` planned .* 0 +${kept}`));
    const { stdout } = await own.busbar("action", "show", "1");
    expect(stdout).toContain(`on hold   ${kept}: no paper\n`);
    expect(stdout).toContain(
      "What may be done\n  To let all that it holds go on: busbar release actions --type metering-point",
    );
  });

  it("can be put on hold by name and type, and a misspelt one is refused", async () => {
    const hold = (...words: string[]) => place.busbar("hold", "actions", ...words, "--reason", "x");
    expect((await hold("--name", "fold")).code).toBe(0);
    expect((await hold("--type", "metering-point")).code).toBe(0);
    expect(await hold("--name", "fould")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there is no action "fould"'),
    });
    expect((await hold("--type", "metring-point")).stderr).toContain(
      "there is no type of process metring-point; there are ",
    );
  });
});
