import { expect, test } from "vitest";
import type { Outcome } from "../../src/core/document.ts";
import { dateOutcome } from "../../src/intake/sent.ts";

function outcome(created: string | null): Outcome {
  return {
    envelope: {
      family: "user-file",
      flow: "D0010",
      version: "002",
      fileIdentifier: "1",
      from: { role: "D", participant: "DUMY" },
      to: { role: "X", participant: "SUPP" },
      created,
      testFlag: null,
    },
    problems: [],
    messages: 0,
    held: 0,
    lines: 2,
  };
}

const seenAt = Date.UTC(2024, 6, 1, 12);

test("a user file was sent at its header's local UK time", () => {
  const dated = dateOutcome(outcome("20240701120000"), seenAt);
  expect(dated).toEqual({
    outcome: outcome("20240701120000"),
    occurredAt: Date.UTC(2024, 6, 1, 11),
  });
});

test("a time far ahead is not believed, and the file is warned about", () => {
  const { outcome: warned, occurredAt } = dateOutcome(outcome("20991231235959"), seenAt);
  expect(occurredAt).toBe(seenAt);
  expect(warned.problems).toMatchObject([{ code: "SENT_IN_FUTURE", severity: "warning", line: 1 }]);
});

test("a time that cannot be read leaves the moment first seen", () => {
  expect(dateOutcome(outcome("yesterday"), seenAt).occurredAt).toBe(seenAt);
  expect(dateOutcome({ ...outcome(null), envelope: null }, seenAt).occurredAt).toBe(seenAt);
});
