import { describe, expect, test } from "vitest";
import { linesNaming } from "../../src/intake/file/lines-naming.ts";
import { mpan } from "../promises/flow-files.ts";

const naming = (text: string) => linesNaming(Buffer.from(text, "latin1"));

describe("the meter points that an unread text names", () => {
  const [one, other] = [mpan(1), mpan(2)];

  test("are numbers of 13 digits with the right check digit, by their lines", () => {
    const text = `MPAN;${one}\r\n\n["${other}","${one}","${one}"]\n`;
    expect(naming(text)).toEqual([
      { line: 1, key: one },
      { line: 3, key: other },
      { line: 3, key: one },
    ]);
  });

  test("are no part of longer numbers, nor numbers with a wrong check digit", () => {
    const wrong = one.slice(0, 12) + String((Number(one.at(12)) + 1) % 10);
    expect(naming(`${one}0 0${one} ${wrong} 12 ${one.slice(0, 12)}`)).toEqual([]);
    expect(naming("")).toEqual([]);
  });

  test("are kept up to a number", () => {
    expect(naming(`${one}\n`.repeat(10_001))).toHaveLength(10_000);
  });
});
