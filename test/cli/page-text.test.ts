import { expect, test } from "vitest";
import { pageText } from "../../src/cli/print/page-text.ts";

test("a link is shown as its words, with the page that it leads to where they do not say it", () => {
  expect(pageText("An error, [WRONG_TYPE](WRONG_TYPE.md).", 88)).toEqual(["An error, WRONG_TYPE."]);
  expect(pageText("See [flows of your own](../guides/own-catalogue.md) first.", 88)).toEqual([
    "See flows of your own (docs/guides/own-catalogue.md) first.",
  ]);
  expect(pageText("**What to do.** Look at a[1] (or b).", 88)).toEqual([
    "What to do. Look at a[1] (or b).",
  ]);
});
