import { expect, test } from "vitest";
import { foldPlace } from "../../../src/core/event/event.ts";
import { dateOfOwnEvent } from "../../../src/store/rules/own-event-date.ts";

const now = Date.parse("2026-01-18T17:00:00Z");
const minute = 60_000;

const knownOf = (occurredAt: number) =>
  foldPlace({ occurredAt, sender: ":CSS", flow: null, fileIdentifier: null, line: 1, seq: 7 });

test.each([
  ["of long ago", now - 90 * minute, now],
  ["of this very moment", now, now + 1],
  ["that a clock ahead of ours stamped", now + 3 * minute, now + 3 * minute + 1],
  ["that is years ahead", now + 1_000_000 * minute, now],
])("an action's event occurred after what its process knew %s", (_, known, at) => {
  expect(dateOfOwnEvent(now, { cause: now - 100 * minute, tail: knownOf(known) })).toBe(at);
});

test("it occurred after its cause, and now at the earliest", () => {
  expect(dateOfOwnEvent(now, { cause: now + 5, tail: null })).toBe(now + 6);
  expect(dateOfOwnEvent(now, { cause: now - 5, tail: null })).toBe(now);
});
