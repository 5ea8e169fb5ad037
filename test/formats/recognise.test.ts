import { describe, expect, test } from "vitest";
import { openReader, recognise } from "../../src/formats/recognise.ts";
import { catalogue } from "./flow-text.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

describe("a file is recognised by its first bytes", () => {
  test.each([
    ["its header", "ZHV|1|D0010002|"],
    ["a byte order mark before it", "\xef\xbb\xbfZHV|1|"],
    ["blank lines before it", "\r\n\nZHV|1|"],
    ["both before it", "\xef\xbb\xbf\r\nZHV|1|"],
  ])("as a user file with %s", (_, head) => {
    expect(recognise(bytes(head), catalogue)?.id).toBe("user-file");
  });

  test.each([
    ["json-event", "an object", '{"ZHV|":1}'],
    ["json-event", "a list of objects, blanks before", ' \n[ {"a":1}]'],
    [
      "headed-csv",
      "the column names of a table",
      "status,order_number,transaction_id,amount,paid_at\n",
    ],
    [
      "headed-csv",
      "a byte order mark before them",
      "\xef\xbb\xbfstatus,order_number,transaction_id,amount\r\n",
    ],
  ])("as %s with %s", (family, _, head) => {
    expect(recognise(bytes(head), catalogue)?.id).toBe(family);
  });

  test.each([
    ["nothing", ""],
    ["half a header", "ZHV"],
    ["another header", "ZHX|D0265001|"],
    ["a header further down", "hello\nZHV|1|"],
    ["a line of names that no table has", "colour,weight\nred,5\n"],
    ["a list of numbers", "[1, 2]"],
  ])("as of no family with %s", (_, head) => {
    expect(recognise(bytes(head), catalogue)).toBeNull();
  });
});

describe("a file of no known family still gets a reader", () => {
  test("that says the file is empty", () => {
    const reader = openReader(bytes(""), { catalogue });
    expect(reader.end()).toEqual({
      envelope: null,
      problems: [expect.objectContaining({ code: "EMPTY_FILE", severity: "error", line: null })],
      messages: 0,
      invalid: 0,
      lines: 0,
    });
  });

  test("that says what the file begins with, control characters made visible", () => {
    const text = `\x00\x01AB${"C".repeat(200)}\nsecond`;
    const reader = openReader(bytes(text), { catalogue });
    for (const byte of bytes(text)) reader.push(Uint8Array.of(byte));
    const { problems, lines } = reader.end();
    expect(lines).toBe(2);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "UNKNOWN_FORMAT", severity: "error", line: 1 });
    expect(problems[0]?.value).toMatch(/^\\u\{0\}\\u\{1\}ABC+$/);
    expect(problems[0]?.value).toHaveLength(80);
    expect(reader.context().family).toBe("unknown");
  });
});
