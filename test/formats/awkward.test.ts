import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { allProblems, codes, flowText, read, reading, readingWith } from "./flow-text.ts";

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url)), "latin1");

const right = flowText(reading);
/** What is said of a file, each problem as its code and sentence. */
const said = (text: string) =>
  allProblems(read(text)).map(({ code, message }) => `${code} ${message}`);

/** A tar archive, as far as its first member: a block of 512 bytes before it, with "ustar" at 257. */
const tar = (name: string, text: string) =>
  `${name.padEnd(257, "\0")}ustar`.padEnd(512, "\0") + text;

describe("a file of no known format is described as what it seems to be", () => {
  test.each([
    ["small letters", right.toLowerCase(), "record codes are written in capitals"],
    ["blanks before the header", ` ${right}`, "there are blanks before its header"],
    ["tabs for pipes", right.replaceAll("|", "\t"), "its fields are not separated"],
    ["UTF-16", `\xff\xfe${[...right].join("\0")}\0`, "it is UTF-16"],
    ["UTF-16 without a mark", `${[...right].join("\0")}\0`, "it is UTF-16"],
    ["a saved web page", "<!DOCTYPE html><html>", "it is a web page"],
    ["a comment", `# made by hand\n${right}`, "no format has comments"],
    ["a trailer alone", right.slice(right.indexOf("ZPT")), "that is a trailer"],
    ["a table with semicolons", "colour;weight;width\n", "another delimiter"],
    [
      "a shipped table with semicolons",
      "order_number;transaction_id;amount;paid_at;status\n",
      "it has the columns of PAYMENTS 001, but semicolons between them where its definition has commas",
    ],
    [
      "two of a table's columns",
      "Order Number,colour,AMOUNT\n",
      "nearest is the table PAYMENTS 001: order_number and amount are there; transaction_id, status, currency and paid_at are missing; ask the sender for a file with them, or define a table for this one",
    ],
    ["a tar archive", tar("flows/a.usr", right), "it is a tar archive, which Busbar does not open"],
    [
      "a tar archive with a table",
      tar("a.csv", "order_number,transaction_id,amount,paid_at,status\n"),
      "ask the sender for a zip archive, or for the files themselves",
    ],
  ])("%s", (_, text, hint) => {
    expect(said(text)).toEqual([
      expect.stringMatching(/^UNKNOWN_FORMAT .*; it is kept as it is\.$/),
    ]);
    expect(said(text)[0]).toContain(hint);
  });
});

describe("what is easily overlooked is said", () => {
  test.each([
    [
      "a code in small letters",
      flowText(readingWith(2, "030|S|".toLowerCase().replace("030", "03a"))),
      'no group "03a";',
    ],
    ["a trailer in small letters", right.replace("ZPT", "zpt"), "as ZPT"],
    ["blanks around a code", flowText(readingWith(0, ` 026 ${reading[0]?.slice(3)}`)), "as 026"],
    ["a line of blanks", flowText([...reading, "   "]), "begins with blanks or holds nothing else"],
    ["a line without a code", flowText([...reading, "|1|"]), "the line has no record code"],
    ["bytes behind the trailer", `${right}\x1a`, "blanks, NULs or the like after the trailer"],
    [
      "blanks behind the last pipe",
      flowText(readingWith(0, `${reading[0]} `)),
      "hold nothing but blanks",
    ],
  ])("%s", (_, text, hint) => {
    expect(said(text).join("\n")).toContain(hint);
  });

  test.each([
    ["user file", right],
    ["pool file", fixture("pool/D0265-short-header.txt")],
    ["settlement file", fixture("settlement/C0291-two-groups.dat")],
    ["large file", flowText(Array.from({ length: 5_000 }, () => reading).flat())],
  ])("lines of a %s that end with carriage returns alone, once for all", (_, text) => {
    expect(said(text.replaceAll("\n", "\r"))).toEqual([
      expect.stringMatching(/^CONTROL_CHARACTER .* must end with a line feed/),
    ]);
  });
});

test("a flow's name without end is not carried about", () => {
  const document = read(right.replace("D0010002", "D".repeat(2_000)));
  expect(document.envelope).toBeNull();
  expect(codes(document)).toContain("TOO_LONG");
});

describe("what depends on a line too long to be read is not judged", () => {
  const long = "A".repeat(70_000);
  test.each([
    ["a header", right.replace("ZHV|", `ZHV|${long}`), ["LINE_TOO_LONG"]],
    [
      "a record under a checksum",
      fixture("settlement/C0291-two-groups.dat").replace("\nAGV|", `\nAGV|${long}`),
      ["LINE_TOO_LONG"],
    ],
  ])("%s", (_, text, expected) => {
    expect([...new Set(codes(read(text)))]).toEqual(expected);
  });
});

describe("every reason is named where there are several", () => {
  test.each([
    [
      "count, checksum and a value",
      fixture("pool/D0265-no-last-pipes.txt")
        .replace(/ZPT\|\d+\|\d+/, "ZPT|99|12345")
        .replace("EXRA", "EXRAX"),
      ["GROUP_COUNT", "CHECKSUM", "TOO_LONG"],
    ],
    [
      "identifier, counts and a second header",
      flowText([...reading, "ZHV|2|D0010002|"], { trailer: "ZPT|0000000002|9||9|never|" }),
      ["SECOND_HEADER", "ENVELOPE_TIME", "FILE_IDENTIFIER_DIFFERS", "GROUP_COUNT", "FLOW_COUNT"],
    ],
    [
      "a record with wrong quotes, and those it leaves without a place",
      fixture("uk-link/TRS-three-outcomes.TRS").replace('"S15"', '"S15'),
      ["UNKNOWN_GROUP", "BAD_QUOTE", "GROUP_OUT_OF_PLACE"],
    ],
    [
      "seven values of one line",
      flowText(readingWith(2, "030|LONG|20261399250000|1.55|x|y|Q||")),
      [
        "TOO_LONG",
        "BAD_DATETIME",
        "TOO_MANY_DECIMALS",
        "BAD_NUMBER",
        "BAD_BOOLEAN",
        "MISSING_VALUE",
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(codes(read(text))).toEqual(expect.arrayContaining(expected));
  });
});
