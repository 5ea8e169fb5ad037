import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { FolderChannel } from "../../config/channel/channel.ts";
import { writeNewFile } from "../../disk/create-file.ts";
import { openToRead } from "../../disk/open-file.ts";
import { errorCode, errorMessage } from "../../runtime/error-message.ts";
import { CheckList } from "../channel-check.ts";

const probe = "Busbar tries whether it may write here. This file may be deleted.\n";

/** Tries all that a folder channel has to do in every folder concerned, with a file of its own. */
export async function checkFolderChannel(channel: FolderChannel): Promise<CheckList> {
  const list = new CheckList();
  const { path, work } = channel;
  const names = await list.try(
    path,
    "list",
    async () => {
      const entries = await readdir(path, { withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith("."));
      return [
        files.map(({ name }) => name),
        `${entries.length} ${entries.length === 1 ? "entry" : "entries"}`,
      ];
    },
    (error) => mend(error, path),
  );
  if (names === null) return list;
  const [first] = names;
  if (first === undefined) list.skip(path, "read", "no file is there to be read");
  else {
    await list.try(
      path,
      "read",
      async () => {
        const handle = await openToRead(join(path, first));
        await handle.close();
        return [true, "the first file can be read"];
      },
      (error) => mend(error, path),
    );
  }
  await checkClaim(list, path, work);
  await checkWritable(list, channel.archive, "archive");
  await checkWritable(list, channel.quarantine, "quarantine");
  return list;
}

/**
 * Tries whether a folder can be written in, renamed in and deleted from. One of ours is made where it is
 * not there; a partner's never is: its drive may only be away.
 */
export async function checkWritable(
  list: CheckList,
  folder: string,
  setting: string,
  whose: "ours" | "partner's" = "ours",
): Promise<void> {
  const name = join(folder, `.busbar-check-${randomUUID()}`);
  const say = (error: unknown) => `${mend(error, folder)}, or set "${setting}" to another folder`;
  const made = await list.try(
    folder,
    "write",
    async () => {
      if (whose === "ours") await mkdir(folder, { recursive: true });
      await writeNewFile(name, probe);
      return [true, "a file of ours was written"];
    },
    say,
  );
  if (made === null) return;
  await list.try(
    folder,
    "rename",
    async () => {
      await rename(name, `${name}.renamed`);
      return [true, "within the folder"];
    },
    say,
  );
  await list.try(
    folder,
    "delete",
    async () => {
      await rm(`${name}.renamed`);
      return [true, "the file of ours was removed again"];
    },
    say,
  );
}

/** A file goes from the inbox into the work folder in one rename, or not at all. */
async function checkClaim(list: CheckList, path: string, work: string): Promise<void> {
  const name = `.busbar-check-${randomUUID()}`;
  const say = (error: unknown) =>
    errorCode(error) === "EXDEV"
      ? `the work folder is on another mount than the inbox; set "work" to a folder on the inbox's`
      : mend(error, path);
  const written = await list.try(
    path,
    "write",
    async () => {
      await mkdir(work, { recursive: true });
      await writeNewFile(join(path, name), probe);
      return [join(path, name), "a file of ours was written"];
    },
    say,
  );
  if (written === null) return;
  const moved = await list.try(
    work,
    "rename",
    async () => {
      await rename(written, join(work, name));
      return [join(work, name), `from ${path}`];
    },
    say,
  );
  await list.try(
    moved === null ? path : work,
    "delete",
    async () => {
      await rm(moved ?? written);
      return [true, "the file of ours was removed again"];
    },
    say,
  );
}

function mend(error: unknown, folder: string): string {
  switch (errorCode(error)) {
    case "ENOENT":
      // Node says so of a folder, too, that cannot be made on a disk that is mounted read-only.
      return existsSync(folder)
        ? `no folder can be made beside ${folder}: is its disk mounted read-only? Mount it for writing`
        : `${folder} is not there; make it`;
    case "EACCES":
    case "EPERM":
      return `the user that runs this may not; give that user the right to, at ${folder}`;
    case "EROFS":
      return `${folder} is on a disk that is mounted read-only; mount it for writing`;
    case "ENOTDIR":
    case "EEXIST":
      return `${folder}, or what is above it, is a file and no folder; take it away and make a folder`;
    case "EDQUOT":
      return `the user that runs this may use no more of the disk of ${folder}; make room`;
    case "ENOSPC":
      return `the disk of ${folder} is full; make room`;
    default:
      return errorMessage(error);
  }
}
