import { expect, test } from "vitest";
import { counted, times } from "../../src/runtime/counted.ts";

test("one is one, and none and more are several", () => {
  expect([0, 1, 2].map((count) => counted(count, "message"))).toEqual([
    "0 messages",
    "1 message",
    "2 messages",
  ]);
  expect([1, 2].map((count) => counted(count, "process", "processes"))).toEqual([
    "1 process",
    "2 processes",
  ]);
  expect([1, 2].map(times)).toEqual(["once", "2 times"]);
});
