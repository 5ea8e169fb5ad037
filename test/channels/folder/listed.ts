import type { DiskName } from "../../../src/channels/folder/disk-name.ts";
import { listFolder, type OtherEntry, type SeenFile } from "../../../src/intake/folder/listing.ts";

/** All that a listing of a folder tells of. */
export async function listed(
  folder: string,
  skip: (name: DiskName) => boolean,
): Promise<{ files: SeenFile[]; others: OtherEntry[] }> {
  const files: SeenFile[] = [];
  const others: OtherEntry[] = [];
  await listFolder(folder, {
    skip,
    onFile: (file) => void files.push(file),
    onOther: (entry) => void others.push(entry),
  });
  return { files, others };
}
