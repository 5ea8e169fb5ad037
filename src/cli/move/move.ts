import { resolve } from "node:path";
import { type MoveInput, moveInstallation } from "../../app/commands/daemon/move-store.ts";
import { isDatabaseAddress, shownStore } from "../../core/text/store-location.ts";
import { counted } from "../../runtime/counted.ts";
import type { MovedTotals } from "../../store/move/move-rows.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { configOf } from "../session.ts";

/** `busbar store move FROM TO`. */
export interface MoveOptions {
  readonly verify: boolean;
}

/** Between two lines about how far a move is, in milliseconds. */
const sayEveryMs = 5_000;

/** `busbar store move FROM TO`: the store in another place, the same in every row. */
export async function move(
  context: CommandContext,
  given: { readonly from: string; readonly to: string },
  { verify }: MoveOptions,
): Promise<ExitCode> {
  const [from, to] = [placeOf(given.from), placeOf(given.to)];
  const told = { ...telling(context), from, to, proves: verify };
  const moved = await moveInstallation(configOf(context), told);
  await context.output.lines(movedLines(moved, told));
  return exitCode.good;
}

/** Says how far a move is. */
function telling({ say }: CommandContext): Pick<MoveInput, "onProgress" | "onStage"> {
  let saidAt = 0;
  let saidStage = "";
  return {
    onProgress({ stage, table, rows }) {
      const at = performance.now();
      if (stage === saidStage && at - saidAt < sayEveryMs) return;
      const about = stage === saidStage ? ` ${table}: ${counted(rows, "row")} so far` : " the rows";
      [saidStage, saidAt] = [stage, at];
      say(`busbar: ${stage}${about}`);
    },
    onStage: (stage) => say(`busbar: looking at ${stage}`),
  };
}

function movedLines(moved: MovedTotals | null, { from, to, proves }: MoveInput): string[] {
  const [old, now] = [visible(shownStore(from)), visible(shownStore(to))];
  const proof = proves === true ? ", and the new store is proved as by `busbar verify`" : "";
  const first =
    moved === null
      ? `The move from ${old} to ${now} is finished.`
      : `Moved ${counted(moved.rows, "row")} of ${counted(moved.tables, "table")} from ${old} to ${now}; each table reads the same there${proof}.`;
  return [
    first,
    ...(moved === null || moved.changed === 0
      ? []
      : [
          `In ${counted(moved.changed, "row")} characters of number 0, which PostgreSQL does not keep, are U+FFFD now. The bytes of files are as they were.`,
        ]),
    "",
    "Next:",
    `  in busbar.yaml  store: ${now}`,
    "  busbar run      start the daemon",
    "",
    "The old store is marked as moved and refuses every change. Large files and packs stay where `blobs` has them.",
  ];
}

function placeOf(location: string): string {
  return isDatabaseAddress(location) ? location : resolve(location);
}
