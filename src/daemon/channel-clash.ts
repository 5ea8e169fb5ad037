import { dirname } from "node:path";
import { ChannelError } from "../channels/channel-error.ts";
import type { FolderChannel } from "../config/channel/channel.ts";

/** Refuses channels that would take each other's files: an inbox or a work folder belongs to one channel. */
export function refuseChannelClashes(channels: readonly FolderChannel[]): void {
  const users = new Map<string, string>();
  for (const channel of channels) {
    for (const folder of [channel.path, channel.work]) {
      const other = users.get(folder);
      if (other === undefined) {
        users.set(folder, channel.name);
        continue;
      }
      const both = other === channel.name ? "twice by" : `by "${other}" and`;
      throw new ChannelError(
        "clash",
        `The folder ${folder} is used ${both} channel "${channel.name}". Give each inbox and each work folder a place of its own.`,
      );
    }
  }
}

/** Refuses an inbox that Busbar's own files are in: they would be taken out of it like any other. */
export function refuseOwnFiles(
  channels: readonly FolderChannel[],
  own: { readonly store: string; readonly file: string },
): void {
  for (const { name, path } of channels) {
    for (const file of [own.store, own.file]) {
      if (dirname(file) !== path) continue;
      throw new ChannelError(
        "clash",
        `${file} is in the inbox of channel "${name}", from which every file is taken. Give the inbox a folder of its own.`,
      );
    }
  }
}
