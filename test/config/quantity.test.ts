import { describe, expect, it } from "vitest";
import { parseDuration, parseSize } from "../../src/config/quantity.ts";
import { nearestWord } from "../../src/core/text/nearest-word.ts";

describe("a duration", () => {
  it.each([
    ["500ms", 500],
    ["2s", 2_000],
    ["1.5 m", 90_000],
    ["1h", 3_600_000],
    ["7d", 604_800_000],
    [" 0s ", 0],
  ])("%j is %d milliseconds", (text, ms) => expect(parseDuration(text)).toBe(ms));

  it.each(["", "2", "s", "2 sec", "-1s", "2 S", "1e3s", "2s 3s", "2toString", "9999999999999d"])(
    "%j is none",
    (text) => expect(parseDuration(text)).toBeNull(),
  );
});

describe("a size", () => {
  it.each([
    ["100 B", 100],
    ["512 KiB", 524_288],
    ["8MiB", 8_388_608],
    ["1.5 GiB", 1_610_612_736],
  ])("%j is %d bytes", (text, bytes) => expect(parseSize(text)).toBe(bytes));

  it.each(["", "8", "8 MB", "8 Mb", "MiB", "-8 MiB"])("%j is none", (text) =>
    expect(parseSize(text)).toBeNull(),
  );
});

describe("a misspelt word", () => {
  const known = ["store", "blobs", "largeFiles", "log", "channels"];

  it.each([
    ["stroe", "store"],
    ["chanels", "channels"],
    ["large_files", "largeFiles"],
    ["LOG", "log"],
  ])("%s means %s", (word, meant) => expect(nearestWord(word, known)).toBe(meant));

  it.each(["retention", "x", "password"])("%s means none of them", (word) =>
    expect(nearestWord(word, known)).toBeNull(),
  );
});
