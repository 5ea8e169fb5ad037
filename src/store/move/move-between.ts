import { RefusedError } from "../../core/refusal/refused-error.ts";
import { type MovedTotals, type MoveProgress, moveRows } from "./move-rows.ts";
import type { MoveSource, MoveTarget, MovingPlace } from "./move-sides.ts";
import { unlike } from "./moved-table.ts";

/** What a move is given and asked while it runs. */
export interface MoveSteps {
  readonly onProgress: (progress: MoveProgress) => void;
  /** Proves the new store, which is still marked as incomplete, before the old one is given up. */
  readonly prove: () => Promise<void>;
  readonly onStep?: (step: MoveStep) => void;
}

/** Points of a move at which a program may end. */
export type MoveStep = "rows-copied" | "store-proved" | "source-marked";

/**
 * Moves a store from one place to another. Until the new one is proved the old one stays as it is; then the old one
 * is marked as moved, and only after that the new one may be used. Gives null when nothing was left but that last
 * step. Rejects with a `RefusedError` or a `StoreError`.
 */
export async function moveBetween(
  from: MovingPlace,
  to: MovingPlace,
  steps: MoveSteps,
): Promise<MovedTotals | null> {
  const [left, there] = [await from.mark(), await to.mark()];
  if (left?.is === "moved" && there?.is === "incomplete" && there.isProved) {
    if (left.to !== to.shown || there.from !== from.shown) throw movedElsewhere(from, left.to);
    await to.complete();
    return null;
  }
  if (left?.is === "moved") throw movedElsewhere(from, left.to);
  if (left?.is === "incomplete")
    throw new RefusedError(
      "conflict",
      `The store ${from.shown} is not whole: a move from ${left.from} into it was not finished; finish that first`,
    );
  if (there?.is === "moved")
    throw new RefusedError(
      "conflict",
      `${to.shown} holds a store that was moved to ${there.to}; move it away, or name another place`,
    );
  const source = await from.openSource();
  try {
    const target = await to.openTarget(from.shown);
    try {
      return await moveOpened({ from, to, source, target }, steps);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

interface OpenMove {
  readonly from: MovingPlace;
  readonly to: MovingPlace;
  readonly source: MoveSource;
  readonly target: MoveTarget;
}

async function moveOpened(
  { to, source, target }: OpenMove,
  { onProgress, prove, onStep }: MoveSteps,
): Promise<MovedTotals> {
  const [first] = unlike(source.tables, target.tables);
  if (first !== undefined)
    throw new RefusedError(
      "conflict",
      `The two stores are not laid out alike (${first}), so that nothing was moved; see that both are made by this version`,
    );
  const totals = await moveRows(source, target, onProgress);
  onStep?.("rows-copied");
  await prove();
  await target.markProved();
  onStep?.("store-proved");
  await source.markMoved(to.shown);
  onStep?.("source-marked");
  await to.complete();
  return totals;
}

function movedElsewhere(from: MovingPlace, to: string): RefusedError {
  return new RefusedError("conflict", `The store ${from.shown} was moved to ${to} already`);
}
