import { expect } from "vitest";
import { errandActions } from "./errands.ts";
import { goodFile, mpan, type SentFile } from "./flow-files.ts";
import { isTaken, type Workplace, withStore } from "./workplace.ts";

const perFile = 3;

/** A file of errands, told by its number. */
export const errandFile = (number: number): SentFile => goodFile(number, perFile);

/** Whether all that was dropped is taken and all that follows from it is done. */
export async function isSettled(place: Workplace): Promise<boolean> {
  if (!isTaken(place)) return false;
  return withStore(place, async (store) => {
    const { unrouted } = await store.reports.counts();
    if (unrouted > 0 || (await store.builds.backlog()) > 0) return false;
    const { planned = 0, running = 0 } = await store.actions.counts();
    return planned + running === 0;
  });
}

/** Expects each effect of each action of each message to be in the store once. */
export async function expectOnce(place: Workplace, files: readonly number[]): Promise<void> {
  const keys = files.flatMap((file) =>
    Array.from({ length: perFile }, (_, at) => mpan(file * 1_000 + at)),
  );
  await withStore(place, async (store) => {
    const done = new Map<string, string[]>(keys.map((key) => [key, []]));
    const emails = new Set<number>();
    for await (const { id, key, name, state, reason } of store.actions.list()) {
      expect({ key, name, state, reason }).toEqual({ key, name, state: "done", reason: null });
      done.get(key)?.push(name);
      const detail = await store.actions.get(id);
      for (const effect of detail?.effects ?? [])
        if (effect.kind === "email") emails.add(effect.message);
    }
    for (const key of keys) {
      expect(done.get(key)?.toSorted()).toEqual(errandActions);
      const told = (await store.events.ofProcess({ processType: "errand", key }))
        .map(({ type }) => type)
        .toSorted();
      expect(told).toEqual([
        "D0010_RECEIVED",
        "ERRAND_CHECKED",
        "ERRAND_CONFIRMED",
        "ERRAND_FETCHED",
        "ERRAND_NOTED",
      ]);
    }
    expect(emails.size).toBe(keys.length);
    const books = await Array.fromAsync(store.events.list({ type: "ERRAND_TOLD" }));
    const toldKeys = books.map(({ data }) => (JSON.parse(data) as { key: string }).key);
    expect(toldKeys.toSorted()).toEqual(keys.toSorted());
  });
}
