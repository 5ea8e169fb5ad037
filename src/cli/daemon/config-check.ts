import { inboundChannels } from "../../app/queries/channels/shown-channels.ts";
import { outboundPlace } from "../../config/channel/outbound-channel.ts";
import { type WebhookChannel, webhookPlace } from "../../config/channel/webhook-channel.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { shownStore } from "../../core/text/store-location.ts";
import { checkConfiguration } from "../../daemon/check-configuration.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { oneLine } from "../output.ts";
import { configOf } from "../session.ts";

/**
 * `busbar config check`: says what a daemon would do with the configuration, or what is wrong with it. Nothing is
 * started, opened or changed.
 */
export async function configCheck(context: CommandContext): Promise<ExitCode> {
  const config = configOf(context);
  const model = await checkConfiguration(config);
  const types = [...(await model.definitions()).keys()];
  await context.output.lines([
    `${oneLine(config.file)} can be used.`,
    `  store       ${oneLine(shownStore(config.store))}`,
    `  live        ${config.live ? "yes: test data awaits release" : "no: test data is taken like all else"}`,
    ...channelLines(config),
    `  processes   ${types.join(", ")}`,
    ...catalogueLines(config),
    ...noteLines(config),
  ]);
  return exitCode.good;
}

function channelLines(config: BusbarConfig): string[] {
  const inbound = inboundChannels(config, null).map(
    ({ name, path }) => `  takes from  ${name}: ${oneLine(path)}`,
  );
  const outbound = config.outbound.map((channel) => {
    const { name, flows } = channel;
    const served = flows === null ? "any flow" : flows.join(", ");
    return `  puts into   ${name}: ${oneLine(outboundPlace(channel))} (${served})`;
  });
  const mail = config.mail.map(({ name, host, port }) => `  mails by    ${name}: ${host}:${port}`);
  const webhooks = config.webhooks.map(webhookLine);
  return [...inbound, ...outbound, ...mail, ...webhooks];
}

function webhookLine(webhook: WebhookChannel): string {
  const { name, events, flows, processTypes, full, from } = webhook;
  const of = (words: string, named: readonly string[] | null) =>
    named === null ? [] : [`${words} ${named.join(", ")}`];
  const only = [
    ...of("events", events),
    ...of("flows", flows),
    ...of("processes of type", processTypes),
  ];
  const what = `${full ? "all of " : ""}${only.length === 0 ? "all events" : only.join("; ")}`;
  const begins = from === "now" ? "from its first start on" : `from event ${from.event + 1} on`;
  return `  tells       ${name}: ${oneLine(webhookPlace(webhook))} (${oneLine(what)}, ${begins})`;
}

function catalogueLines({ catalogues, flows }: BusbarConfig): string[] {
  const named = Object.keys(flows).sort();
  return [
    ...(catalogues.length === 0
      ? []
      : [`  catalogues  ${counted(catalogues.length, "place")} besides what Busbar brings`]),
    ...(named.length === 0 ? [] : [`  settings    of the flows ${named.join(", ")}`]),
  ];
}

/** E-mails leave by a mail server, which files do not. */
function nothingLeaves({ mail }: BusbarConfig): string {
  return mail.length === 0
    ? 'no channel has "direction: out": what actions send waits until there is one'
    : 'no channel puts files out, only e-mails leave: files that actions send wait until a folder or SFTP channel has "direction: out"';
}

/** What works and may not be meant. */
function noteLines(config: BusbarConfig): string[] {
  const notes: string[] = [];
  if (inboundChannels(config, null).length === 0)
    notes.push("no channel takes files: they come by `busbar ingest` alone");
  if (config.outbound.length === 0) notes.push(nothingLeaves(config));
  if (config.participant === null && config.outbound.some(({ from }) => from === null))
    notes.push('"participant" is not set: files that leave cannot say who sent them');
  return notes.map((note) => `  note        ${note}`);
}
