import { statfsSync } from "node:fs";

/** A file is larger than the room where its bytes are to be kept. Thrown before any of it is copied. */
class NoRoom extends Error {
  constructor(sizeBytes: number, folder: string, freeBytes: number, place: string) {
    super(
      `it has ${shown(sizeBytes)}, and the disk of ${folder} has ${shown(freeBytes)} free; nothing of it was copied, and other files go on. Make room there, and it is taken automatically; or take it away: it is ${place}`,
    );
    this.name = "NoRoom";
  }
}

/** Expects room for so many bytes more in a folder; `place` says where the file is. Throws `NoRoom`. */
export function expectRoom(sizeBytes: number, folder: string, place: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const freeBytes = bavail * bsize;
  if (sizeBytes > freeBytes) throw new NoRoom(sizeBytes, folder, freeBytes, place);
}

function shown(bytes: number): string {
  const mib = bytes / 2 ** 20;
  return mib >= 10_240 ? `${(mib / 1024).toFixed(0)} GiB` : `${mib.toFixed(mib < 10 ? 1 : 0)} MiB`;
}
