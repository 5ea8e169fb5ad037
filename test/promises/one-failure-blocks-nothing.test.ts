import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { actionDefaults } from "../../src/config/action-settings.ts";
import type { Store } from "../../src/store/port/store.ts";
import { errands, troubled } from "./errands.ts";
import { cutShort, d0010, goodFile, mpan } from "./flow-files.ts";
import { isTaken, until, type Workplace, whileRunning, withStore, workplace } from "./workplace.ts";

const retry = { firstMs: 5, longestMs: 20, attempts: 20 };
const actions = {
  ...actionDefaults,
  stopWithinMs: 200,
  usual: { ...actionDefaults.usual, retry },
};

let place: Workplace;

beforeEach(() => {
  place = workplace({}, { actions });
});

afterEach(() => place.remove());

/** What went well of an errand, of what can. */
async function doneFor(store: Store, key: string): Promise<string[]> {
  const rows = await Array.fromAsync(store.actions.list({ key, state: "done" }));
  return rows.map(({ name }) => name).toSorted();
}

describe("one-failure-blocks-nothing", () => {
  test("whatever fails fails alone: a file, a message, a fold, an action, one that hangs, one on hold", async () => {
    // All in one file, the troubled ones first: what comes after them must not wait.
    const good = [1, 2, 3].map((number) => mpan(777_000 + number));
    const text = d0010("0000007770", [...Object.values(troubled), ...good]);
    place.drop({ name: "mixed.uff", bytes: Buffer.from(text) });
    place.drop(cutShort(goodFile(11)));
    place.drop(goodFile(12));
    const others = [...good, mpan(12_000)];
    const mail = { stage: "actions", channel: null, type: "errand", name: "mail" } as const;
    await whileRunning(
      place,
      async () => {
        await withStore(place, (store) =>
          store.holds.place({ scope: mail, actor: "ann", reason: "the server is being moved" }),
        );
        const usual = ["confirm", "fetch", "note", "tell"];
        await until("all others are done", () =>
          withStore(place, async (store) => {
            if (!isTaken(place)) return false;
            for (const key of others) {
              const done = await doneFor(store, key);
              if (usual.some((name) => !done.includes(name))) return false;
            }
            return (await store.actions.counts()).failed === 1;
          }),
        );
        await withStore(place, async (store) => {
          // The troubled ones stand where they failed, and their own others are done.
          expect(await doneFor(store, troubled.acting)).toEqual(["fetch", "tell"]);
          const [noted] = await Array.fromAsync(
            store.actions.list({ key: troubled.acting, name: "note" }),
          );
          expect(noted).toMatchObject({ state: "failed", attempts: 20, reason: "no pencil" });
          expect(
            await store.events.ofProcess({ processType: "errand", key: troubled.folding }),
          ).toHaveLength(1);
          expect(
            await store.events.ofProcess({ processType: "errand", key: troubled.routing }),
          ).toEqual([]);
          const kinds = new Set<string>();
          for await (const { kind } of store.stuck.list()) kinds.add(kind);
          expect([...kinds].toSorted()).toEqual(
            expect.arrayContaining(["action-failed", "build-failed", "failed", "rejected"]),
          );
        });
        await withStore(place, (store) =>
          store.holds.release({ scope: mail, actor: "ann", reason: "moved" }),
        );
        await until("what was on hold is done", () =>
          withStore(place, async (store) => {
            const mails = await Array.fromAsync(
              store.actions.list({ name: "mail", state: "done" }),
            );
            return others.every((key) => mails.some((mail) => mail.key === key));
          }),
        );
      },
      { definitions: errands },
    );
  });
});
