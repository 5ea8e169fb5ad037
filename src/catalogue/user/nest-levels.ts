import { CatalogueError } from "../catalogue-error.ts";
import type { WrittenGroup } from "./tree-schema.ts";

/**
 * Groups as a tree, from a flat list with levels: each stands below the last one before it of the level
 * above. A list without levels is nested already. Throws `CatalogueError` naming the place in `file`.
 */
export function nestLevels(file: string, groups: readonly WrittenGroup[]): WrittenGroup[] {
  if (groups.every(({ level }) => level === undefined)) return [...groups];
  const roots: WrittenGroup[] = [];
  const open: WrittenGroup[][] = [roots];
  for (const [index, { level, groups: nested, ...group }] of groups.entries()) {
    const siblings = level === undefined ? undefined : open[level - 1];
    if (siblings === undefined || level === undefined || nested !== undefined)
      throw new CatalogueError(file, `groups[${index}].level`, sayWrong(level, nested));
    const children: WrittenGroup[] = [];
    siblings.push({ ...group, groups: children });
    open.length = level;
    open.push(children);
  }
  return roots;
}

function sayWrong(level: number | undefined, nested: unknown): string {
  if (nested !== undefined) return "a group with groups of its own cannot stand among levels";
  if (level === undefined) return "is missing: with levels, every group needs one";
  return `is ${level}, but no group of level ${level - 1} stands before it`;
}
