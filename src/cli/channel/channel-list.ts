import { seeChannels } from "../../app/queries/channels/channels.ts";
import { type ShownChannel, viewChannel } from "../../app/views/channel-view.ts";
import { ago } from "../../runtime/local-time.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { daemonLine } from "../daemon/daemon-lines.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type Column, printTable } from "../print/table.ts";
import { withStore } from "../session.ts";
import { sendingTrouble } from "./channel-lines.ts";
import { troubledFiles } from "./channel-troubles.ts";

const columns: readonly Column<ShownChannel>[] = [
  { heading: "CHANNEL", cell: ({ name }) => name },
  { heading: "KIND", cell: ({ kind }) => kind },
  { heading: "WAY", cell: ({ direction }) => direction },
  {
    heading: "STATE",
    cell: ({ now, sending, otherwise }) => now?.state ?? sending?.state ?? otherwise,
  },
  {
    heading: "LISTED",
    cell: ({ now }) => (now?.lastListingAt ? ago(now.lastListingAt, Date.now()) : ""),
  },
  { heading: "WAITING", align: "right", cell: ({ now }) => now?.waiting.count ?? "" },
  { heading: "TROUBLE", align: "right", cell: ({ now }) => now?.troubled.count ?? "" },
  { heading: "PLACE", cell: ({ path }) => path },
];

const daemonOf = ({ now, sending }: ShownChannel) => now?.daemon ?? sending?.daemon;

/** Of a store that several daemons share: who has the lease on the channel. */
const ofDaemon: Column<ShownChannel> = {
  heading: "DAEMON",
  cell: (channel) => daemonOf(channel) ?? "",
};

/** `busbar channel list`: every channel, one a line; the daemon tells how those it runs are. */
export function channelList(context: CommandContext, options: JsonOption): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const { channels, daemon } = await seeChannels(session, Date.now());
    if (options.json) {
      for (const channel of channels) await output.json(viewChannel(channel));
      return exitCode.good;
    }
    const isShared = channels.some((channel) => daemonOf(channel) !== undefined);
    const shown = isShared ? [...columns, ofDaemon] : columns;
    const count = await printTable(output, shown, channels);
    await output.lines(channels.flatMap(sendingTrouble));
    await output.lines(channels.flatMap(({ now }) => (now === null ? [] : troubledFiles(now))));
    if (count === 0) await output.line("No channel is configured.");
    else if (daemon.is !== "running") await output.line(`\n${daemonLine(daemon, Date.now())}`);
    return exitCode.good;
  });
}
