import { describe, expect, test } from "vitest";
import {
  allProblems,
  codes,
  data,
  flowText,
  mpan,
  otherMpan,
  read,
  reading,
} from "../flow-text.ts";

const register = "030|S|20260503000000|10250.0|||T|N|";

describe("a group that has no right to be there", () => {
  test("is unknown when the flow does not have it", () => {
    const document = read(flowText([...reading, "999|what|"]));
    expect(document.problems).toEqual([]);
    expect(document.items[0]?.problems).toEqual([
      expect.objectContaining({ code: "UNKNOWN_GROUP", line: 5, group: "999", value: "999" }),
    ]);
    expect(document.items[0]).toMatchObject({ line: 2, lastLine: 5 });
  });

  test("is out of place when the group it belongs to is not there", () => {
    const document = read(flowText([`026|${mpan}|V|`, register]));
    expect(allProblems(document).map(({ code, line }) => [code, line])).toEqual([
      ["MISSING_GROUP", 2],
      ["GROUP_OUT_OF_PLACE", 3],
    ]);
    expect(document.problems).toEqual([]);
    expect(document.invalid).toBe(1);
  });

  test("before the first message refuses the file, whichever it is", () => {
    for (const [line, code] of [
      [register, "GROUP_OUT_OF_PLACE"],
      ["999|what|", "UNKNOWN_GROUP"],
      ["no pipes at all", "UNKNOWN_GROUP"],
    ] as const) {
      const document = read(flowText([line, ...reading]));
      expect(document.problems).toEqual([expect.objectContaining({ code, line: 2 })]);
      expect(document.invalid).toBe(0);
    }
  });

  test("holds its own message and no other", () => {
    const document = read(
      flowText([...reading, "999|what|", ...reading.map((line) => line.replace(mpan, otherMpan))], {
        flows: 2,
      }),
    );
    expect(document).toMatchObject({ messages: 2, invalid: 1, problems: [] });
    expect(document.items[1]?.problems).toEqual([]);
  });
});

describe("how often a group may occur", () => {
  test("at least once when it must", () => {
    const document = read(flowText([`026|${mpan}|V|`]));
    expect(document.items[0]?.problems).toEqual([
      expect.objectContaining({ code: "MISSING_GROUP", line: 2, group: "026" }),
    ]);
    expect(document.items[0]?.problems[0]?.message).toContain("Group 028 (Meter/Reading Types)");
  });

  test("not at all when it depends on a condition", () => {
    expect(
      codes(read(flowText([`026|${mpan}|F|`, "028|X|C|", register.replace("T", "F")]))),
    ).toEqual([]);
  });

  test("no more often than it may, all being kept", () => {
    const lines = [...reading, "032|01|T|", "032|02|F|", "032|03|F|"];
    const document = read(flowText(lines));
    expect(codes(document)).toEqual(["TOO_MANY_GROUPS"]);
    expect(allProblems(document)[0]).toMatchObject({ line: 6, group: "032" });
    expect(JSON.stringify(data(document))).toContain(
      '"meterReadingValidationResult":[{"meterReadingReasonCode":"01"',
    );
  });

  test.each([
    [46, ["WRONG_OCCURRENCES"]],
    [48, []],
    [50, ["WRONG_OCCURRENCES"]],
    [47, ["WRONG_OCCURRENCES"]],
    [51, ["WRONG_OCCURRENCES"]],
    [0, ["MISSING_GROUP"]],
  ])("exactly 48 half hours on an ordinary day: %i", (count, expected) => {
    const lines = [`101|${mpan}|AI|BSUP|`, "102|20260503|", ...Array(count).fill("103|A|1.0|")];
    expect(codes(read(flowText(lines, { flow: "D0036001" })))).toEqual(expected);
  });
});

describe("the order of groups", () => {
  const line = {
    visit: "027|02|DOG|",
    meter: "028|X10A 41230|C|",
  };

  test("other than the catalogue's is accepted unchanged, once warned of, and can be restored", () => {
    const lines = [`026|${mpan}|V|`, line.meter, line.visit, line.visit, line.meter, line.visit];
    const document = read(flowText(lines));
    expect(codes(document)).toEqual(["GROUP_ORDER"]);
    expect(allProblems(document)[0]).toMatchObject({ severity: "warning", line: 4, group: "027" });
    expect(data(document)).toEqual([
      {
        mpanCore: mpan,
        bscValidationStatus: "V",
        siteVisitInformation: Array(3).fill({
          siteVisitCheckCode: "02",
          additionalInformation: "DOG",
        }),
        meterReadingTypes: Array(2).fill({ meterId: "X10A 41230", readingType: "C" }),
        $order: "028 027 027 028 027",
      },
    ]);
  });

  test("of the catalogue needs no mark", () => {
    expect(JSON.stringify(data(read(flowText(reading))))).not.toContain("$order");
  });
});

describe("a code that is at several places is resolved by position", () => {
  const header = "ZPI|12|";

  test("by the fields it has: D0209 knows two instruction headers", () => {
    const full = [
      "ZIN|1|NM01||X|BSUP|",
      "ISD|20260401|",
      `MSH|${mpan}|`,
      "SUP|20260401|BSUP|",
      `MSH|${otherMpan}|`,
    ];
    const single = [`ZIN|2|NM02|${mpan}|||`, "ISD|20260402|", "SUP|20260402|BSUP|"];
    for (const [lines, groups] of [
      [
        [header, ...full],
        ["MSH", "MSH"],
      ],
      [
        [header, ...single, ...single],
        ["ZIN", "ZIN"],
      ],
      [
        [header, ...full, ...single],
        ["MSH", "MSH", "ZIN"],
      ],
    ] as const) {
      const document = read(flowText(lines, { flow: "D0209001" }));
      const found = allProblems(document).filter((problem) => problem.severity === "error");
      expect(found).toEqual([]);
      expect(document.items.map((message) => message.group)).toEqual(groups);
    }
  });

  test("by the order of groups before it: D0030 has three kinds of supplier", () => {
    const codesOf = ["SUP", "DIS", "GP1"].map(
      (code) => `${code}|X|Name|${code === "SUP" ? "Y|" : ""}`,
    );
    const document = read(
      flowText(["ZPD|", "RDT|", "HDR|", ...codesOf, ...codesOf, "HD2|", "SU2|", codesOf[0] ?? ""], {
        flow: "D0030001",
      }),
    );
    expect(codes(document)).not.toContain("GROUP_OUT_OF_PLACE");
    expect(codes(document)).not.toContain("TOO_MANY_GROUPS");
    expect(codes(document)).not.toContain("GROUP_ORDER");
    const [whole] = data(document) as Record<string, unknown>[];
    expect(
      Object.values(whole ?? {}).filter((value) => JSON.stringify(value).includes("DIS")),
    ).toHaveLength(0);
  });
});
