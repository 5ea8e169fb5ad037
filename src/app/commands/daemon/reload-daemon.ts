import { setTimeout } from "node:timers/promises";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { machineClock } from "../../../runtime/clock.ts";
import { storeAt } from "../../../store/open.ts";
import { lookAtDaemon } from "../../heartbeat/look-at-daemon.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { answersIn, reloadResult } from "./reload-answers.ts";

/** How long to wait for the daemon's answer, in milliseconds, and how often to see whether it came. */
const patienceMs = 60_000;
const everyMs = 250;

/**
 * Has the running daemon use the settings as they are now, of several each its own. Gives how many do. Rejects with
 * a `RefusedError` when one does not. What they say of themselves is of the machine's clock, also in a simulation.
 */
export async function reloadDaemon({ config, store }: OpenInstallation): Promise<number> {
  const place = storeAt(config.store);
  const look = () => lookAtDaemon(place, machineClock.wall());
  const before = answersIn(await look());
  if (before.size === 0)
    throw new RefusedError("unavailable", "The daemon is not running", {
      remedy: advice("it reads the settings when `{}` starts it", { remedy: "start-daemon" }),
    });
  const begun = machineClock.steady();
  const notBefore = before.size === 1 ? machineClock.wall() : undefined;
  await store.polls.requestReload();
  let open: readonly string[] = [...before.keys()];
  while (machineClock.steady() - begun < patienceMs) {
    await setTimeout(everyMs);
    const now = answersIn(await look());
    // One that writes its last status and its next is not seen for a moment.
    if (now.size === 0) continue;
    const result = reloadResult(before, now, notBefore);
    open = result.open;
    if (open.length > 0) continue;
    if (result.refused.length === 0) return before.size;
    throw new RefusedError("invalid", result.refused.join(" "));
  }
  throw new RefusedError(
    "busy",
    `${open.join(", ")} ${open.length === 1 ? "has" : "have"} not answered for a minute, and ${open.length === 1 ? "finishes" : "finish"} what is in flight first`,
    {
      remedy: advice("`{}` says whether it still runs on older settings, and its log why", {
        remedy: "show-status",
      }),
    },
  );
}
