import { basename } from "node:path";
import type { DaemonLook } from "../../app/heartbeat/look-at-daemon.ts";
import { notThisStore } from "../../app/heartbeat/not-this-store.ts";
import { ago } from "../../runtime/local-time.ts";
import { oneLine } from "../output.ts";

/** Files of settings that were changed since the daemon started, for people; no line where none was. */
export function changedSettingsLines(files: readonly string[]): string[] {
  const were = files.length === 1 ? "was" : "were";
  const names = files.map((file) => oneLine(basename(file))).join(", ");
  return files.length === 0
    ? []
    : [`${names} ${were} changed since the daemon read it; \`busbar reload\` uses the changes.`];
}

/** The daemons of a store that several share, with what each has. */
function runningLine(
  { status, daemons = [] }: Extract<DaemonLook, { readonly is: "running" }>,
  now: number,
): string {
  if (daemons.length < 2) return `The daemon runs, started ${ago(status.startedAt, now)}.`;
  const lines = daemons.map(({ host, pid, startedAt, channels }) => {
    const has = channels.length === 0 ? "no channel" : channels.map(oneLine).join(", ");
    return `  ${oneLine(host)} (process ${pid}), started ${ago(startedAt, now)}, has ${has}`;
  });
  return [`${daemons.length} daemons run.`, ...lines].join("\n");
}

/** How the daemon is, for people: one line that says what to do. */
export function daemonLine(look: DaemonLook, now: number): string {
  switch (look.is) {
    case "running":
      return look.status.replaced
        ? `The daemon runs on another store than this one: ${oneLine(notThisStore(look.status.replaced))}`
        : runningLine(look, now);
    case "silent": {
      const pid = look.pid === null ? "" : ` with process id ${look.pid}`;
      const said =
        look.last === null
          ? "but has never reported"
          : `but last reported ${ago(look.last.writtenAt, now)}`;
      return `The daemon${pid} is running ${said}: it hangs, is stopped or very busy, the disk is full, or the clock was changed. Its log says more.`;
    }
    case "died":
      return `The daemon is not running: it crashed or was killed, last heartbeat ${ago(look.last.writtenAt, now)}. \`busbar run\` starts it, and takes up what was in flight.`;
    default:
      return "The daemon is not running. `busbar run` starts it.";
  }
}
