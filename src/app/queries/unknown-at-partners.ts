import type { RemoteFile } from "../../channels/sftp/files-below.ts";
import type { SftpLink } from "../../channels/sftp/sftp-link.ts";
import type { OutboundSftp } from "../../config/channel/outbound-channel.ts";
import { exactly } from "../../store/port/search-store.ts";
import type { Store } from "../../store/port/store.ts";
import type { UnknownFileView } from "../views/file-view.ts";

/** Looked into so many folders deep below a channel's: some by recipient. */
const deepest = 4;

/** Of one name there are no more outbound files than a partner's folder may have seen in years. */
const mostOfName = 100;

/** A file of a name that nobody knows is read and compared up to this size; a larger one is compared by its name. */
const readBytes = 64 << 20;

/**
 * Files in a partner's folder that the store has sent under no such name and size, and whose bytes, where they may be
 * read, it does not know. Rejects when the folder cannot be looked at.
 */
export async function unknownAtPartner(
  store: Pick<Store, "search" | "outbound" | "files">,
  channel: OutboundSftp,
): Promise<UnknownFileView[]> {
  const { connect } = await import("../../channels/sftp/login/connect.ts");
  const { filesBelow } = await import("../../channels/sftp/files-below.ts");
  const { server, base } = channel;
  const link = await connect(server);
  const unknown: UnknownFileView[] = [];
  try {
    for await (const file of filesBelow(link, base, deepest)) {
      if (await isKnown(store, channel.name, link, file)) continue;
      const path = `sftp://${server.host}:${server.port}${file.path}`;
      unknown.push({ kind: "sent", path, sizeBytes: file.sizeBytes ?? 0 });
    }
  } finally {
    await link.end();
  }
  return unknown;
}

async function isKnown(
  store: Pick<Store, "search" | "outbound" | "files">,
  channel: string,
  link: SftpLink,
  { name, path, sizeBytes }: RemoteFile,
): Promise<boolean> {
  const { outboundNamed } = await store.search.find({ range: exactly(name), limit: mostOfName });
  for (const id of outboundNamed) {
    const sent = await store.outbound.get(id);
    if (sent?.channel !== channel) continue;
    if (sizeBytes === null || sent.sizeBytes === sizeBytes) return true;
  }
  if (sizeBytes === null || sizeBytes > readBytes) return false;
  const { remoteHash } = await import("../../intake/sftp/remote-pieces.ts");
  const hash = await remoteHash(link, path, sizeBytes, null).catch(() => null);
  if (link.broken !== null) throw link.broken;
  return hash !== null && (await store.files.knowsBytes(hash));
}
