import { ChannelError } from "../../channels/channel-error.ts";

/** What keeps a file from being written may keep its remains from being removed: only the channel's own trouble goes on. */
export function passFileErrors(error: unknown): void {
  if (error instanceof ChannelError) throw error;
}

/** Whether the connection ended in the middle of something, which what was asked for may be the reason of. */
export function isDropped(error: unknown): error is ChannelError {
  return error instanceof ChannelError && error.code === "dropped";
}
