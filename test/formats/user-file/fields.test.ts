import { describe, expect, test } from "vitest";
import { usualFlowSettings } from "../../../src/core/file/flow-settings.ts";
import { readDocument } from "../../../src/formats/recognise.ts";
import {
  allProblems,
  catalogue,
  codes,
  data,
  flowText,
  mpan,
  read,
  readingWith,
} from "../flow-text.ts";

/** Problems of a D0010 message of which one line is written otherwise. */
function problemsWith(index: number, line: string) {
  const document = read(flowText(readingWith(index, line)));
  expect(document.problems).toEqual([]);
  return allProblems(document);
}

describe("the number of fields", () => {
  test.each([
    ["one too few", "028|X10A 41230|", "TOO_FEW_FIELDS", "error", "1"],
    ["no fields at all", "028|", "TOO_FEW_FIELDS", "error", "0"],
    ["a code alone", "028", "TOO_FEW_FIELDS", "error", "0"],
    ["one too many", "028|X10A 41230|C|x|", "TOO_MANY_FIELDS", "error", "3"],
    ["blanks to spare", "028|X10A 41230|C| |", "TOO_MANY_FIELDS", "error", "3"],
    ["empty ones to spare", "028|X10A 41230|C|||", "EXTRA_EMPTY_FIELDS", "warning", "4"],
    ["no final pipe", "028|X10A 41230|C", "NO_FINAL_PIPE", "warning", null],
  ])("%s", (_, line, code, severity, value) => {
    expect(problemsWith(1, line)).toEqual([
      expect.objectContaining({ code, severity, value, line: 3, group: "028", field: null }),
    ]);
  });

  test("too few is a warning when another version takes its place", () => {
    const document = read(flowText(readingWith(1, "028|X10A 41230|"), { flow: "D0010777" }));
    expect(codes(document)).toEqual(["OTHER_VERSION", "FEWER_FIELDS"]);
    expect(document.invalid).toBe(0);
  });
});

