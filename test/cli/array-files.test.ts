import { afterAll, beforeAll, expect, test } from "vitest";
import { platformMessage } from "../formats/json-event/platform-message.ts";
import { makePlace, type Place } from "./busbar.ts";

const reason = ["--reason", "looked at again"];
let place: Place;

beforeAll(async () => {
  place = makePlace();
  await place.busbar("init");
  const wishes = [
    { reference: "one" },
    { reference: "two", without: "CommonBlock" as const },
    { reference: "three", eventCode: "[ReadingXYZ]" },
    { reference: "four" },
  ];
  const bytes = Buffer.from(JSON.stringify(wishes.map(platformMessage)));
  for (const name of ["day.json", "again.json"])
    await place.busbar("ingest", place.write({ name, bytes }));
});

afterAll(() => place.remove());

const states = async () =>
  (await place.json("file", "list")).map(({ id, state, events }) => `${id} ${state} ${events}`);

test("the line of an array says how many of its messages need a person", async () => {
  const { stdout } = await place.busbar("file", "list", "--name", "day.json");
  expect(stdout).toMatch(/recorded, 2 of 4 stuck +- +0 +0 +0 .* day\.json/);
  const shown = (await place.busbar("file", "show", "1")).stdout;
  expect(shown).toMatch(/^ {2}contains +4 files: 2 to 5$/m);
  expect(shown).toMatch(
    /^ {2}stuck +2 of 4 files in it, (\d [a-z ]+, )?\d [a-z ]+: `busbar stuck`/m,
  );
  expect(await place.json("file", "show", "1")).toMatchObject([
    { inside: { files: 4, waiting: 2 } },
  ]);
  expect((await place.json("file", "show", "2"))[0]).not.toHaveProperty("inside");
});

test("an array that came twice is taken in with its messages when a person keeps both", async () => {
  expect(await states()).toEqual([
    "1 recorded 0",
    "2 recorded 1",
    "3 rejected 0",
    "4 recorded 0",
    "5 recorded 1",
    "6 duplicate 0",
  ]);
  const kept = await place.busbar("file", "decide", "6", "keep-both", ...reason);
  expect(kept.stdout).toBe(
    "File 6 is now recorded, with 0 events.\n3 files in it are decided likewise, with 2 events.\n",
  );
  const beside = ["6 recorded 0", "7 recorded 1", "8 rejected 0", "9 recorded 0", "10 recorded 1"];
  expect((await states()).slice(5)).toEqual(beside);
  expect(await place.json("file", "show", "10")).toMatchObject([
    { decisions: [{ decision: "keep-both", other: 5, reason: "looked at again" }] },
  ]);
  expect((await place.busbar("verify")).code).toBe(0);
});

test("and set aside again with them", async () => {
  const first = await place.busbar("file", "decide", "6", "keep-first", ...reason);
  expect(first.code).toBe(0);
  expect((await states()).slice(5)).toEqual([
    "6 withdrawn 0",
    "7 withdrawn 0",
    "8 rejected 0",
    "9 withdrawn 0",
    "10 withdrawn 0",
  ]);
  await place.busbar("file", "decide", "6", "replace", ...reason);
  expect(await states()).toEqual([
    "1 withdrawn 0",
    "2 withdrawn 0",
    "3 rejected 0",
    "4 withdrawn 0",
    "5 withdrawn 0",
    "6 recorded 0",
    "7 recorded 1",
    "8 rejected 0",
    "9 recorded 0",
    "10 recorded 1",
  ]);
  expect((await place.busbar("verify")).code).toBe(0);
});
