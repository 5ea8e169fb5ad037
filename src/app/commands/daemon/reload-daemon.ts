import { setTimeout } from "node:timers/promises";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { machineClock } from "../../../runtime/clock.ts";
import { storeAt } from "../../../store/open.ts";
import { lookAtDaemon } from "../../heartbeat/look-at-daemon.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";

/** How long to wait for the daemon's answer, in milliseconds, and how often to see whether it came. */
const patienceMs = 60_000;
const everyMs = 250;

/**
 * Has the running daemon use the settings as they are now. Rejects with a `RefusedError` when it does
 * not. What the daemon says of itself is of the machine's clock, also in a simulation.
 */
export async function reloadDaemon({ config, store }: OpenInstallation): Promise<void> {
  const place = storeAt(config.store);
  if ((await lookAtDaemon(place, machineClock.wall())).is !== "running")
    throw new RefusedError("unavailable", "The daemon is not running", {
      remedy: advice("it reads the settings when `{}` starts it", { remedy: "start-daemon" }),
    });
  const asked = machineClock.wall();
  const begun = machineClock.steady();
  await store.polls.requestReload();
  while (machineClock.steady() - begun < patienceMs) {
    await setTimeout(everyMs);
    const look = await lookAtDaemon(place, machineClock.wall());
    const answer = look.is === "running" ? look.status.reload : null;
    if (answer === null || answer.at < asked) continue;
    if (answer.refused === null) return;
    throw new RefusedError(
      "invalid",
      `The daemon goes on with the settings that it has: ${answer.refused}`,
    );
  }
  throw new RefusedError(
    "busy",
    "The daemon has not answered for a minute: it finishes what is in flight first",
    {
      remedy: advice("`{}` says whether it still runs on older settings, and its log why", {
        remedy: "show-status",
      }),
    },
  );
}
