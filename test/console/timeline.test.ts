import { expect, test } from "vitest";
import { timelinePicture } from "../../src/console/timeline/draw.ts";
import type { Entry } from "../../src/console/timeline/entry.ts";

const entry = (title: string, at: number): Entry => ({
  lane: "Actions",
  sentAt: at,
  knownAt: at,
  title,
  path: null,
  mark: null,
  foldsBefore: null,
});

test("what happened at one moment is side by side and nothing upon anything; of very much the rest is counted", async () => {
  const at = Date.UTC(2026, 5, 10);
  const many = Array.from({ length: 9 }, (_, number) => entry(`action ${number}`, at));
  const text = String(await timelinePicture([...many, entry("later", at + 1_000)], "known", null));
  const places = [...text.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(
    ([, x, y]) => `${x} ${y}`,
  );
  expect(places).toHaveLength(7);
  expect(new Set(places).size).toBe(7);
  expect(text).toContain(">+3<");
});
