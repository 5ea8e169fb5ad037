import { expect, test } from "vitest";
import { refusedFileAdvice } from "../../../src/store/stuck/refused-advice.ts";

const ways = (title: string) =>
  refusedFileAdvice({ id: "1", title, example: { number: 1, item: "file 1" } })
    .map(({ say }) => say)
    .join("\n");

test.each(["PACKED_UNREAD", "PGP_UNSIGNED", "PGP_REQUIRED", "EMPTY_FILE"])(
  "%s of what has no identifier: nothing clears it but a person",
  (title) => {
    expect(ways(title)).not.toContain("clears itself");
    expect(ways(title)).toContain("dismiss this");
  },
);

test("a plain file that should have come encrypted has its identifier", () => {
  expect(ways("PGP_REQUIRED in D0010")).toContain("one with its identifier is recorded");
});

test.each([
  "AFTER_TRAILER in D0010",
  "SECOND_HEADER in D0010, group ZHV",
  "FILE_IDENTIFIER_DIFFERS in D0010",
])("%s: only all of them together clear it", (title) => {
  expect(ways(title)).toContain("only when one with each identifier found in it is recorded");
});
