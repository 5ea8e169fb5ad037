import type { Brake } from "../../core/brake.ts";
import { type ActionState, actionStates } from "../../core/ledger.ts";
import type { Counts } from "../../core/store.ts";
import { type DaemonLook, lookAtDaemon } from "../../daemon/look-at-daemon.ts";
import type { ChannelStatus, StatusList } from "../../intake/channel-status.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { fileStates } from "../file-states.ts";
import type { Output } from "../output.ts";
import { brakeJson, brakeLines } from "../print/brakes.ts";
import { daemonJson, daemonLine } from "../print/daemon.ts";
import { ago, isoTime } from "../print/local-time.ts";
import { outboundChannelJson, outboundLines, shownOutbound } from "../print/outbound-channels.ts";
import { oneLine, visible } from "../print/visible.ts";
import { withStore } from "../session.ts";

/** A channel as configured, and as the running daemon says it is; null when none runs. */
interface ShownChannel {
  readonly name: string;
  readonly path: string;
  readonly now: ChannelStatus | null;
}

/** How many actions are under way or need a person. */
type ActionCounts = Readonly<Partial<Record<ActionState, number>>>;

/** `busbar status`: what the store holds, and how the daemon and its channels are. */
export function status(context: CommandContext, options: JsonOption): Promise<ExitCode> {
  return withStore(context, async ({ config, store }) => {
    const counts = await store.counts();
    const actions = await store.countActions();
    const brakes = await store.brakes();
    const daemon = lookAtDaemon(config.store, Date.now());
    const known = daemon.is === "running" ? daemon.status.channels : [];
    const channels = config.channels.map(({ name, path }): ShownChannel => {
      const now = known.find((channel) => channel.name === name) ?? null;
      return { name, path, now };
    });
    const statuses = daemon.is === "running" ? daemon.status.outbound : [];
    const outbound = shownOutbound(config, statuses, await store.outboundCounts());
    if (options.json) {
      const said = statusJson(counts, actions, brakes, daemon, channels);
      await context.output.json({ ...said, outbound: outbound.map(outboundChannelJson) });
    } else {
      await print(context.output, counts, actions, brakes, daemon, channels);
      await context.output.lines(outbound.flatMap(outboundLines));
    }
    return exitCode.good;
  });
}

function statusJson(
  counts: Counts,
  actions: ActionCounts,
  brakes: readonly Brake[],
  daemon: DaemonLook,
  channels: readonly ShownChannel[],
): object {
  return {
    ...counts,
    actions,
    onHold: brakes.map(brakeJson),
    daemon: daemonJson(daemon),
    channels: channels.map(({ name, path, now }) => ({
      name,
      path,
      state: now?.state ?? (daemon.is === "silent" ? "unknown" : "stopped"),
      problem: now?.problem ?? null,
      lastListingAt: now === null || now.lastListingAt === null ? null : isoTime(now.lastListingAt),
      recorded: now?.recorded ?? 0,
      waiting: listJson(now?.waiting),
      ignored: listJson(now?.ignored),
      troubled: listJson(now?.troubled),
    })),
  };
}

function listJson(list: StatusList = { count: 0, entries: [] }): object {
  const entries = list.entries.map((entry) => ({
    ...entry,
    since: entry.since === null ? null : isoTime(entry.since),
  }));
  return { count: list.count, entries };
}

async function print(
  output: Output,
  counts: Counts,
  actions: ActionCounts,
  brakes: readonly Brake[],
  daemon: DaemonLook,
  channels: readonly ShownChannel[],
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
  const underWay = actionStates.flatMap((state) => {
    const count = actions[state] ?? 0;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const unended = Object.values(actions).reduce((sum, count) => sum + count, 0);
  if (unended > 0) rows.push(["Actions", unended, underWay.join(", ")]);
  if (counts.unrouted > 0) {
    rows.push(["On the way", counts.unrouted, "files whose messages are not all events yet"]);
  }
  const width = Math.max(...rows.map(([, count]) => String(count).length));
  await output.lines(
    rows.map(([name, count, note]) =>
      `${name.padEnd(10)}  ${String(count).padStart(width)}  ${note}`.trimEnd(),
    ),
  );
  await output.line();
  await output.lines(brakeLines(brakes));
  await output.line(daemonLine(daemon, Date.now()));
  for (const channel of channels) await printChannel(output, channel);
}

function stuckNote({ stuck, dismissed }: Counts): string {
  const notes = [
    stuck > 0 ? "`busbar stuck` says what to do" : null,
    dismissed > 0 ? `${dismissed} dismissed` : null,
  ];
  return notes.filter((note) => note !== null).join("; ");
}

async function printChannel(output: Output, { name, path, now }: ShownChannel): Promise<void> {
  if (now === null) return output.line(`  ${name}: ${visible(path)}`);
  const listed =
    now.lastListingAt === null
      ? "not listed yet"
      : `last listed ${ago(now.lastListingAt, Date.now())}`;
  await output.line(`  ${name}: ${now.state}, ${listed}, ${visible(path)}`);
  if (now.problem !== null) await output.line(`    ${oneLine(now.problem)}`);
  await printList(output, "waiting", now.waiting);
  await printList(output, "in trouble", now.troubled);
  await printList(output, "not taken", now.ignored);
}

/** At most this many of each, for people. */
const shownEntries = 5;

async function printList(output: Output, what: string, list: StatusList): Promise<void> {
  if (list.count === 0) return;
  await output.line(`    ${list.count} ${what}`);
  const shown = list.entries.slice(0, shownEntries);
  await output.lines(shown.map(({ name, reason }) => `      ${visible(name)}: ${oneLine(reason)}`));
  const more = list.count - shown.length;
  if (more > 0) await output.line(`      and ${more} more: --json shows more of them`);
}
