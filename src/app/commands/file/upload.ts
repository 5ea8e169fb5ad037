import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
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
  const folder = join(uploadFolder(of), randomUUID());
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

/** Removes what uploads left that a killed daemon was in: nobody was answered that they are recorded. */
export function dropUploads(of: Pick<OpenInstallation, "config">): void {
  rmSync(uploadFolder(of), { recursive: true, force: true });
}

function uploadFolder({ config }: Pick<OpenInstallation, "config">): string {
  const [beside = dirname(config.blobs)] = storeAt(config.store).folders;
  return join(beside, "uploads");
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
