import { readdirSync } from "node:fs";
import { expect, it } from "vitest";

it("numbers its migrations one by one from 1, since a store knows only how many it has had", () => {
  const folder = new URL("../../../src/store/sqlite/migrations/", import.meta.url);
  const names = readdirSync(folder).sort();
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
});
