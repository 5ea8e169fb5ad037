import type { BusbarConfig } from "../../../config/config.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { counted } from "../../../runtime/counted.ts";
import type { MoveStep } from "../../../store/move/move-between.ts";
import type { MovedTotals, MoveProgress } from "../../../store/move/move-rows.ts";
import { moveStore } from "../../../store/open.ts";
import type { Fault } from "../../../store/port/verify-store.ts";
import { openInstallation } from "../../installation/open-installation.ts";
import { verify } from "../../verify/verify.ts";

/** Which store is moved where: paths of files, or addresses of databases. */
export interface MoveInput {
  readonly from: string;
  readonly to: string;
  /** False: a store with faults is moved as it is. */
  readonly proves?: boolean;
  readonly onProgress?: (progress: MoveProgress) => void;
  /** Called with what is looked at while the new store is proved. */
  readonly onStage?: (stage: string) => void;
  readonly onStep?: (step: MoveStep) => void;
}

/**
 * Moves a store, by the other settings of the configuration: the folder of large files stays where it is. The old
 * store is given up only once the new one has the same rows and is proved as `verify` does. Gives null when nothing
 * was left of a move but its last step. Rejects with a `RefusedError` or a `StoreError`.
 */
export async function moveInstallation(
  config: BusbarConfig,
  { from, to, proves = true, onProgress = () => {}, onStage = () => {}, onStep }: MoveInput,
): Promise<MovedTotals | null> {
  if (from === to)
    throw new RefusedError("invalid", "A store is moved to another place; name two of them");
  return moveStore(from, to, {
    onProgress,
    prove: async () => {
      if (proves) await prove({ ...config, store: to }, onStage);
    },
    ...(onStep && { onStep }),
  });
}

async function prove(config: BusbarConfig, onStage: (stage: string) => void): Promise<void> {
  const installation = await openInstallation(config, { evenIncomplete: true });
  try {
    const recording = await installation.recording();
    const definitions = await installation.definitions();
    let first: Fault | null = null;
    let faults = 0;
    for await (const fault of verify({ recording, definitions, onStage })) {
      if (fault.drift === true) continue;
      first ??= fault;
      faults += 1;
    }
    if (first === null) return;
    throw new RefusedError(
      "conflict",
      `The store has ${counted(faults, "fault")}, and so has its copy; the first is of ${first.about}: ${first.message} Nothing was given up. Correct them in the old store, or move it with them by --no-verify`,
      { code: "STORE_HAS_FAULTS" },
    );
  } finally {
    await installation.close();
  }
}
