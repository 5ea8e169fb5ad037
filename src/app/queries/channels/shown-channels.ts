import { outboundPlace } from "../../../config/channel/outbound-channel.ts";
import { placeOf } from "../../../config/channel/sftp-inbox.ts";
import { webhookPlace } from "../../../config/channel/webhook-channel.ts";
import type { BusbarConfig } from "../../../config/config.ts";
import type { DaemonLook } from "../../heartbeat/look-at-daemon.ts";
import type { ShownChannel } from "../../views/channel-view.ts";

/** The channels that files come in by. */
export function inboundChannels(config: BusbarConfig, daemon: DaemonLook | null): ShownChannel[] {
  const places = [
    ...config.channels.map(({ name, kind, path }) => ({ name, kind, path })),
    ...config.sftpInboxes.map((inbox) => ({
      name: inbox.name,
      kind: inbox.kind,
      path: placeOf(inbox),
    })),
  ];
  const known = daemon?.is === "running" ? daemon.status.channels : [];
  return places.map((channel) => ({
    ...channel,
    direction: "in",
    sending: null,
    now: known.find(({ name }) => name === channel.name) ?? null,
    otherwise: daemon?.is === "silent" ? "unknown" : "stopped",
  }));
}

/** The channels that files, e-mails and webhooks leave by. */
export function outboundChannels(config: BusbarConfig, daemon: DaemonLook | null): ShownChannel[] {
  const places = [
    ...config.outbound.map((channel) => ({
      name: channel.name,
      kind: channel.kind,
      path: outboundPlace(channel),
    })),
    ...config.mail.map(({ name, kind, host, port }) => ({ name, kind, path: `${host}:${port}` })),
    ...config.webhooks.map((webhook) => ({
      name: webhook.name,
      kind: webhook.kind,
      path: webhookPlace(webhook),
    })),
  ];
  const known = daemon?.is === "running" ? daemon.status.outbound : [];
  return places.map((channel) => ({
    ...channel,
    direction: "out",
    now: null,
    sending: known.find(({ name }) => name === channel.name) ?? null,
    otherwise: daemon?.is === "silent" ? "unknown" : "stopped",
  }));
}

/** Every channel. */
export function allChannels(config: BusbarConfig, daemon: DaemonLook | null): ShownChannel[] {
  return [...inboundChannels(config, daemon), ...outboundChannels(config, daemon)];
}
