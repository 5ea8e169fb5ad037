import type { BusbarConfig } from "../config.ts";

/** The channel that status files leave by, for each channel whose senders are notified of what became of their messages. */
export function statusChannels({
  channels,
  sftpInboxes,
}: Pick<BusbarConfig, "channels" | "sftpInboxes">): ReadonlyMap<string, string> {
  return new Map(
    [...channels, ...sftpInboxes].flatMap(({ name, statusTo }) =>
      statusTo === null ? [] : [[name, statusTo] as const],
    ),
  );
}
