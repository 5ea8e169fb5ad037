import { type Dirent, readdirSync } from "node:fs";
import type { BusbarConfig } from "../../config/config.ts";
import { counted } from "../../runtime/counted.ts";
import { storeAt } from "../../store/open.ts";
import { type CheckedThing, findingsIn } from "./finding.ts";

/**
 * Files that were in flight in a channel which the settings no longer name: they are in its work folder, where
 * nothing takes them up. Only the usual work folders, beside the store, can be known without the channel.
 */
export function checkLeftClaims(config: BusbarConfig): CheckedThing[] {
  const { warning } = findingsIn("channels");
  const used = new Set(config.channels.map(({ work }) => work));
  const left = storeAt(config.store)
    .folders.flatMap((folder) => foldersIn(`${folder}/work`))
    .filter((work) => !used.has(work));
  return left.flatMap((work) => {
    const files = foldersIn(work).flatMap((claim) => entriesOf(claim)).length;
    if (files === 0) return [];
    const what = `${counted(files, "file")} in flight, of a channel that the settings no longer name, and nothing takes them up.`;
    const advice = `Name a channel again that has it as its work folder, or move the files from the folders in it to an inbox.`;
    return [warning(work, `${what} ${advice}`)];
  });
}

function foldersIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`)
    .sort();
}

/** Nothing where it cannot be listed: that the folders can be is looked at apart. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
