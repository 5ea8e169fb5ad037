import type { DaemonLook } from "../../app/heartbeat/look-at-daemon.ts";
import { seeStatus } from "../../app/queries/status.ts";
import type { ShownChannel } from "../../app/views/channel-view.ts";
import { type Status, viewStatus } from "../../app/views/status-view.ts";
import { actionStates } from "../../core/action/ledger.ts";
import { countText } from "../../core/text/capped-count.ts";
import { begunActionLines } from "../action/begun-actions.ts";
import { channelLines } from "../channel/channel-lines.ts";
import { outboundLines } from "../channel/outbound-lines.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { fileStates } from "../file/file-states.ts";
import type { Output } from "../output.ts";
import { clockLines } from "../print/beside-stuck.ts";
import { withStore } from "../session.ts";
import { holdLines } from "../stuck/hold-lines.ts";
import { changedSettingsLines, daemonLine } from "./daemon-lines.ts";

type Counts = Status["counts"];

/** `busbar status`: what the store holds, and how the daemon and its channels are. */
export function status(
  { output, ...context }: CommandContext,
  options: JsonOption,
): Promise<ExitCode> {
  return withStore({ output, ...context }, async (session) => {
    const seen = await seeStatus(session);
    if (options.json) await output.json(viewStatus(seen));
    else {
      const { counts, actions, holds, daemon, running, lastRecordedAt, now } = seen;
      const troubles = clockLines(lastRecordedAt, now, [""]);
      await print(output, counts, actions, [...holdLines(holds), ...troubles]);
      const begun = begunActionLines(daemon, running, Date.now());
      const lines = [...changedSettingsLines(seen.settingsChanged), ...begun];
      await printDaemon(output, daemon, lines, [seen.channels, now]);
      await output.lines(seen.outbound.flatMap(outboundLines));
    }
    for (const line of seen.unread)
      context.say(`busbar: ${line} above; \`busbar verify\` says what is damaged`);
    return seen.unread.length === 0 ? exitCode.good : exitCode.failed;
  });
}

async function print(
  output: Output,
  counts: Counts,
  actions: Status["actions"],
  beside: readonly string[],
): Promise<void> {
  const total = Object.values(counts.files).reduce((sum, count) => sum + count, 0);
  const states = fileStates.flatMap((state) => {
    const count = counts.files[state] ?? 0;
    return count === 0 ? [] : [`${countText(count)} ${state}`];
  });
  const rows: [string, number, string][] = [
    ["Files", total, states.join(", ")],
    ["Events", counts.events, ""],
    ["Processes", counts.processes, ""],
    ["Stuck", counts.stuck, stuckNote(counts)],
  ];
  if (counts.failing > 0)
    rows.push(["Failing", counts.failing, "retried automatically; `busbar stuck` says which"]);
  const underWay = actionStates.flatMap((state) => {
    const count = actions[state] ?? 0;
    return count === 0 ? [] : [`${countText(count)} ${state}`];
  });
  const unended = Object.values(actions).reduce((sum, count) => sum + count, 0);
  if (unended > 0) rows.push(["Actions", unended, underWay.join(", ")]);
  if (counts.unrouted > 0) {
    rows.push(["Unrouted", counts.unrouted, "files whose messages are not all events yet"]);
  }
  const shown = rows.map(([name, count, note]) => [name, shownCount(name, count), note] as const);
  const width = Math.max(...shown.map(([, count]) => count.length));
  await output.lines(
    shown.map(([name, count, note]) =>
      `${name.padEnd(10)}  ${count.padStart(width)}  ${note}`.trimEnd(),
    ),
  );
  await output.line();
  await output.lines(beside);
}

/** Events and processes are numbered, which is how many there are; all else is counted, up to a cap. */
function shownCount(name: string, count: number): string {
  return name === "Events" || name === "Processes" ? String(count) : countText(count);
}

async function printDaemon(
  output: Output,
  daemon: DaemonLook,
  begun: readonly string[],
  [channels, now]: readonly [channels: readonly ShownChannel[], now: number],
): Promise<void> {
  await output.line(daemonLine(daemon, Date.now()));
  await output.lines(begun);
  for (const channel of channels) await output.lines(channelLines(channel, now));
}

function stuckNote({ stuck, dismissed }: Counts): string {
  const notes = [
    stuck > 0 ? "`busbar stuck` says what to do" : null,
    dismissed > 0 ? `${countText(dismissed)} dismissed` : null,
  ];
  return notes.filter((note) => note !== null).join("; ");
}
