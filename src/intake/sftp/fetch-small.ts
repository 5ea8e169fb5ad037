import type { RemoteAttributes } from "../../channels/sftp/attributes.ts";
import { untoldAttributes } from "../../channels/sftp/first-look.ts";
import { isOfLink } from "../../channels/sftp/sftp-error.ts";
import type { RemoteHandle, SftpLink } from "../../channels/sftp/sftp-link.ts";
import { withRemoteFile } from "./open-remote.ts";
import { isSameVersion, type RemoteItem, sayChanging } from "./remote-item.ts";

/** What fetching a file gave. `changing`: it is not, or not all through, what was seen; `gone`: it is not there. */
export type Fetched =
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  | { readonly kind: "changing"; readonly reason: string }
  | { readonly kind: "gone" }
  /** It is a symbolic link, though listed as a file: nothing of it counts. */
  | { readonly kind: "link" };

/**
 * Fetches a file whole into memory: opened, read, and looked at by name, all in one go. Its attributes from
 * before are the item's own; only when those after the last byte are the same was one version fetched.
 * `asksForLink`: the look tells as well whether it is a link, which the server need not say in its listing;
 * what is wrong with the file is then the link's. Rejects with `SftpError`.
 */
export async function fetchSmall(
  link: SftpLink,
  item: RemoteItem,
  { asksForLink }: { readonly asksForLink: boolean },
): Promise<Fetched> {
  const isLink = async () => asksForLink && saysLink(await link.look(item.path).catch(() => null));
  try {
    const fetched = await withRemoteFile(link, item.path, (handle) =>
      readWhole(link, handle, item),
    );
    if (fetched === "gone") return (await isLink()) ? { kind: "link" } : { kind: "gone" };
    const { bytes, after } = fetched;
    if (asksForLink && saysLink(after)) return { kind: "link" };
    if (bytes === null || !isSameVersion(after, item.version))
      return { kind: "changing", reason: sayChanging(after) };
    return { kind: "bytes", bytes };
  } catch (error) {
    if (!isOfLink(error) && (await isLink())) return { kind: "link" };
    throw error;
  }
}

function saysLink(found: RemoteAttributes | null): boolean {
  return found?.kind === "link";
}

/** What was read of a file and what it was when that was done. `bytes` is null when they are not all there. */
interface Whole {
  readonly bytes: Buffer | null;
  readonly after: RemoteAttributes;
}

async function readWhole(link: SftpLink, handle: RemoteHandle, item: RemoteItem): Promise<Whole> {
  const { sizeBytes } = item.version;
  // A version without a size is never claimed; one found in a claim folder is not fetched on trust.
  if (sizeBytes === null) return { bytes: null, after: untoldAttributes };
  const bytes = Buffer.allocUnsafeSlow(sizeBytes);
  const [first, look] = await Promise.all([
    sizeBytes === 0 ? 0 : link.readOnce(handle, bytes, 0),
    lookAfter(link, handle, item),
  ]);
  let [count, after] = [first, look];
  if (count < sizeBytes) {
    // The server gave less than it was asked for: the look came too early to say anything of the rest.
    count += await link.read(handle, bytes.subarray(count), count);
    after = await lookAfter(link, handle, item);
  }
  return { bytes: count === sizeBytes ? bytes : null, after };
}

/**
 * One look by name tells whether it is a link and, mostly, that it is unchanged. Where the name says otherwise, or
 * the server tells nothing of names, the open file decides: that is what was read.
 */
async function lookAfter(
  link: SftpLink,
  handle: RemoteHandle,
  { path, version }: RemoteItem,
): Promise<RemoteAttributes> {
  try {
    const found = await link.look(path);
    if (found !== null && (saysLink(found) || isSameVersion(found, version))) return found;
  } catch (error) {
    if (isOfLink(error)) throw error;
  }
  return link.attributesOf(handle);
}
