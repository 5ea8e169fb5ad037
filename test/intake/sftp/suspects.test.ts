import { expect, test } from "vitest";
import { Suspects } from "../../../src/intake/sftp/suspects.ts";

const order = (suspects: Suspects, files: readonly string[]) => [
  ...suspects.inTurn(
    files,
    (file) => file,
    (some) => [some],
  ),
];

test("a file on which alone the connection broke goes after those that were only fetched beside it", () => {
  const suspects = new Suspects();
  const broken = new Error("the connection ended");
  for (const name of ["b", "c", "d"]) expect(suspects.brokeOn(name, false, broken)).toBeNull();
  expect(suspects.brokeOn("b", true, broken)).toContain("while this file alone was fetched");
  expect(order(suspects, ["b", "c", "d", "new"])).toEqual([["new"], ["c"], ["d"], ["b"]]);
  suspects.clear("c");
  suspects.brokeOn("d", true, broken);
  suspects.brokeOn("d", true, broken);
  expect(order(suspects, ["d", "c", "b"])).toEqual([["c"], ["b"], ["d"]]);
});
