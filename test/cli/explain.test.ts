import { afterAll, expect, test } from "vitest";
import { problemCodes } from "../../src/formats/problem-codes.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());

test("a code is explained in plain lines", async () => {
  const { code, stdout } = await place.busbar("explain", "bad_date");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^BAD_DATE\n\nA value is not a date \(error\)\.\n\nWhat it means\. /);
  expect(stdout).not.toContain("**");
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(88);
});

test("an unknown code is wrong usage, and near ones are named", async () => {
  const { code, stderr } = await place.busbar("explain", "BAD_DAET");
  expect(code).toBe(2);
  expect(stderr).toContain("did you mean BAD_DATE or");
});

test("without a code all are listed", async () => {
  const [{ stdout }, listed] = await Promise.all([place.busbar("explain"), place.json("explain")]);
  expect(stdout).toMatch(/^BAD_DATE +error +A value is not a date$/m);
  expect(listed.map(({ code }) => code)).toEqual(Object.keys(problemCodes).toSorted());
});

test("a response code of half-hourly settlement is explained too", async () => {
  const { code, stdout } = await place.busbar("explain", "reg1024");
  expect(code).toBe(0);
  expect(stdout).toContain("REG1024: The appointment begins too long ago.");
  expect(await place.json("explain", "RCP1006")).toEqual([
    { code: "RCP1006", meaning: "The sender's unique reference is missing, or came before." },
  ]);
});
