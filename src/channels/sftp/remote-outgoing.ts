import { createHash } from "node:crypto";
import { isDirect, targetPath, temporaryPath } from "../outgoing-paths.ts";
import type { OutgoingFile, Sighting, WrittenOut } from "../outlet.ts";
import type { RemoteAttributes } from "./attributes.ts";
import { isMissing, isOfLink, isRefused, SftpError } from "./sftp-error.ts";
import type { RemoteHandle, SftpLink } from "./sftp-link.ts";

/** So much is written with one request; every server takes it. */
export const pieceBytes = 32 * 1024;

/** Writes all of a file, so many pieces of it at once. */
export async function writePieces(
  link: SftpLink,
  handle: RemoteHandle,
  bytes: Uint8Array,
  atOnce: number,
): Promise<void> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let next = 0;
  const writer = async () => {
    while (next < buffer.byteLength) {
      const start = next;
      next += pieceBytes;
      await link.write(handle, buffer.subarray(start, start + pieceBytes), start);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, writer));
}

/** What is under a name, null when nothing is; `untold`: the server does not say whether anything does. */
export async function seen(
  link: SftpLink,
  path: string,
): Promise<RemoteAttributes | null | "untold"> {
  try {
    return await link.look(path);
  } catch (error) {
    if (isRefused(error)) return "untold";
    throw error;
  }
}

/** Looks at a file by its name once its closing was answered: the handle may have been another's. */
export async function acknowledged(
  link: SftpLink,
  path: string,
  sizeBytes: number,
): Promise<WrittenOut> {
  const there = await seen(link, path);
  if (there === null) return { now: "gone", note: null };
  if (there !== "untold") needWhole(path, there, sizeBytes);
  const isTold = there !== "untold" && there.sizeBytes !== null;
  return { now: "there", note: isTold ? null : untoldNote };
}

/** For people, of a file whose size could not be asked for. */
const untoldNote =
  "The server does not tell attributes of files: that it is whole is known by the server's answers to the writing alone.";

/** Expects a file of that size, as far as the server tells. */
export function needWhole(
  path: string,
  { kind, sizeBytes }: RemoteAttributes,
  wanted: number,
): void {
  if (kind !== "file" && kind !== "unknown")
    throw new Error(`${path} is no file at the server but a ${kind}`);
  if (sizeBytes !== null && sizeBytes !== wanted)
    throw new Error(
      `${path} has ${sizeBytes} bytes at the server and not the ${wanted} written to it`,
    );
}

/** What is at the server of a file. */
export async function lookFor(link: SftpLink, outgoing: OutgoingFile): Promise<Sighting> {
  const [temporary, target] = await Promise.all([
    seen(link, temporaryPath(outgoing)),
    seen(link, targetPath(outgoing)),
  ]);
  if (temporary === "untold" || target === "untold")
    throw new SftpError(
      "denied",
      `the server does not tell whether ${temporaryPath(outgoing)} or ${outgoing.name} is there; ask the partner to allow looks at names (LSTAT or STAT)`,
    );
  if (isDirect(outgoing))
    return target === null ? "gone" : await lookDirectly(link, outgoing, target);
  if (temporary !== null) {
    if (target === null) return "temporary";
    return (await compare(link, outgoing, target)) === "same" ? "temporary" : "taken";
  }
  if (target === null) return "gone";
  return (await compare(link, outgoing, target)) === "other" ? "taken" : "named";
}

/** What is under the name of one that is written under it at once. */
async function lookDirectly(
  link: SftpLink,
  outgoing: OutgoingFile,
  found: RemoteAttributes,
): Promise<Sighting> {
  if ((await compare(link, outgoing, found)) !== "other") return "named";
  return found.sizeBytes !== null && found.sizeBytes < outgoing.sizeBytes ? "temporary" : "taken";
}

/** Removes what an earlier try left under the file's own name; what is no beginning of it is another's. */
export async function clearBeginning(
  link: SftpLink,
  outgoing: OutgoingFile,
  bytes: Uint8Array,
): Promise<void> {
  const path = targetPath(outgoing);
  const there = await seen(link, path);
  if (there === null || there === "untold") return;
  const size = there.sizeBytes ?? bytes.byteLength;
  const whole = createHash("sha256").update(bytes.subarray(0, size)).digest("hex");
  const isOurs =
    size < bytes.byteLength &&
    (await compare(link, { ...outgoing, sizeBytes: size, hash: whole }, there)) === "same";
  if (!isOurs)
    throw new Error(
      `What is at ${path} is no beginning of ours, and is not replaced. Have it taken away and try again, or send this one again under a new name.`,
    );
  await link.remove(path);
}

/**
 * Whether our very bytes are under the file's name. `unreadable`: it has the right size, as far as that
 * is reported, and the partner lets nobody read what was put there. When the temporary name is gone as well,
 * that has to do, since only we give such names.
 */
export async function compare(
  link: SftpLink,
  outgoing: OutgoingFile,
  { sizeBytes }: RemoteAttributes,
): Promise<"same" | "other" | "unreadable"> {
  if (sizeBytes !== null && sizeBytes !== outgoing.sizeBytes) return "other";
  let handle: RemoteHandle;
  try {
    handle = await link.open(targetPath(outgoing), "r");
  } catch (error) {
    if (error instanceof SftpError && error.code === "denied") return "unreadable";
    throw error;
  }
  try {
    const hash = createHash("sha256");
    const buffer = Buffer.alloc(pieceBytes);
    for (let position = 0; position <= outgoing.sizeBytes; ) {
      const count = await link.read(handle, buffer, position);
      if (count === 0) break;
      hash.update(buffer.subarray(0, count));
      position += count;
    }
    return hash.digest("hex") === outgoing.hash ? "same" : "other";
  } finally {
    if (link.broken === null) await link.close(handle).catch(passLinkErrors);
  }
}

/** What is not there need not be removed. */
export function passMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}

/** What fails for other reasons than the link may be tried again, or be reported by what comes next. */
export function passLinkErrors(error: unknown): undefined {
  if (isOfLink(error)) throw error;
  return undefined;
}
