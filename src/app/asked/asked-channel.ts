import type { BusbarConfig } from "../../config/config.ts";
import type { HoldableStage } from "../../core/hold/hold.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";

/** A channel of the configuration, as far as its place in an installation goes. */
export interface ConfiguredChannel {
  readonly name: string;
  /** Whether files come in by it, or files, e-mails and webhooks leave. */
  readonly direction: "in" | "out";
}

/** Every channel of a configuration, those that files come in by first. */
export function configuredChannels(config: BusbarConfig): ConfiguredChannel[] {
  const { channels, sftpInboxes, outbound, mail, webhooks } = config;
  return [
    ...[...channels, ...sftpInboxes].map(({ name }) => ({ name, direction: "in" as const })),
    ...[...outbound, ...mail, ...webhooks].map(({ name }) => ({ name, direction: "out" as const })),
  ];
}

/** The channel of that name. Throws a `RefusedError` that says which there are. */
export function askedChannel<Channel extends { readonly name: string }>(
  channels: readonly Channel[],
  name: string,
): Channel {
  const found = channels.find((channel) => channel.name === name);
  if (found !== undefined) return found;
  const names = channels.map((channel) => channel.name);
  const known = names.length === 0 ? "none is configured" : `there are ${names.join(", ")}`;
  throw new RefusedError("invalid", `There is no channel ${name}; ${known}`, {
    about: `channel ${name}`,
  });
}

/** The stage that works by a channel. Throws a `RefusedError` when there is no such channel. */
export function stageOfChannel(config: BusbarConfig, name: string): HoldableStage {
  const { direction } = askedChannel(configuredChannels(config), name);
  return direction === "in" ? "intake" : "outbound";
}
