import { type DaemonLook, lookAtDaemon } from "../../app/heartbeat/look-at-daemon.ts";
import { withLastFailures } from "../../app/queries/channels/last-failures.ts";
import { inboundChannels, outboundChannels } from "../../app/queries/channels/shown-channels.ts";
import type { ShownChannel } from "../../app/views/channel-view.ts";
import { viewStatus } from "../../app/views/status-view.ts";
import { type ActionState, actionStates } from "../../core/action/ledger.ts";
import { storeAt } from "../../store/open.ts";
import type { Counts } from "../../store/port/report-store.ts";
import { StoreError } from "../../store/port/store-error.ts";
import { begunActionLines } from "../action/begun-actions.ts";
import { channelLines } from "../channel/channel-lines.ts";
import { outboundLines, shownOutbound } from "../channel/outbound-channels.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { fileStates } from "../file/file-states.ts";
import type { Output } from "../output.ts";
import { clockLines } from "../print/beside-stuck.ts";
import { withStore } from "../session.ts";
import { holdLines } from "../stuck/hold-lines.ts";
import { changedSettings, changedSettingsLines, daemonLine } from "./daemon-lines.ts";

/** How many actions are under way or need a person. */
type ActionCounts = Readonly<Partial<Record<ActionState, number>>>;

/** `busbar status`: what the store holds, and how the daemon and its channels are. */
export function status(context: CommandContext, options: JsonOption): Promise<ExitCode> {
  return withStore(context, async ({ config, store, clock }) => {
    const unread: string[] = [];
    const orNone = async <Part>(what: string, part: Promise<Part>, none: Part): Promise<Part> =>
      part.catch((error: unknown) => {
        unread.push(damageLine(what, error));
        return none;
      });
    const counts = await orNone("What the store holds", store.reports.counts(), noCounts);
    const actions = await orNone("Actions", store.actions.counts(), {});
    const holds = await orNone("What is on hold", store.holds.list(), []);
    const now = clock.wall();
    const daemon = lookAtDaemon(storeAt(config.store), Date.now());
    const lastRecordedAt = await orNone(
      "The last recorded moment",
      store.health.lastRecordedAt(),
      0,
    );
    const running = await orNone(
      "Running actions",
      Array.fromAsync(store.actions.list({ state: "running" })),
      [],
    );
    const changed = changedSettings(daemon, config);
    const channels = inboundChannels(config, daemon);
    const outbound = shownOutbound(
      await orNone(
        "What left last",
        withLastFailures(store, outboundChannels(config, daemon)),
        outboundChannels(config, daemon),
      ),
      await orNone("Outbound files", store.outbound.counts(), []),
    );
    if (options.json) {
      const status = { counts, actions, holds: holds, daemon, channels, outbound };
      const moments = { settingsChanged: changed, lastRecordedAt, now };
      await context.output.json(viewStatus({ ...status, ...moments, unread }));
    } else {
      const begun = begunActionLines(daemon, running, Date.now());
      const troubles = clockLines(lastRecordedAt, now, [""]);
      await print(context.output, counts, actions, [...holdLines(holds), ...troubles]);
      const lines = [...changedSettingsLines(changed), ...begun];
      await printDaemon(context.output, daemon, lines, [channels, now]);
      await context.output.lines(outbound.flatMap(outboundLines));
    }
    for (const line of unread) context.say(`busbar: ${line}`);
    return unread.length === 0 ? exitCode.good : exitCode.failed;
  });
}

/** What is shown when the store cannot be counted. */
const noCounts: Counts = {
  files: {},
  events: 0,
  processes: 0,
  stuck: 0,
  dismissed: 0,
  failing: 0,
  unrouted: 0,
};

/** That a part is not shown since its rows are damaged. Throws the error when it is another. */
function damageLine(what: string, error: unknown): string {
  const isDamage = error instanceof StoreError ? damaged.has(error.code) : error instanceof Error;
  if (!isDamage) throw error;
  const why = error instanceof StoreError ? (error.cause ?? error) : error;
  const words = why instanceof Error ? why.message : String(why);
  return `${what} cannot be read (${words}), and is left out above; \`busbar verify\` says what is damaged`;
}

const damaged: ReadonlySet<string> = new Set(["corrupt", "damaged"]);

async function print(
  output: Output,
  counts: Counts,
  actions: ActionCounts,
  beside: readonly string[],
): Promise<void> {
  const total = Object.values(counts.files).reduce((sum, count) => sum + count, 0);
  const states = fileStates.flatMap((state) => {
    const count = counts.files[state] ?? 0;
    return count === 0 ? [] : [`${count} ${state}`];
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
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const unended = Object.values(actions).reduce((sum, count) => sum + count, 0);
  if (unended > 0) rows.push(["Actions", unended, underWay.join(", ")]);
  if (counts.unrouted > 0) {
    rows.push(["Unrouted", counts.unrouted, "files whose messages are not all events yet"]);
  }
  const width = Math.max(...rows.map(([, count]) => String(count).length));
  await output.lines(
    rows.map(([name, count, note]) =>
      `${name.padEnd(10)}  ${String(count).padStart(width)}  ${note}`.trimEnd(),
    ),
  );
  await output.line();
  await output.lines(beside);
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
    dismissed > 0 ? `${dismissed} dismissed` : null,
  ];
  return notes.filter((note) => note !== null).join("; ");
}
