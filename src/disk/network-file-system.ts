import { statfsSync } from "node:fs";
import { platform } from "node:os";

/** File systems that other machines may have mounted too, by the number that Linux gives them (statfs(2)). */
const kinds: ReadonlyMap<number, string> = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xff534d42, "CIFS"],
  [0xfe534d42, "SMB2"],
  [0x65735546, "FUSE, such as sshfs"],
  [0x5346414f, "AFS"],
  [0x00c36400, "Ceph"],
  [0x01021997, "9P"],
  [0x01161970, "GFS2"],
  [0x7461636f, "OCFS2"],
  [0x0bd00bd0, "Lustre"],
  [0x19830326, "BeeGFS"],
]);

/**
 * What kind of network file system a folder is on, for people; null when it is on a disk of this machine
 * or it is unknown.
 */
export function networkFileSystem(folder: string): string | null {
  if (platform() !== "linux") return null;
  try {
    return kinds.get(statfsSync(folder).type) ?? null;
  } catch {
    return null;
  }
}
