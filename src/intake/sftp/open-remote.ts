import { isMissing } from "../../channels/sftp/sftp-error.ts";
import type { RemoteHandle, SftpLink } from "../../channels/sftp/sftp-link.ts";

/**
 * Opens a file at the partner to read it, has the work done on it and closes it; `"gone"` when it is not
 * there. Rejects with `SftpError`, or as the work does.
 */
export async function withRemoteFile<Result>(
  link: SftpLink,
  path: string,
  work: (handle: RemoteHandle) => Promise<Result>,
): Promise<Result | "gone"> {
  let handle: RemoteHandle;
  try {
    handle = await link.open(path, "r");
  } catch (error) {
    if (isMissing(error)) return "gone";
    throw error;
  }
  try {
    return await work(handle);
  } finally {
    // Nobody waits for it: the answer changes nothing, and a far server would cost a round trip.
    link.close(handle).catch(() => {});
  }
}
