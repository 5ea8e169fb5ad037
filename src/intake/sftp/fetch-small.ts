import type { RemoteAttributes } from "../../channels/sftp/attributes.ts";
import type { RemoteHandle, SftpLink } from "../../channels/sftp/sftp-link.ts";
import { withRemoteFile } from "./open-remote.ts";
import { isSameVersion, type RemoteItem } from "./remote-item.ts";

/** What fetching a file gave. `changing`: it is not, or not all through, what was seen; `gone`: it is not there. */
export type Fetched =
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  | { readonly kind: "changing" }
  | { readonly kind: "gone" }
  /** It is a symbolic link, though listed as a file: nothing of it counts. */
  | { readonly kind: "link" };

/**
 * Fetches a file whole into memory: opened, then read and looked at again in one go. Its attributes from
 * before are the item's own; only when those after the last byte are the same was one version fetched.
 * `asksForLink`: the server is asked by name as well whether it is a link, which it need not say in its listing;
 * what is wrong with the file is then the link's. Rejects with `SftpError`.
 */
export async function fetchSmall(
  link: SftpLink,
  item: RemoteItem,
  { asksForLink }: { readonly asksForLink: boolean },
): Promise<Fetched> {
  // Asked beside the opening, since it would cost a far server a round trip of its own before.
  const isLink = asksForLink ? link.look(item.path).then(saysLink, () => false) : false;
  try {
    const fetched = await fetchOpened(link, item);
    return (await isLink) ? { kind: "link" } : fetched;
  } catch (error) {
    if (await isLink) return { kind: "link" };
    throw error;
  }
}

/** A question that fails says nothing. */
function saysLink(found: RemoteAttributes | null): boolean {
  return found?.kind === "link";
}

async function fetchOpened(link: SftpLink, item: RemoteItem): Promise<Fetched> {
  const fetched = await withRemoteFile(link, item.path, (handle) => readWhole(link, handle, item));
  return fetched === "gone" ? { kind: "gone" } : fetched;
}

async function readWhole(link: SftpLink, handle: RemoteHandle, item: RemoteItem): Promise<Fetched> {
  const { sizeBytes } = item.version;
  // A version without a size is never claimed; one that lies in a claim folder is not fetched on trust.
  if (sizeBytes === null) return { kind: "changing" };
  const bytes = Buffer.allocUnsafeSlow(sizeBytes);
  const [first, look] = await Promise.all([
    sizeBytes === 0 ? 0 : link.readOnce(handle, bytes, 0),
    link.attributesOf(handle),
  ]);
  let [count, after] = [first, look];
  if (count < sizeBytes) {
    // The server gave less than it was asked for: the look came too early to say anything of the rest.
    count += await link.read(handle, bytes.subarray(count), count);
    after = await link.attributesOf(handle);
  }
  const isWhole = count === sizeBytes && isSameVersion(after, item.version);
  return isWhole ? { kind: "bytes", bytes } : { kind: "changing" };
}
