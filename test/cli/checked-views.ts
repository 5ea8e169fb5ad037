import { expect } from "vitest";
import { z } from "zod";
import { type ViewName, views, viewsOfCommands } from "../../src/app/views/views.ts";

/** Fails unless every object that a command printed with `--json` has exactly one of the command's shapes. */
export function checkViews(words: readonly string[], stdout: string): void {
  if (!words.includes("--json")) return;
  const [first = "", second = ""] = words;
  const known = viewsOfCommands[`${first} ${second}`] ?? viewsOfCommands[first];
  if (known === undefined) return;
  const schema = z.union(known.map((name: ViewName): z.ZodType => views[name]));
  for (const line of stdout.split("\n").filter((one) => one !== "")) {
    const read = schema.safeParse(JSON.parse(line));
    if (!read.success)
      expect.fail(
        `busbar ${words.join(" ")} printed an object that is no ${known.join(" or ")}: ${z.prettifyError(read.error)}\n${JSON.stringify(read.error.issues)}\n${line}`,
      );
  }
}
