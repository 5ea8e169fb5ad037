import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { hasError } from "../../src/core/file/problem.ts";
import { readDocument } from "../../src/formats/recognise.ts";
import { allProblems, catalogue, codes, data } from "./flow-text.ts";

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));
const load = (folder: string, name: string) =>
  readDocument(readFileSync(join(fixtures, folder, name)), catalogue);

/** Messages of each right fixture. */
const right: Readonly<Record<string, number>> = {
  "D0010-every-group.usr": 2,
  "D0010-five-meter-points.usr": 5,
  "D0010-no-final-newline.usr": 3,
  "D0010-no-groups.usr": 0,
  "D0010-one-meter-point.usr": 1,
  "D0019-two-instructions.usr": 2,
  "D0036-autumn-and-spring-days.usr": 1,
  "D0036-one-day-two-quantities.usr": 2,
  "D0052-one-meter-point.usr": 1,
  "D0150-two-meter-points.usr": 2,
  "D0155-two-appointments.usr": 2,
  "D0217-two-registrations.usr": 2,
  "D0379-flag-after-readings.usr": 1,
};

/** What is wrong with each wrong fixture, whether that refuses it, and how many messages it holds. */
const wrong: Readonly<
  Record<string, readonly [refused: boolean, invalid: number, ...codes: string[]]>
> = {
  "bad-dates.usr": [false, 3, "BAD_DATETIME", "BAD_DATETIME", "BAD_DATETIME"],
  "bad-numbers.usr": [
    false,
    3,
    "BAD_NUMBER",
    "TOO_MANY_DIGITS",
    "TOO_MANY_DECIMALS",
    "BAD_BOOLEAN",
    "TWO_READINGS",
  ],
  "binary.usr": [true, 0, "UNKNOWN_FORMAT"],
  "cut-inside-line.usr": [true, 1, "MISSING_TRAILER", "TOO_FEW_FIELDS"],
  "cut-inside-trailer.usr": [true, 0, "TRAILER_NO_FINAL_PIPE", "ENVELOPE_TIME"],
  "cut-short.usr": [true, 0, "MISSING_TRAILER"],
  "empty.usr": [true, 0, "EMPTY_FILE"],
  "field-counts.usr": [false, 1, "TOO_FEW_FIELDS", "TOO_MANY_FIELDS", "EXTRA_EMPTY_FIELDS"],
  "group-count.usr": [true, 0, "GROUP_COUNT"],
  "groups-before-message.usr": [true, 0, "GROUP_OUT_OF_PLACE", "GROUP_OUT_OF_PLACE", "FLOW_COUNT"],
  "header-fields.usr": [true, 0, "HEADER_FIELD_COUNT", "MISSING_VALUE", "ENVELOPE_TIME"],
  "identifier-differs.usr": [true, 0, "FILE_IDENTIFIER_DIFFERS"],
  "missing-group.usr": [false, 1, "MISSING_GROUP", "GROUP_OUT_OF_PLACE"],
  "mpan-check-digit.usr": [false, 1, "SUBJECT_CHECK_DIGIT"],
  "not-a-flow-file.csv": [true, 0, "UNKNOWN_FORMAT"],
  "one-bad-of-four.usr": [false, 1, "MISSING_VALUE"],
  "other-periods.usr": [false, 1, "WRONG_OCCURRENCES"],
  "over-long-values.usr": [false, 1, "TOO_LONG", "TOO_LONG"],
  "two-files-in-one.usr": [true, 0, "AFTER_TRAILER"],
  "unknown-flow.usr": [true, 0, "UNKNOWN_FLOW"],
  "unknown-group.usr": [false, 1, "UNKNOWN_GROUP"],
};

describe("every right fixture is read without error", () => {
  test("and is listed here", () => {
    expect(readdirSync(join(fixtures, "right")).toSorted()).toEqual(Object.keys(right).toSorted());
  });

  test.each(Object.entries(right))("%s has %i messages", (name, messages) => {
    const document = load("right", name);
    expect(allProblems(document).filter((one) => one.code !== "NO_GROUPS")).toEqual([]);
    expect(document).toMatchObject({ messages, invalid: 0 });
    expect(data(document)).toHaveLength(messages);
    expect(document.items.every((message) => message.subject?.kind === "mpan")).toBe(true);
  });
});

describe("every wrong fixture is read with its reasons", () => {
  test("and is listed here", () => {
    expect(readdirSync(join(fixtures, "wrong")).toSorted()).toEqual(Object.keys(wrong).toSorted());
  });

  test.each(Object.entries(wrong))("%s", (name, [refused, invalid, ...expected]) => {
    const document = load("wrong", name);
    expect(codes(document)).toEqual(expected);
    expect(hasError(document.problems)).toBe(refused);
    expect(document.invalid).toBe(invalid);
  });
});
