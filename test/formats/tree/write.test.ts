import { describe, expect, test } from "vitest";
import { readDocument } from "../../../src/formats/recognise.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import type { WritableDocument } from "../../../src/formats/writer.ts";
import { allProblems, catalogue, flowText, mpan, otherMpan, reading } from "../flow-text.ts";
import { readWritable, rewritten, textOf, writable } from "../written.ts";
import { catalogueOf, group } from "./definition.ts";
import { withRightTrailer } from "./right-trailer.ts";

const layoutOf = (text: string) => readWritable(Buffer.from(text, "latin1")).layout;

/** That the text is valid, is written to itself, and what its layout has to say for that. */
function expectSame(text: string, layout: object): void {
  const document = readDocument(Buffer.from(text, "latin1"), catalogue);
  expect(allProblems(document).filter(({ severity }) => severity === "error")).toEqual([]);
  expect(rewritten(text)).toBe(text);
  expect(layoutOf(text)).toEqual(layout);
}

const trailer = { completed: "20260504093105" };
const usual = flowText(reading);

describe("a file is written as it was read", () => {
  test("with nothing in its layout but what differs from the usual", () => {
    expectSame(usual, { trailer });
    expectSame(usual.replace("20260504093105", "20260504093000"), {});
  });

  test("with its line ends, mixed ones too", () => {
    expectSame(usual.replaceAll("\n", "\r\n"), { lineEnd: "CRLF", trailer });
    expectSame(usual.replace("|V|\n", "|V|\r\n"), { trailer, lines: [{ line: "2", end: "CRLF" }] });
    expectSame(usual.trimEnd(), { finalNewline: "no", trailer });
    expectSame(`${usual.trimEnd()}\r`, { trailer, lines: [{ line: "5", end: "CR" }] });
  });

  test("with a byte order mark, blank lines and what else is noted", () => {
    expectSame(`\xef\xbb\xbf${usual}`, { byteOrderMark: "yes", trailer });
    const blank = { text: "", alone: "yes" };
    const lines = [
      { line: "2", ...blank },
      { line: "7", ...blank },
    ];
    expectSame(`${usual.replace("026|", "\n026|")}\n`, { trailer, lines });
    const spare = usual.replace("|C|", "|C|||");
    expectSame(spare, { trailer, lines: [{ line: "3", text: "028|X10A 41230|C|||" }] });
    const open = usual.replace("|T|N|\n", "|T|N\n");
    const text = "030|S|20260503000000|10250.0|||T|N";
    expectSame(open, { trailer, lines: [{ line: "4", text }] });
  });

  test("with counts and checksum as sent", () => {
    const odd = flowText(reading, { trailer: "ZPT|0000000001|0000000003|77|||" });
    const sent = { groupCount: "0000000003", checksum: "77", flowCount: "", completed: "" };
    expectSame(odd, { trailer: sent });
  });

  test("with the fields of the header that an envelope has not", () => {
    const header = "ZHV|0000000001|D0010002|D|BDCO|X|BSUP|20260504093000|AB12|||OPER|";
    expectSame(flowText(reading, { header }), {
      header: { sendingApplication: "AB12" },
      trailer,
    });
  });

  test("with groups of a message out of order", () => {
    const lines = [reading[0] ?? "", reading[1] ?? "", "027|02|DOG|", "027|20||", reading[1] ?? ""];
    expectSame(flowText(lines), { trailer });
  });

  test("without messages", () => {
    expectSame(flowText([], { flows: 0 }), { trailer });
  });
});

