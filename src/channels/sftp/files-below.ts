import type { SftpLink } from "./sftp-link.ts";

/** A file in a folder at a server, or in one below it. */
export interface RemoteFile {
  readonly path: string;
  readonly name: string;
  /** Null when the server does not say. */
  readonly sizeBytes: number | null;
}

/** The files below a folder at a server, so many folders deep; what is Busbar's own or half written is left out. */
export async function* filesBelow(
  link: SftpLink,
  folder: string,
  depth: number,
): AsyncGenerator<RemoteFile> {
  const folders: string[] = [];
  for await (const portion of link.list(folder))
    for (const { name, attributes } of portion) {
      if (name === "." || name === ".." || name.startsWith(".busbar-")) continue;
      const path = `${folder}/${name}`;
      if (attributes.kind === "folder") folders.push(path);
      else if (attributes.kind === "file" || attributes.kind === "unknown")
        yield { path, name, sizeBytes: attributes.sizeBytes };
    }
  if (depth <= 1) return;
  for (const below of folders.sort()) yield* filesBelow(link, below, depth - 1);
}
