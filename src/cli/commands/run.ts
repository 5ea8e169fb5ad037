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

/** What asks for a stop: a service manager, Ctrl-C, a terminal that closes, Ctrl-\. */
const stopSignals = ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"] as const;

/** What would end a program that does not heed it, and asks for nothing here. */
const idleSignals = ["SIGUSR2", "SIGALRM"] as const;

/**
 * `busbar run`: the daemon in the foreground. The first stop signal lets it finish what it holds; the
 * second ends it at once, which loses nothing: the next start takes up what was in hand. A terminal that
 * closes may send SIGHUP more than once, so that one never ends it at once.
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
  const onStop = (signal: (typeof stopSignals)[number]) => {
    if (stop.signal.aborted && signal === "SIGHUP") return;
    if (stop.signal.aborted) process.exit(128 + constants.signals[signal]);
    context.say(`Finishing what is in hand (${signal}); once more to stop at once.`);
    stop.abort();
  };
  const onIdle = (signal: (typeof idleSignals)[number]) =>
    context.say(`${signal} is ignored; SIGTERM stops the daemon.`);
  for (const signal of stopSignals) process.on(signal, onStop);
  for (const signal of idleSignals) process.on(signal, onIdle);
  try {
    await runDaemon(config, {
      signal: stop.signal,
      onReady: () => introduce(context, config),
      ...(process.stdout.isTTY && { log: logForPeople(config) }),
    });
  } finally {
    for (const signal of stopSignals) process.off(signal, onStop);
    for (const signal of idleSignals) process.off(signal, onIdle);
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