describe("the groups above and beside messages", () => {
  const options = { flow: "D0170001", flows: 2 };
  const request = "350|20260504|01||||";
  const message = (core: string) => `351|${core}|`;

  test("are shared by messages that are below one of them", () => {
    const lines = [request, message(mpan), message(otherMpan)];
    expectSame(flowText(lines, { ...options, flows: 1 }), { trailer });
  });

  test("are written again where they were sent again with the same values", () => {
    const lines = [request, message(mpan), request, message(otherMpan)];
    expectSame(flowText(lines, options), { trailer, order: "350 351 350 351" });
  });

  const field = (name: string) => ({ text: name });
  const own = catalogueOf([
    group("BEF"),
    group("TOP", {
      groups: [
        group("SID"),
        group("MSG", { message: true, groups: [group("SUB")] }),
        group("END", { groups: [group("DET")] }),
      ],
    }),
    group("AFT"),
  ]);
  const options001 = { flow: "D0001001", trailer: "" };
  const both = (lines: readonly string[]) => {
    const last = `ZPT|0000000001|${lines.length}|||20260504093000|\n`;
    const text = flowText(lines, options001).trimEnd();
    const bytes = Buffer.from(`${text}\n${last}`, "latin1");
    const document = writable(readDocument(bytes, own, { whole: true }));
    if (document === null) throw new Error("The file has no envelope");
    expect(textOf(writeDocument(document, own))).toBe(bytes.toString("latin1"));
    return document;
  };

  test("come back from data that each message has", () => {
    const lines = ["BEF|1|", "TOP|2|", "SID|3|", "MSG|4|", "SUB|5|", "MSG|6|", "END|7|", "DET|8|"];
    const { layout, messages } = both([...lines, "TOP|9|", "MSG|10|", "AFT|11|", "AFT|12|"]);
    expect(layout).toEqual({ trailer: { flowCount: "" } });
    expect(messages[2]?.data).toEqual({
      groupBEF: [field("1")],
      groupTOP: field("9"),
      groupAFT: [field("11"), field("12")],
      text: "10",
    });
  });

  test("come back in the order they came in", () => {
    const lines = ["AFT|1|", "TOP|2|", "END|3|", "MSG|4|", "SID|5|", "MSG|6|", "BEF|7|", "AFT|8|"];
    const { layout } = both(lines);
    expect(layout).toMatchObject({ order: "AFT TOP END MSG SID MSG BEF AFT" });
  });

  test("come back where no message is below them", () => {
    const { layout, messages } = both(["BEF|1|", "TOP|2|", "SID|3|", "TOP|4|", "MSG|5|", "TOP|6|"]);
    expect(messages).toHaveLength(1);
    expect(layout?.["lines"]).toEqual([
      { line: "3", text: "TOP|2|", alone: "yes" },
      { line: "4", text: "SID|3|", alone: "yes" },
      { line: "7", text: "TOP|6|", alone: "yes" },
    ]);
    expect(both(["BEF|1|", "AFT|2|"]).messages).toEqual([]);
  });

  test("are refused when they are none", () => {
    const document = both(["TOP|2|", "MSG|5|"]);
    const messages = document.messages.map((one) => ({
      ...one,
      data: { ...one.data, groupTOP: "2" },
    }));
    const written = writeDocument({ ...document, messages }, own);
    expect(textOf(written)).toContain("WRONG_TYPE");
  });
});

