import { randomUUID } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BusbarConfig } from "../../../config/config.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { writeNewFile } from "../../../disk/create-file.ts";
import { storeAt } from "../../../store/open.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type TakenInView, viewTakenIn } from "../../views/file-view.ts";
import { ingest } from "./ingest.ts";
import { refuseWhileClosed, refuseWhileOnHold } from "./refuse-while-closed.ts";

/** A file that is handed over as bytes. */
export interface UploadInput {
  /** What its sender calls it. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** More bytes than this are refused. */
  readonly mostBytes: number;
}

/**
 * Takes a file in whose bytes are handed over. They are written down whole first, and read from there as from an
 * inbox: what is answered is recorded. Handed over again, a file that was recorded already is a duplicate.
 */
export async function upload(
  of: OpenInstallation,
  { name, bytes, mostBytes }: UploadInput,
): Promise<readonly TakenInView[]> {
  // Before the bytes are written down: they may need the very room that is short.
  await refuseWhileOnHold(of);
  await refuseWhileClosed(of);
  const folder = join(uploadFolder(of.config).folder, randomUUID());
  const path = join(folder, fileName(name));
  mkdirSync(folder, { recursive: true });
  try {
    await writeNewFile(path, upToBytes(bytes, mostBytes));
    const all: TakenInView[] = [];
    for await (const taken of ingest(of, [path])) {
      if (taken.kind === "failed")
        throw new RefusedError("unavailable", `${name} could not be taken in: ${taken.reason}`);
      all.push(viewTakenIn(taken.file.name, taken.file));
    }
    return all;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What other daemons may be in the middle of is left alone for so long, in milliseconds. */
const foreignMs = 24 * 3_600_000;

/** Removes what uploads left that a killed daemon was in: nobody was answered that they are recorded. */
export function dropUploads({ config }: Pick<OpenInstallation, "config">): void {
  const { folder, isShared } = uploadFolder(config);
  if (!isShared) rmSync(folder, { recursive: true, force: true });
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const one = join(folder, name);
    const { mtimeMs = Date.now() } = lstatSync(one, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > foreignMs) rmSync(one, { recursive: true, force: true });
  }
}

/** Beside the store; where that is a database, beside the folder of large files, which daemons may share. */
function uploadFolder({ store, blobs }: BusbarConfig) {
  const [beside] = storeAt(store).folders;
  return { folder: join(beside ?? dirname(blobs), "uploads"), isShared: beside === undefined };
}

/** A name that is a file's in any folder. Throws a refusal. */
function fileName(name: string): string {
  const isOne = name !== "" && name !== "." && name !== ".." && !/[/\0]/.test(name);
  if (isOne && Buffer.byteLength(name) <= 255) return name;
  throw new RefusedError("invalid", "A file's name has 1 to 255 bytes and no slash; give another", {
    about: "name",
  });
}

async function* upToBytes(
  bytes: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of bytes) {
    count += chunk.length;
    if (count > most)
      throw new RefusedError("invalid", `A file may have ${most} bytes here`, {
        code: "TOO_LARGE",
        about: "bytes",
      });
    yield chunk;
  }
}
