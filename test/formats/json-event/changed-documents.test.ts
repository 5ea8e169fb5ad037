import { describe, expect, test } from "vitest";
import { documentJson, readDocumentJson } from "../../../src/formats/document-json.ts";
import { isSameNumber } from "../../../src/formats/json-event/text/kept-numbers.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import { mpan, pending, readings, readText, shipped, validation } from "./json-text.ts";

/** The text of a file whose document, as JSON, somebody changed. */
function changed(text: string, change: (json: string) => string): string {
  const json = [...documentJson(readText(text))].join("");
  const read = readDocumentJson(change(json));
  if (!read.ok) return read.reasons.join();
  const written = writeDocument(read.document, shipped);
  return written.ok
    ? Buffer.from(written.bytes).toString()
    : written.problems.map(({ message }) => message).join();
}

/** Changes the messages of a document and not its layout, which has the file's text. */
function inMessages(from: string, to: string) {
  return (json: string) => {
    const at = json.indexOf('"messages":[');
    const messages = json.slice(at).replace(from, to);
    expect(messages).not.toBe(json.slice(at));
    return json.slice(0, at) + messages;
  };
}

/** What a program that holds numbers as doubles makes of a document before it changes it. */
function rounded(change: (json: string) => string) {
  return (json: string) => change(JSON.stringify(JSON.parse(json)));
}

const numbers =
  '"big": 12345678901234567890,\n  "one": 1.0, "power" : 1E5, "small":0.10000000000000000001';
const withNumbers = JSON.stringify(pending(), null, 2).replace("{\n", `{\n  ${numbers},\n`);

describe("a change leaves every other character of the file as it was", () => {
  const change = inMessages('"REG-77"', '"REG-78"');
  test.each([
    ["numbers", withNumbers],
    ["escapes", JSON.stringify(pending()).replace("SGR-77", "\\u0053GR\\/77")],
    ["a member called __proto__", withNumbers.replace('"one"', '"__proto__": {"x":1}, "one"')],
    ["a member called constructor", withNumbers.replace('"one"', '"constructor": [1.0], "one"')],
    ["a byte order mark and line ends", `\ufeff${withNumbers.replaceAll("\n", "\r\n")}\r\n`],
  ])("%s", (_, text) => {
    const expected = text.replace('"REG-77"', '"REG-78"');
    expect(changed(text, change)).toBe(expected);
    expect(changed(text, rounded(change))).toBe(expected);
  });

  test("what is beside a wrapped event", () => {
    const text = `[{"sentBy": "us",\n"payload": ${JSON.stringify([readings(), readings()])}}]`;
    const expected = text.replace('"_N"', '"_K"');
    expect(changed(text, inMessages('"_N"', '"_K"'))).toBe(expected);
  });

  test("items beside the changed one", () => {
    const item = { registrationRequestStatus: "Validated", mpxn: mpan };
    const text = JSON.stringify(
      validation({ ...item, registrationRequestId: "R1" }, item),
      null,
      1,
    );
    expect(changed(text, inMessages('"R1"', '"R2"'))).toBe(text.replace('"R1"', '"R2"'));
  });
});

describe("a changed number is written as it was given", () => {
  test.each([
    ["12345678901234567890", "12345678901234567891"],
    ["1.0", "1.5"],
    ["0.10000000000000000001", "0.10000000000000000002"],
    ["1E5", '"none"'],
  ])("%s to %s", (from, to) => {
    expect(changed(withNumbers, inMessages(from, to))).toBe(withNumbers.replace(from, to));
  });
});

describe("an object that gets or loses members", () => {
  test("is laid out anew, with what it keeps as it was", () => {
    const text = JSON.stringify({ ...pending(), more: { a: [1], b: 2 } }, null, 2).replace(
      "2\n",
      "2.50\n",
    );
    expect(changed(text, inMessages('"a":[1]', '"c":{"d":1.0},"e":[]'))).toBe(
      text.replace(/"a": \[[^\]]*\],/, '"c": {\n      "d": 1.0\n    },\n    "e": [],'),
    );
    const line = JSON.stringify(JSON.parse(text));
    expect(changed(line, inMessages('"a":[1],', ""))).toBe(line.replace('"a":[1],', ""));
  });
});

test("messages that are left out make a file of the others, numbers as they were", () => {
  const text = `[${withNumbers.replace("REG-77", "REG-1")},${withNumbers}]`;
  const without = (json: string) => {
    const document = JSON.parse(json);
    document.messages.shift();
    return JSON.stringify(document);
  };
  const written = changed(text, without);
  expect(JSON.parse(written)).toEqual(JSON.parse(withNumbers));
  for (const number of ["12345678901234567890", "1.0", "1E5"]) expect(written).toContain(number);
});

test("items that no longer agree in what they share become events of their own", () => {
  const item = { registrationRequestStatus: "Validated", mpxn: mpan, weight: 1 };
  const text = JSON.stringify(validation(item, item)).replaceAll('"weight":1', '"weight":1.0');
  const written = changed(text, inMessages('"eventStatus":"Ok"', '"eventStatus":"Error"'));
  expect(JSON.parse(written)).toMatchObject([
    { eventStatus: "Error", data: item },
    { eventStatus: "Ok", data: item },
  ]);
  expect(written.match(/1\.0\n/g)).toHaveLength(2);
});

test("a member called $known that an event has itself is not lost", () => {
  const text = JSON.stringify(pending({ $known: { mine: 1 } }));
  expect(changed(text, inMessages('"REG-77"', '"REG-78"'))).toBe(text.replace("REG-77", "REG-78"));
});

test("a document made by hand keeps the digits it was given", () => {
  const byHand = (json: string) =>
    json.replace(/"layout":\{.*?\},"lines"/s, '"layout":null,"lines"');
  const written = changed(withNumbers, byHand);
  expect(written).toMatch(/^\{\n {2}"big": 12345678901234567890,\n {2}"one": 1\.0,\n/);
});

test("a document that is deeper than what is read is refused", () => {
  const deep = `${"[".repeat(70)}${"]".repeat(70)}`;
  expect(changed(withNumbers, inMessages('"REG-77"', deep))).toContain(
    "more than 64 lists and objects deep",
  );
});

describe("numbers are the same", () => {
  test.each([
    ["1.0", "1"],
    ["1E5", "100000.0"],
    ["-0.50", "-5e-1"],
    ["0", "-0.0"],
    ["12345678901234567890", "12345678901234567000"],
    ["0.1234567890123456789", "0.12345678901234568"],
  ])("%s, given as %s", (read, given) => expect(isSameNumber(read, given)).toBe(true));
});

describe("numbers are others", () => {
  test.each([
    ["1.0", "1.1"],
    ["12345678901234567890", "12345678901234567891"],
    ["12345678901234567890", "12345678901234567889"],
    ["1e400", "1e401"],
    ["1", "-1"],
  ])("%s and %s", (read, given) => expect(isSameNumber(read, given)).toBe(false));
});
