/** Room on the server's disk, in bytes. */
export interface RemoteSpace {
  readonly freeBytes: number;
  readonly totalBytes: number;
  /** Whether it is mounted read-only. */
  readonly isReadOnly: boolean;
}

/** SSH_FXE_STATVFS_ST_RDONLY (OpenSSH's PROTOCOL, section 4.4). */
const readOnlyFlag = 1;

/** The room that an answer to `statvfs@openssh.com` tells of. */
export function remoteSpace(told: Readonly<Record<string, number>>): RemoteSpace {
  const { f_frsize: unit = 0, f_bavail: free = 0, f_blocks: total = 0, f_flag: flags = 0 } = told;
  const isReadOnly = (flags & readOnlyFlag) !== 0;
  return { freeBytes: free * unit, totalBytes: total * unit, isReadOnly };
}
