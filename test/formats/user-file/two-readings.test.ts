import { describe, expect, test } from "vitest";
import { allProblems, flowText, mpan, otherMpan, read } from "../flow-text.ts";

const [point, meter] = [`026|${mpan}|V|`, "028|X10A 41230|C|"];
const first = "030|S|20260503000000|10250.0|||T|N|";
const second = "030|S|20260503000000|10299.0|||T|N|";

function found(lines: readonly string[], wrapping = {}) {
  return allProblems(read(flowText(lines, wrapping)));
}

describe("two values of one register for one moment", () => {
  test("are a warning at the second one, which names the line of the first", () => {
    expect(found([point, meter, first, second])).toEqual([
      expect.objectContaining({
        code: "TWO_READINGS",
        severity: "warning",
        line: 5,
        group: "030",
        value: "10299.0",
        message: expect.stringMatching(
          /Register S is given 10299\.0 here and another value at line 4/,
        ),
      }),
    ]);
  });

  test("are found with others between them, and under a meter that is named again", () => {
    const other = "030|T|20260503000000|77.0|||T|N|";
    expect(found([point, meter, first, other, meter, second]).map(({ line }) => line)).toEqual([7]);
  });

  test.each([
    ["the same value", "030|S|20260503000000|010250.0|||T|N|"],
    ["another moment", "030|S|20260503003000|10299.0|||T|N|"],
    ["another register", "030|T|20260503000000|10299.0|||T|N|"],
    ["a value that is suspect", "030|S|20260503000000|10299.0|||F|N|"],
  ])("are not seen in %s", (_what, line) => {
    expect(found([point, meter, first, line])).toEqual([]);
  });

  test("are not seen where one failed validation, is withdrawn, or is of another meter", () => {
    const failed = [first, "032|02|F|", second];
    expect(found([point, meter, ...failed])).toEqual([]);
    expect(found([point, "028|X10A 41230|W|", first, meter, second])).toEqual([]);
    expect(found([point, meter, first, "028|X10A 41231|C|", second])).toEqual([]);
  });

  test("are not seen between messages about different meter points", () => {
    const lines = [point, meter, first, `026|${otherMpan}|V|`, meter, second];
    expect(found(lines, { flows: 2 })).toEqual([]);
  });

  test("are of the message that has them, which stays valid", () => {
    const lines = [point, meter, first, `026|${otherMpan}|V|`, meter, first, second];
    const document = read(flowText(lines, { flows: 2 }));
    expect(document.invalid).toBe(0);
    expect(document.items.map(({ problems }) => problems.length)).toEqual([0, 1]);
  });
});