describe("a document that somebody changed", () => {
  const document = readWritable(Buffer.from(usual, "latin1"));
  const first = document.messages[0];
  if (first === undefined) throw new Error("There is a message");
  const withData = (data: object): WritableDocument => ({
    ...document,
    messages: [{ ...first, data: { ...first.data, ...data } }],
  });
  const codesOf = (changed: WritableDocument) => textOf(writeDocument(changed, catalogue));

  test("gets a trailer that counts what there is now", () => {
    const messages = [first, { ...first, data: { ...first.data, mpanCore: otherMpan } }];
    const text = textOf(writeDocument({ ...document, messages }, catalogue));
    expect(text).toContain("ZPT|0000000001|6||2|20260504093105|\n");
  });

  test("keeps no look of a line that says something else now", () => {
    const spare = readWritable(Buffer.from(usual.replace("|V|", "|V|||"), "latin1"));
    expect(textOf(writeDocument(spare, catalogue))).toContain(`026|${mpan}|V|||\n`);
    const messages = [{ ...first, data: { ...first.data, bscValidationStatus: "U" } }];
    const text = textOf(writeDocument({ ...spare, messages }, catalogue));
    expect(text).toContain(`026|${mpan}|U|\n`);
  });

  test("is refused for what the format cannot hold, all of it at once", () => {
    const meters = [
      { meterId: "A|B", readingType: "C\n" },
      { meterId: "Ω", readingType: "TOO LONG" },
    ];
    const written = writeDocument(
      withData({ mpanCore: `${mpan}0`, mood: "good", meterReadingTypes: meters }),
      catalogue,
    );
    if (written.ok) throw new Error("It should be refused");
    expect(written.problems.map(({ code, line, field }) => [code, line, field])).toEqual([
      ["UNWRITABLE_CHARACTER", 3, "meterId"],
      ["UNWRITABLE_CHARACTER", 3, "readingType"],
      ["UNWRITABLE_CHARACTER", 4, "meterId"],
      ["UNKNOWN_NAME", 2, "mood"],
      ["TOO_MANY_DIGITS", 2, "mpanCore"],
      ["TOO_LONG", 3, "readingType"],
      ["TOO_LONG", 4, "readingType"],
    ]);
    for (const { message } of written.problems) expect(message).toMatch(/\.$/);
  });

  test.each<[string, object, readonly string[]]>([
    ["a number for a text", { mpanCore: 12 }, ["WRONG_TYPE", "MISSING_VALUE"]],
    ["null for a text", { mpanCore: null }, ["WRONG_TYPE", "MISSING_VALUE"]],
    ["text for a group", { meterReadingTypes: "x" }, ["WRONG_TYPE", "MISSING_GROUP"]],
    ["null for a group", { meterReadingTypes: null }, ["WRONG_TYPE", "MISSING_GROUP"]],
    ["a list with nothing in it", { meterReadingTypes: [null, 3] }, ["WRONG_TYPE", "WRONG_TYPE"]],
    ["groups left out", { $rest: { groups: "2" } }, ["MESSAGE_TOO_LARGE"]],
    ["an order that does not fit", { $order: "028 028" }, []],
  ])("is refused for %s", (_, data, codes) => {
    const found = codesOf(withData(data));
    if (codes.length === 0) expect(typeof found).toBe("string");
    else expect(found).toEqual(expect.arrayContaining([...codes]));
  });

  test("is refused for a group that is no message, an unknown flow and an unknown family", () => {
    const { envelope } = document;
    expect(codesOf({ ...document, messages: [{ ...first, group: "999" }] })).toEqual([
      "UNKNOWN_GROUP",
    ]);
    expect(codesOf({ ...document, envelope: { ...envelope, flow: "X1" } })).toEqual([
      "UNKNOWN_FLOW",
    ]);
    expect(codesOf({ ...document, envelope: { ...envelope, family: "telex" } })).toEqual([
      "UNKNOWN_FORMAT",
    ]);
  });

  test("has no checksum to be judged where a line could not be written as it is", () => {
    const header = "AAA|E0041001|D|20260810093000|EN|EXNOTIF|EC|ECVAA|12|OPER|";
    const bytes = withRightTrailer(Buffer.from(`${header}\nTRA|1\t|2|\nZZZ|||\n`, "latin1"));
    expect(textOf(writeDocument(readWritable(bytes), catalogue))).toEqual(["UNWRITABLE_CHARACTER"]);
  });

  test("is refused when what is written would be read as other messages", () => {
    const whole = { ...document.envelope, flow: "D0269", version: "002" };
    const messages = [
      { group: "ZPD", data: {} },
      { group: "ZPD", data: {} },
    ];
    const written = writeDocument({ envelope: whole, layout: null, messages }, catalogue);
    expect(textOf(written)).toContain("MESSAGE_COUNT");
  });
});

describe("what an envelope lacks", () => {
  const { envelope, messages } = readWritable(Buffer.from(usual, "latin1"));
  const bare = {
    envelope: { ...envelope, fileIdentifier: null, created: null },
    layout: null,
    messages,
  };

  test("is the sender's to give: an identifier, and the time by the clock of the family", () => {
    let given = 0;
    const sending = {
      at: Date.UTC(2026, 5, 1, 8, 30, 5),
      nextFileIdentifier: () => {
        given += 1;
        return "NEW0000001";
      },
    };
    const text = textOf(writeDocument(bare, catalogue, sending));
    expect(text).toMatch(/^ZHV\|NEW0000001\|D0010002\|D\|BDCO\|X\|BSUP\|20260601093005\|/);
    expect(text).toContain("ZPT|NEW0000001|3||1|20260601093005|\n");
    expect(given).toBe(1);
    expect(textOf(writeDocument({ ...bare, envelope }, catalogue, sending))).toContain(
      "ZHV|0000000001|",
    );
    expect(given).toBe(1);
  });

  test("is refused where nobody gives it", () => {
    const codes = ["MISSING_VALUE", "MISSING_VALUE", "MISSING_VALUE"];
    expect(textOf(writeDocument(bare, catalogue))).toEqual(codes);
  });
});

test("a file with errors is never written as if it had none", () => {
  const broken = [
    usual.replace("|C|", "|C|more|"),
    usual.split("ZPT")[0] ?? "",
    `${usual}ZPT|1|`,
    usual.replace("028|", "999|"),
  ];
  for (const text of broken) {
    const document = readDocument(Buffer.from(text, "latin1"), catalogue);
    expect(allProblems(document).some(({ severity }) => severity === "error")).toBe(true);
    expect(typeof rewritten(text)).not.toBe("string");
  }
});
