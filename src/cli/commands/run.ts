import { constants } from "node:os";
import { pino } from "pino";
import type { BusbarConfig } from "../../config/config.ts";
import { runDaemon } from "../../daemon/run-daemon.ts";
import { inboundChannels } from "../channels.ts";
import type { CommandContext } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { logLine } from "../print/log-line.ts";
import { configOf } from "../session.ts";
import { busbarVersion } from "../version.ts";

/**
 * `busbar run`: the daemon in the foreground. The first SIGTERM or SIGINT lets it finish what it holds;
 * the second ends it at once, which loses nothing: the next start takes up what was in hand.
 */
export async function runInFront(context: CommandContext): Promise<ExitCode> {
  const config = configOf(context);
  if (channelCount(config) === 0) {
    throw new CommandFailure(
      `${config.file} has no channels, so there is nothing to watch; add one, such as channels: { inbox: { path: inbox } }`,
      exitCode.usage,
    );
  }
  const stop = new AbortController();
  const onSignal = (signal: "SIGTERM" | "SIGINT") => {
    if (stop.signal.aborted) process.exit(128 + constants.signals[signal]);
    context.say("Finishing what is in hand; once more to stop at once.");
    stop.abort();
  };
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
  try {
    await runDaemon(config, {
      signal: stop.signal,
      onReady: () => introduce(context, config),
      ...(process.stdout.isTTY && { log: logForPeople(config) }),
    });
  } finally {
    process.off("SIGTERM", onSignal).off("SIGINT", onSignal);
  }
  return exitCode.good;
}

function channelCount(config: BusbarConfig): number {
  const { channels, sftpInboxes, outbound, mail } = config;
  return channels.length + sftpInboxes.length + outbound.length + mail.length;
}

function introduce({ say }: CommandContext, config: BusbarConfig): void {
  say(`Busbar ${busbarVersion()} runs on the store ${config.store} and takes files from`);
  for (const channel of inboundChannels(config, null)) say(`  ${channel.name}: ${channel.path}`);
  if (config.outbound.length > 0) say("and puts files into");
  for (const channel of config.outbound) say(`  ${channel.name}: ${channel.path}`);
  if (config.mail.length > 0) say("and sends e-mails by");
  for (const channel of config.mail) say(`  ${channel.name}: ${channel.host}:${channel.port}`);
  say("Ctrl-C stops it. `busbar status` tells how it is.");
}

function logForPeople(config: BusbarConfig) {
  return pino(
    { level: config.log },
    { write: (line: string) => void process.stdout.write(logLine(line)) },
  );
}
