import { accessSync, constants, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { BusbarConfig } from "../../config/config.ts";
import { marksOn } from "../../config/disk-marks.ts";
import { type FolderQuestions, folderQuestions } from "../../disk/folder-questions.ts";
import { networkFileSystem } from "../../disk/network-file-system.ts";
import { errorCode, errorMessage, sentence } from "../../runtime/error-message.ts";
import { storeAt } from "../../store/open.ts";
import { writtenFolders } from "../service/written-folders.ts";
import { type CheckedThing, findingsIn } from "./finding.ts";

/** The folders that the installation writes in: whether they are there, answer, may be written in and have room. */
export async function checkFolders(
  config: BusbarConfig,
  questions: Pick<FolderQuestions, "answers"> = folderQuestions,
): Promise<CheckedThing[]> {
  const { good, warning, bad } = findingsIn("folders");
  const found: CheckedThing[] = [];
  const disks = new Map<number, string>();
  for (const folder of writtenFolders(config)) {
    if (!(await questions.answers(folder))) {
      found.push(
        bad(folder, "It does not answer: is the server of its mount gone? Mount it again."),
      );
      continue;
    }
    const wrong = wrongWith(folder, isMade(config, folder));
    found.push(wrong === null ? good(folder, "writable") : bad(folder, wrong));
    const device = wrong === null ? deviceOf(folder) : null;
    if (device !== null && !disks.has(device)) disks.set(device, folder);
  }
  for (const folder of storeAt(config.store).folders) {
    const kind = networkFileSystem(folder);
    if (kind === null) continue;
    found.push(
      warning(
        folder,
        `The store is on a network file system (${kind}), where two machines may damage it. Give it a disk of its own machine.`,
      ),
    );
  }
  return [...found, ...[...disks.values()].map((folder) => spaceOn(folder, config))];
}

/** Folders of our own are made when they are first needed; an inbox is somebody else's too. */
function isMade({ channels }: BusbarConfig, folder: string): boolean {
  return !channels.some(({ path }) => path === folder);
}

function wrongWith(folder: string, isMadeByUs: boolean): string | null {
  try {
    if (!statSync(folder).isDirectory())
      return "It is not a folder; move it away and make a folder.";
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") {
      const above = dirname(folder);
      if (isMadeByUs && above !== folder) return wrongWith(above, true);
      return "It is not there; make it.";
    }
    if (code === "EACCES" || code === "EPERM")
      return "The user that runs this may not write in it; give that user the right to.";
    if (code === "EROFS") return "Its disk is mounted read-only; mount it for writing.";
    return sentence(`It cannot be used: ${errorMessage(error)}`);
  }
}

function deviceOf(folder: string): number | null {
  return statSync(folder, { throwIfNoEntry: false })?.dev ?? null;
}

/** The room on the disk of a folder, against the marks at which intake stops. */
function spaceOn(folder: string, { disk }: BusbarConfig): CheckedThing {
  const { good, warning, bad } = findingsIn("space");
  const { bavail, blocks, bsize, ffree, files } = statfsSync(folder);
  const free = bavail * bsize;
  const { stopBytes } = marksOn(disk, blocks * bsize);
  const room = `${inGiB(free)} of ${inGiB(blocks * bsize)} free`;
  if (free < stopBytes)
    return bad(folder, `${room}: intake stops below ${inGiB(stopBytes)}. Make room on it.`);
  if (free < stopBytes * 3)
    return warning(folder, `${room}: intake stops below ${inGiB(stopBytes)}. Make room in time.`);
  // Some file systems count no files: they say 0 of 0.
  if (files > 0 && ffree < files / 50)
    return warning(folder, `${room}, but only ${ffree} more files can be made on it. Delete some.`);
  return good(folder, room);
}

function inGiB(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}
