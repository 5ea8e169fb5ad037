import { expect } from "vitest";
import type { Place, Said } from "../cli/busbar.ts";
import { blocksOf } from "./guide.ts";

/** A command of a guide, and how it ended. */
export interface Ran extends Said {
  readonly command: string;
}

/**
 * Runs the commands of a guide's block at a place, one after the other; `numbers` are put in place of those that the
 * guide has as examples. None may be wrong usage; `busbar` alone is run, and what its output goes to is left out.
 */
export async function runBlock(
  page: string,
  name: string,
  place: Place,
  numbers: Readonly<Record<string, string>> = {},
): Promise<Ran[]> {
  const block = blocksOf(page).find((one) => one.name === name);
  expect(block, `${page} has no block ${name}`).toBeDefined();
  const ran: Ran[] = [];
  for (const line of (block?.text ?? "").split("\n")) {
    if (!line.startsWith("busbar ")) continue;
    const words = wordsOf(line.replace(/ > \S+$/, "")).map((word) =>
      word.replaceAll(/\b\d+\b/g, (number) => numbers[number] ?? number),
    );
    const said = await place.busbar(...words);
    expect([line, said.code, said.stderr]).not.toEqual([line, 2, expect.anything()]);
    ran.push({ command: line, ...said });
  }
  expect(ran.length).toBeGreaterThan(0);
  return ran;
}

/** The words of a command as a shell splits them, without the program's name. */
function wordsOf(line: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
  return words.slice(1);
}

/** The names of a guide's blocks of commands. */
export function blockNames(page: string): string[] {
  return blocksOf(page).flatMap(({ language, name }) => (language === "sh" ? [name] : []));
}
