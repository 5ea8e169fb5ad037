import { textName } from "../../channels/folder/disk-name.ts";
import { askForAttributes, type RemoteAttributes } from "../../channels/sftp/attributes.ts";
import type { RemoteVersion } from "../../store/port/files/remote-file-store.ts";
import type { SeenFile, Signature } from "../folder/listing.ts";

/** A file at the partner that is being taken. */
export interface RemoteItem {
  readonly version: RemoteVersion;
  readonly claim: string;
  /** `<claim>/<name>`: what it is recorded as. */
  readonly arrival: string;
  /** Where it is at the server now. */
  readonly path: string;
  /** When we first saw it, in milliseconds since 1970. */
  readonly seenAt: number;
}

/** What the protocol tells of a version, as steadiness wants it; -1 is what the server does not say. */
export function seenFile(name: string, { sizeBytes, modifiedAt }: RemoteAttributes): SeenFile {
  const signature: Signature = {
    sizeBytes: sizeBytes ?? -1,
    modifiedAt: modifiedAt ?? -1,
    changedAt: modifiedAt ?? -1,
    inode: 0,
  };
  return { name: textName(name), signature };
}

/** The version at the partner that a file was seen as: the other way round than `seenFile`. */
export function versionOf({ name, signature }: SeenFile): RemoteVersion {
  const { sizeBytes, modifiedAt } = signature;
  const known = (value: number) => (value < 0 ? null : value);
  return { name: name.text, sizeBytes: known(sizeBytes), modifiedAt: known(modifiedAt) };
}

/** What distinguishes versions of one file. */
type Told = Pick<RemoteVersion, "sizeBytes" | "modifiedAt">;

/** Whether two looks saw the same version, as far as the protocol can tell. */
export function isSameVersion(a: Told, b: Told): boolean {
  return a.sizeBytes === b.sizeBytes && a.modifiedAt === b.modifiedAt;
}

/** Why what was fetched does not count as the version that was seen, by what the server said of it then. */
export function sayChanging({ sizeBytes }: Pick<Told, "sizeBytes">): string {
  return sizeBytes === null
    ? `the server tells its size in the listing and not when the file itself is asked for, so nobody can tell whether all of it was fetched; ${askForAttributes}`
    : "it changed while it was being fetched";
}

/** A path in a folder of the server. */
export function remotePath(folder: string, name: string): string {
  return folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}
