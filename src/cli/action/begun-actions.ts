import type { DaemonLook } from "../../app/heartbeat/look-at-daemon.ts";
import type { ActionRecord } from "../../core/action/ledger.ts";
import { holdWords } from "../../core/hold/hold.ts";
import { counted } from "../../runtime/counted.ts";
import { ago } from "../../runtime/local-time.ts";
import { oneLine } from "../output.ts";

/** At most so many are named: those that were begun last, of which one may be what hangs. */
const shownActions = 5;

/**
 * What a daemon that does not answer was at: the actions that it began and that have not ended, the last
 * first, with what to do about one that hangs, which holds up everything. Nothing where it answers.
 */
export function begunActionLines(
  look: DaemonLook,
  running: readonly ActionRecord[],
  now: number,
): string[] {
  const isGone = look.is === "died";
  if ((look.is !== "silent" && !isGone) || running.length === 0) return [];
  const lastFirst = running.toSorted(
    (one, other) => (other.startedAt ?? 0) - (one.startedAt ?? 0) || one.id - other.id,
  );
  const shown = lastFirst.slice(0, shownActions);
  const [last] = shown;
  const more = lastFirst.length - shown.length;
  const hold = holdWords({
    stage: "actions",
    channel: null,
    type: null,
    name: last?.name ?? null,
  });
  const pid = look.is === "silent" && look.pid !== null ? look.pid : null;
  const end = isGone ? "" : `, end the daemon (kill -9${pid === null ? "" : ` ${pid}`})`;
  return [
    `  ${counted(running.length, "action")} in flight when it ended, the last first:`,
    ...shown.map(({ id, name, processType, key, startedAt }) =>
      oneLine(
        `    action ${id}: ${name} on ${processType} ${key}, begun ${ago(startedAt ?? now, now)}`,
      ),
    ),
    ...(more > 0 ? [`    and ${more} more: busbar action list --state running`] : []),
    "  They are begun again after the next start. If one never ends, it holds up the whole daemon:",
    `  busbar hold ${hold} --reason "it hangs"${end}, and start it again; actions on hold are not started.`,
  ];
}