describe("a value", () => {
  const line = (value: string, field: number) =>
    "030|S|20260503000000|10250.0|||T|N|"
      .split("|")
      .map((old, index) => (index === field ? value : old))
      .join("|");

  test.each([
    ["", 1, "MISSING_VALUE", "meterRegisterId"],
    ["LONG", 1, "TOO_LONG", "meterRegisterId"],
    ["20260230000000", 2, "BAD_DATETIME", "readingDateTime"],
    ["", 2, "MISSING_VALUE", "readingDateTime"],
    ["12x", 3, "BAD_NUMBER", "registerReading"],
    ["-1.0", 3, "BAD_NUMBER", "registerReading"],
    ["1234567890", 3, "TOO_MANY_DIGITS", "registerReading"],
    ["45678.250", 3, "TOO_MANY_DECIMALS", "registerReading"],
    ["maybe", 6, "BAD_BOOLEAN", "meterReadingFlag"],
    ["A\x07", 1, "CONTROL_CHARACTER", "meterRegisterId"],
    ["A\x7f", 1, "CONTROL_CHARACTER", "meterRegisterId"],
  ])("%j in field %i is an error: %s", (value, field, code, key) => {
    expect(problemsWith(2, line(value, field))).toEqual([
      expect.objectContaining({ code, severity: "error", line: 4, group: "030", field: key }),
    ]);
  });

  test("not among the listed codes is a warning", () => {
    expect(problemsWith(0, `026|${mpan}|Q|`)).toEqual([
      expect.objectContaining({
        code: "UNLISTED_CODE",
        severity: "warning",
        field: "bscValidationStatus",
        value: "Q",
      }),
    ]);
  });

  test("that is a listed number counts with and without leading zeros", () => {
    const lines = (profile: string) => [
      `121|${mpan}|20260601|${profile}|20260601|A|20260601|`,
      "122|0151|20260601|_A|20260601|",
      "124|00043|-1810.0|20260601|",
    ];
    for (const profile of ["3", "03"])
      expect(codes(read(flowText(lines(profile), { flow: "D0052001" })))).toEqual([]);
  });

  test.each([
    ["9900012045007", "SUBJECT_CHECK_DIGIT"],
    ["12345", "NO_METER_POINT"],
  ])("of an MPAN core that a message is about, %s, is an error", (core, code) => {
    expect(problemsWith(0, `026|${core}|V|`)).toEqual([
      expect.objectContaining({ code, severity: "error", field: "mpanCore" }),
    ]);
  });

  test("of an MPAN core with a wrong check digit is a warning where the flow's setting says so", () => {
    const settings = () => ({ ...usualFlowSettings, checkDigits: "advisory" as const });
    const text = flowText(readingWith(0, "026|9900012045007|V|"));
    const document = readDocument(Buffer.from(text), { ...catalogue, settings });
    expect(document.invalid).toBe(0);
    expect(allProblems(document)).toMatchObject([
      { code: "SUBJECT_CHECK_DIGIT", severity: "warning", field: "mpanCore" },
    ]);
    const short = flowText(readingWith(0, "026|12345|V|"));
    expect(readDocument(Buffer.from(short), { ...catalogue, settings }).invalid).toBe(1);
  });

  test("in a field that is always empty is a warning, and kept", () => {
    const lines = ["ZPI|1|", `ZIN|1|NH09|${mpan}|X|BSUP|`, "ISD|20260418|"];
    const document = read(flowText(lines, { flow: "D0019001" }));
    expect(codes(document)).toEqual(["UNUSED_FILLED", "UNUSED_FILLED"]);
    expect(data(document)[0]).toMatchObject({ marketRole: "X", participantId: "BSUP" });
  });

  test("outside plain ASCII is a warning, once for a line, and read as Latin-1", () => {
    const document = read(
      flowText(
        ["027|02|CAF\xc9 \xa3|", "027|02|\xe9|"].reduce(
          (lines, visit) => [...lines.slice(0, 1), visit, ...lines.slice(1)],
          readingWith(9, ""),
        ),
      ),
    );
    expect(codes(document)).toEqual(["HIGH_CHARACTER", "HIGH_CHARACTER"]);
    expect(data(document)[0]).toMatchObject({
      siteVisitInformation: [
        { additionalInformation: "\xe9" },
        { additionalInformation: "CAF\xc9 \xa3" },
      ],
    });
  });

  test("that does not fit an inferred format is a warning", () => {
    const lines = [`101|${mpan}|AI|BSUPPLIER|`, "102|20260503|", ...Array(48).fill("103|A|1.0|")];
    const document = read(flowText(lines, { flow: "D0036001" }));
    expect(allProblems(document)).toEqual([
      expect.objectContaining({
        code: "INFERRED_FORMAT",
        severity: "warning",
        field: "supplierId",
        value: "BSUPPLIER",
      }),
    ]);
  });

  test("is quoted with every problem, and each problem says what was expected", () => {
    const [found] = problemsWith(2, line("45678.250", 3));
    expect(found?.value).toBe("45678.250");
    expect(found?.message).toBe(
      'Register Reading (J0040) is "45678.250", expected was a number of up to 9 digits, at most 1 of them behind the point; ask the sender to correct it.',
    );
  });

  test("wrong in several fields is reported for each", () => {
    expect(problemsWith(2, "030||yesterday|1.25|||X|N|").map((one) => one.code)).toEqual([
      "MISSING_VALUE",
      "BAD_DATETIME",
      "TOO_MANY_DECIMALS",
      "BAD_BOOLEAN",
    ]);
  });
});

describe("a message without its subject", () => {
  test("is invalid and has no subject", () => {
    const document = read(flowText(readingWith(0, "026||V|")));
    expect(codes(document)).toEqual(["MISSING_VALUE"]);
    expect(document.items[0]).toMatchObject({ subject: null, line: 2 });
    expect(document.invalid).toBe(1);
  });
});
