import type { FlowDefinition, GroupDefinition } from "../../catalogue/definition.ts";
import { grow, growBelow, type MadeUpOccurrence, valuesOf } from "./grow.ts";
import type { Occasion } from "./occasion.ts";
import { Scene } from "./scene.ts";
import { atTop, inside, type SpotSurroundings } from "./spot.ts";

/** Most messages below one occurrence of a group that may repeat. */
const fewMessages = 3;

/** What the parts of a file share while it is being made up. */
interface Making {
  readonly seed: string;
  readonly occasion: Occasion;
  /** Messages made so far. */
  made: number;
}

/**
 * A made-up file of the flow as the occurrences of its root groups, with that many messages: more where
 * the flow cannot do with fewer, fewer where it holds no more. Of a flow whose whole file is one message,
 * its outermost groups without a limit occur that often.
 */
export function placeMessages(
  flow: FlowDefinition,
  seed: string,
  occasion: Occasion,
  count: number,
): MadeUpOccurrence[] {
  const making: Making = { seed, occasion, made: 0 };
  const top = atTop(new Scene(`${seed}/file`, 0, occasion));
  if (!flow.groups.some(leads)) {
    const grown = growBelow(flow.groups, top, count > 1 ? count : null);
    // A flow all of whose groups are optional is about nothing without any.
    return grown.length > 0 ? grown : growBelow(flow.groups, top, 1);
  }
  return placeAmong(flow.groups, count, top, making);
}

/** Whether the group is a message or is above one. */
function leads(group: GroupDefinition): boolean {
  return group.message || group.groups.some(leads);
}

function placeAmong(
  groups: readonly GroupDefinition[],
  count: number,
  outer: SpotSurroundings,
  making: Making,
): MadeUpOccurrence[] {
  const leading = chosen(groups.filter(leads), outer);
  let left = count;
  return groups.flatMap((group) => {
    if (!leads(group)) return growBelow([group], outer);
    const place = leading.indexOf(group);
    if (place < 0) return [];
    const share = Math.ceil(left / (leading.length - place));
    const placed = placeIn(group, share, outer, making);
    left -= share;
    return placed;
  });
}

/** Of groups with the same code side by side, which are alternatives to each other, one. */
function chosen(groups: readonly GroupDefinition[], outer: SpotSurroundings): GroupDefinition[] {
  const byCode = Map.groupBy(groups, (group) => group.code);
  return [...byCode.values()].map((twins) => outer.scene.random.pick(twins));
}

function placeIn(
  group: GroupDefinition,
  count: number,
  outer: SpotSurroundings,
  making: Making,
): MadeUpOccurrence[] {
  const atLeast = group.conditional ? 0 : group.min;
  const wanted = Math.max(count, atLeast);
  if (group.message) {
    const number = Math.min(wanted, group.max ?? wanted);
    return Array.from({ length: number }, () => message(group, making));
  }
  const placed: MadeUpOccurrence[] = [];
  let left = wanted;
  do {
    const full = group.max !== null && placed.length + 1 >= group.max;
    const share = full ? left : Math.min(left, outer.scene.random.whole(1, fewMessages));
    if (share === 0 && placed.length >= atLeast) break;
    const surroundings = inside(outer, group, placed.length, 1);
    const below = placeAmong(group.groups, share, surroundings, making);
    placed.push({ group, values: valuesOf(group, surroundings), below });
    left -= share;
    if (full) break;
  } while (left > 0 || placed.length < atLeast);
  return placed;
}

function message(group: GroupDefinition, making: Making): MadeUpOccurrence {
  const scene = new Scene(making.seed, making.made, making.occasion);
  making.made += 1;
  return grow(group, inside(atTop(scene), group, 0, 1));
}
