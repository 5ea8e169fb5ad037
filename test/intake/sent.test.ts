import { expect, test } from "vitest";
import type { Envelope } from "../../src/core/file/envelope.ts";
import { sentTime } from "../../src/intake/file/judge.ts";

function envelope(created: string | null, family = "user-file"): Envelope {
  return {
    family,
    flow: "D0010",
    version: "002",
    fileIdentifier: "1",
    from: { role: "D", participant: "DUMY" },
    to: { role: "X", participant: "SUPP" },
    created,
    testFlag: null,
  };
}

const seenAt = Date.UTC(2024, 6, 1, 12);

test("a user file was sent at its header's local UK time", () => {
  const sent = sentTime(envelope("20240701120000"), seenAt);
  expect(sent).toEqual({ at: Date.UTC(2024, 6, 1, 11), problem: null });
});

test("a settlement file was sent at its header's GMT", () => {
  expect(sentTime(envelope("20240701120000", "settlement"), seenAt).at).toBe(seenAt);
});

test("a time more than a day ahead is not believed, and said so", () => {
  const { at, problem } = sentTime(envelope("20991231235959"), seenAt);
  expect(at).toBe(seenAt);
  expect(problem).toMatchObject({ code: "SENT_IN_FUTURE", severity: "warning", line: 1 });
});

test("a file without a readable time counts from when it was first seen", () => {
  expect(sentTime(envelope("yesterday"), seenAt)).toEqual({ at: seenAt, problem: null });
  expect(sentTime(envelope(null), seenAt)).toEqual({ at: seenAt, problem: null });
});
