import { fstatSync } from "node:fs";
import { isatty } from "node:tty";
import { configuredChannels } from "../../app/asked/asked-channel.ts";
import { inboundChannels } from "../../app/queries/channels/shown-channels.ts";
import { outboundPlace } from "../../config/channel/outbound-channel.ts";
import { webhookPlace } from "../../config/channel/webhook-channel.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { shownStore } from "../../core/text/store-location.ts";
import { BufferedLog } from "../../daemon/buffered-log.ts";
import { runDaemon } from "../../daemon/run-daemon.ts";
import { type ServiceManager, serviceManager } from "../../daemon/service/service-manager.ts";
import { busbarVersion } from "../../disk/version.ts";
import type { Log } from "../../runtime/log.ts";
import type { CommandContext } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { oneLine, shownText } from "../output.ts";
import { adviceText, commandFor } from "../print/remedy-command.ts";
import { configOf } from "../session.ts";
import { answerOverHttp } from "./answering.ts";
import { daemonLog } from "./daemon-log.ts";
import { heedSignals } from "./signals.ts";

/**
 * `busbar run`: the daemon in the foreground. The first SIGTERM, SIGINT or SIGQUIT, or the terminal's end,
 * lets it finish what it holds; the second ends it at once, which loses nothing: the next start takes up
 * what was in flight. No other signal that can be caught ends it.
 */
export async function runInFront(context: CommandContext): Promise<ExitCode> {
  const config = watched(configOf(context));
  const lines = new BufferedLog(process.stdout.fd);
  const log = daemonLog(config.log, lines, process.stdout.isTTY);
  const say = sayBeside(lines, context);
  const manager = await serviceManager(process.env, log);
  const heeded = heededSignals(log, say, manager);
  const companion = answerOverHttp((address) => say(sayAddress(address)));
  try {
    await runDaemon(config, {
      ...{ log, manager, companion, adviceText, signal: heeded.signal },
      onReady: (problems, now) => introduce(say, now, problems),
      commandOf: commandFor(config.file),
      settings: { read: () => watched(configOf(context)), onRequest: heeded.onRequest },
    });
  } finally {
    heeded.stopHeeding();
  }
  return exitCode.good;
}

/** Heeds signals: `signal` says that the daemon is to stop, `onRequest` that it is to read its settings anew. */
function heededSignals(log: Log, say: CommandContext["say"], manager: ServiceManager) {
  const stop = new AbortController();
  const requests = reloadRequests();
  const stopHeeding = heedSignals({
    reload: requests.request,
    onTerminal: [0, 1, 2].some((fd) => isatty(fd)),
    stop: (signal) => {
      log.info({ event: "stopping", signal }, `stopping on ${signal}`);
      say(`Finishing unfinished work (${signal}); once more to stop at once.`);
      manager.stopping();
      stop.abort();
    },
    ignore: (signal, hint) =>
      log.info({ event: "signal-ignored", signal }, `${signal} changes nothing: ${hint}`),
  });
  return { signal: stop.signal, onRequest: requests.onRequest, stopHeeding };
}

/** Requests for new settings: one that comes while nobody listens waits for the next who does. */
function reloadRequests() {
  let listener: (() => void) | null = null;
  let waits = false;
  return {
    request: () => {
      waits = listener === null;
      listener?.();
    },
    onRequest: (asked: () => void) => {
      listener = asked;
      if (waits) asked();
      waits = false;
      return () => {
        listener = null;
      };
    },
  };
}

/** A configuration that has something to watch. Throws `CommandFailure`. */
function watched(config: BusbarConfig): BusbarConfig {
  if (channelCount(config) > 0) return config;
  throw new CommandFailure(
    `${config.file} has no channels, so there is nothing to watch; add one, such as channels: { inbox: { path: inbox } }`,
    exitCode.usage,
  );
}

function channelCount(config: BusbarConfig): number {
  return configuredChannels(config).length;
}

/**
 * How people are informed beside the log. Where both go to the same file, pipe or terminal
 * (`>log 2>&1`), it goes the way of the log's lines: else it would be in the middle of one that is half
 * written, since a disk that was full took no more.
 */
function sayBeside(lines: BufferedLog, { say }: CommandContext): CommandContext["say"] {
  if (!isSameFile(process.stdout.fd, process.stderr.fd)) return say;
  return (text) => lines.write(`${shownText(text)}\n`);
}

function isSameFile(one: number, other: number): boolean {
  const [a, b] = [fstatSync(one), fstatSync(other)];
  return a.dev === b.dev && a.ino === b.ino;
}

function introduce(
  say: CommandContext["say"],
  config: BusbarConfig,
  problems: readonly string[],
): void {
  say(
    `Busbar ${busbarVersion()} runs on the store ${shownStore(config.store)} and takes files from`,
  );
  for (const channel of inboundChannels(config, null)) say(`  ${channel.name}: ${channel.path}`);
  if (config.outbound.length > 0) say("and puts files into");
  for (const channel of config.outbound) say(`  ${channel.name}: ${outboundPlace(channel)}`);
  if (config.mail.length > 0) say("and sends e-mails by");
  for (const channel of config.mail) say(`  ${channel.name}: ${channel.host}:${channel.port}`);
  if (config.webhooks.length > 0) say("and tells what happens by webhooks");
  for (const channel of config.webhooks) say(`  ${channel.name}: ${webhookPlace(channel)}`);
  for (const problem of problems) say(`Not yet, and tried again: ${oneLine(problem)}`);
  say("Ctrl-C stops it. `busbar status` shows its state.");
}

/** Where the console and the API are, and how one gets in. */
function sayAddress(address: string): string {
  return `The console answers at ${address}, programs at ${address}/api/v1. \`busbar user link\` logs you in.`;
}
