import type { Path, Report } from "./mistake.ts";
import type { WrittenGroup } from "./tree-schema.ts";

/** A group of a definition, where it is written, and the groups below it. */
export interface PlacedGroup {
  readonly group: WrittenGroup;
  readonly path: Path;
  readonly below: readonly PlacedGroup[];
}

/**
 * Groups as a tree, from a flat list with levels: each is below the last one before it of the level
 * above. A list without levels is nested already. One that has no such place is reported and left out.
 */
export function nestLevels(groups: readonly WrittenGroup[], report: Report): PlacedGroup[] {
  const leveled = groups.some(({ level }) => level !== undefined);
  return leveled ? byLevel(groups, report) : nested(groups, [], report);
}

function nested(groups: readonly WrittenGroup[], above: Path, report: Report): PlacedGroup[] {
  return groups.map((group, index) => {
    const path = [...above, "groups", index];
    if (group.level !== undefined)
      report([...path, "level"], "is below another group: levels are for a flat list");
    return { group, path, below: nested(group.groups ?? [], path, report) };
  });
}

function byLevel(groups: readonly WrittenGroup[], report: Report): PlacedGroup[] {
  const roots: PlacedGroup[] = [];
  const open: PlacedGroup[][] = [roots];
  for (const [index, group] of groups.entries()) {
    const { level } = group;
    const path = ["groups", index];
    const siblings = level === undefined ? undefined : open[level - 1];
    const wrong = sayWrong(group, siblings !== undefined);
    if (wrong !== null) report([...path, "level"], wrong);
    if (siblings === undefined || level === undefined) continue;
    const below: PlacedGroup[] = [];
    siblings.push({ group, path, below });
    open.length = level;
    open.push(below);
  }
  return roots;
}

function sayWrong({ level, groups }: WrittenGroup, hasParent: boolean): string | null {
  if (groups !== undefined) return "a group with groups of its own cannot be among levels";
  if (level === undefined) return "is missing: with levels, every group needs one";
  return hasParent ? null : `is ${level}, but no group of level ${level - 1} is before it`;
}
