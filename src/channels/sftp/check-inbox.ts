import { randomUUID } from "node:crypto";
import type { SftpInbox } from "../../config/channel/sftp-inbox.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import { CheckList } from "../channel-check.ts";
import { checkWritable } from "../folder/check-folder.ts";
import { firstMatch } from "../folder/disk-name.ts";
import { askForAttributes } from "./attributes.ts";
import { connect } from "./login/connect.ts";
import { isOfLink, SftpError } from "./sftp-error.ts";
import type { SftpLink } from "./sftp-link.ts";

/** Bytes that the probe is made of. */
const probe = Buffer.from("Busbar tries whether it may write here. This file may be deleted.\n");

/**
 * Tries all that an SFTP inbox has to do: to get in; to list, read, write, rename and delete in every
 * folder concerned. What it writes is a small file of its own, which it removes again; the partner's
 * files are only listed and looked into.
 */
export async function checkSftpInbox(inbox: SftpInbox): Promise<CheckList> {
  const list = new CheckList();
  const { host, port, user } = inbox.server;
  const link = await list.try(
    `${host}:${port}`,
    "connect",
    async () => {
      const made = await connect(inbox.server);
      const { software, algorithms } = made.card;
      return [made, `${user} is authenticated by ${software || "the server"} (${algorithms})`];
    },
    errorMessage,
  );
  if (link !== null) {
    try {
      await checkFolders(list, link, inbox);
    } finally {
      await link.end();
    }
  }
  await checkWritable(list, inbox.quarantine, "quarantine");
  return list;
}

async function checkFolders(list: CheckList, link: SftpLink, inbox: SftpInbox): Promise<void> {
  const { folder, taken, claim } = inbox;
  const some = await list.try(
    folder,
    "list",
    () => listed(link, folder, takenNames(inbox)),
    (error) =>
      mend(
        error,
        `name an existing folder in "folder", or ask the partner to let ${inbox.server.user} list it`,
      ),
  );
  if (some === null) return;
  await checkRead(list, link, inbox, some);
  if (taken.kind === "keep" && claim === null) {
    for (const what of ["write", "rename", "delete"] as const)
      list.skip(folder, what, 'not needed: files stay there ("taken: keep")');
    return;
  }
  const others = [claim, taken.kind === "move" ? taken.folder : null].filter((one) => one !== null);
  for (const other of others) {
    await list.try(
      other,
      "list",
      () => listed(link, other, () => false),
      (error) => mend(error, "make the folder at the partner, or ask for the right to list it"),
    );
  }
  await checkChanges(list, link, inbox, others);
}

/** Tells the names that the channel itself would take. */
function takenNames({ include, ignore }: SftpInbox): (name: string) => boolean {
  const [included, stillWriting] = [firstMatch(include), firstMatch(ignore)];
  return (name) =>
    !name.includes("\ufffd") && included(name) !== null && stillWriting(name) === null;
}

/** The name of a file in a folder that is of use, empty when there is none. */
async function listed(
  link: SftpLink,
  folder: string,
  isOfUse: (name: string) => boolean,
): Promise<readonly [string, string]> {
  let count = 0;
  let first = "";
  for await (const entries of link.list(folder)) {
    count += entries.filter(({ name }) => name !== "." && name !== "..").length;
    first ||=
      entries.find(({ name, attributes }) => attributes.kind === "file" && isOfUse(name))?.name ??
      "";
  }
  return [first, `${count} ${count === 1 ? "entry" : "entries"}`];
}

async function checkRead(
  list: CheckList,
  link: SftpLink,
  { folder }: SftpInbox,
  name: string,
): Promise<void> {
  if (name === "") {
    list.skip(folder, "read", "no file that this channel takes is there to be read");
    return;
  }
  await list.try(
    folder,
    "read",
    async () => {
      const handle = await link.open(`${folder}/${name}`, "r");
      const { sizeBytes, modifiedAt } = await link
        .read(handle, Buffer.alloc(1), 0)
        .then(() => link.attributesOf(handle))
        .finally(() => link.close(handle));
      if (sizeBytes === null)
        throw new SftpError("unsupported", "the server does not tell the size of an open file");
      return [
        true,
        modifiedAt === null ? "sizes are given, times are not" : "sizes and times are given",
      ];
    },
    (error) =>
      mend(
        error,
        error instanceof SftpError && error.code === "unsupported"
          ? askForAttributes
          : "ask the partner for the right to read its files",
      ),
  );
}

/** Writes a file of ours, renames it through every folder that files go through, and removes it. */
async function checkChanges(
  list: CheckList,
  link: SftpLink,
  { folder, taken }: SftpInbox,
  others: readonly string[],
): Promise<void> {
  const name = `.busbar-check-${randomUUID()}`;
  let isMade = false;
  const right = (what: string) => (error: unknown) =>
    mend(error, `ask the partner for the right to ${what} there, or set "taken: keep"`);
  let at = await list.try(
    folder,
    "write",
    async () => {
      const path = `${folder}/${name}`;
      const handle = await link.open(path, "wx");
      isMade = true;
      await link.write(handle, probe, 0).finally(() => link.close(handle));
      return [path, `a file of ours was written; ${await readBack(link, path)}`];
    },
    right("write (Busbar tries deleting and renaming on a file of its own)"),
  );
  if (at === null) {
    const path = `${folder}/${name}`;
    const isLeft =
      isMade &&
      (await link.remove(path).then(
        () => false,
        () => true,
      ));
    const left = isLeft ? `; ${path} may be left there` : "";
    for (const what of ["rename", "delete"] as const)
      list.skip(folder, what, `no file of ours could be written to try it on${left}`);
    return;
  }
  for (const target of others.length > 0 ? others : [folder]) {
    const from: string = at;
    const to = `${target}/${name}${target === folder ? ".renamed" : ""}`;
    const moved = await list.try(
      target,
      "rename",
      async () => {
        await link.rename(from, to);
        return [
          to,
          target === folder ? "within the folder" : `from ${from.slice(0, from.lastIndexOf("/"))}`,
        ];
      },
      right("rename files into it; both folders have to be on one disk"),
    );
    at = moved ?? at;
  }
  const last = at;
  const where = taken.kind === "move" ? taken.folder : folder;
  await list.try(
    where,
    "delete",
    async () => {
      await link.remove(last);
      return [true, "the file of ours was removed again"];
    },
    (error) => `${right("delete files")(error)}; ${last} is left there`,
  );
}

/** What fetching will meet, tried on a file of ours: there may be none of the partner's yet. */
async function readBack(link: SftpLink, path: string): Promise<string> {
  try {
    const handle = await link.open(path, "r");
    const bytes = Buffer.alloc(probe.length);
    const { sizeBytes } = await link
      .read(handle, bytes, 0)
      .then(() => link.attributesOf(handle))
      .finally(() => link.close(handle));
    const read = bytes.equals(probe)
      ? "it reads back as written"
      : "it does not read back as written";
    return sizeBytes === null ? `${read}; the server does not tell attributes of it` : read;
  } catch (error) {
    if (isOfLink(error)) throw error;
    return `it cannot be read back (${errorMessage(error)})`;
  }
}

function mend(error: unknown, what: string): string {
  return isOfLink(error) ? errorMessage(error) : `${errorMessage(error)}; ${what}`;
}
