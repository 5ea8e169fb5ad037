import type { Log } from "../../runtime/log.ts";
import { machineTimer, type Timer } from "../../runtime/timer.ts";
import type { TurnWatch } from "../../runtime/turn-watch.ts";
import type { ServiceManager } from "./service-manager.ts";

/**
 * Tells the service manager again and again that the daemon lives, as long as its loops turn. When one hangs
 * that is said in the log and nothing is sent any more, so that the daemon is started anew. What it gives ends it.
 */
export function feedWatchdog(
  manager: ServiceManager,
  turns: Pick<TurnWatch, "hanging">,
  log: Log,
  timer: Timer = machineTimer,
): () => void {
  const { watchdogMs } = manager;
  if (watchdogMs === null) return () => {};
  let told = "";
  let cancel = () => {};
  const look = () => {
    const hanging = turns.hanging().join(", ");
    if (hanging === "") manager.alive();
    else if (hanging !== told) {
      const message = `these do not turn any more: ${hanging}; the service manager gets no more heartbeats of the daemon, and starts it anew`;
      log.error({ event: "daemon-hangs", loops: hanging }, message);
    }
    told = hanging;
    cancel = timer(watchdogMs / 3, look);
  };
  look();
  return () => cancel();
}
