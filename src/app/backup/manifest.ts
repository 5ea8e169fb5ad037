import { z } from "zod";

/** The file of a backup that names all others; the last in it. */
export const manifestName = "manifest.json";
/** The store in a backup, and in the folder that one is restored into. */
export const storeName = "busbar.db";

/** Names of the files in a backup: the store, and the bytes of large files and packs by their hashes. */
const fileName = /^(?:busbar\.db|blobs\/(?:[0-9a-f]{2}|packs)\/[0-9a-f]{64})$/;

/** What a backup holds, and of which store and moment it is. */
export const manifestSchema = z.strictObject({
  /** Raised when a backup is laid out otherwise. */
  format: z.literal(1),
  /** The version of Busbar that made it. */
  busbar: z.string(),
  /** The id of the store. */
  store: z.string(),
  madeAt: z.iso.datetime(),
  files: z
    .array(
      z.strictObject({
        name: z.string().regex(fileName),
        size: z.int().nonnegative(),
        /** SHA-256 in hexadecimal digits. */
        hash: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1),
  /** Bytes that the store names and that were lost when it was made: they are not in it. */
  lost: z.array(z.string().regex(fileName)).optional(),
});

/** What a backup holds. */
export type Manifest = z.infer<typeof manifestSchema>;

/** One file of a backup. */
export type BackedUpFile = Manifest["files"][number];

/** Whether a backup may hold a file of that name. */
export function isBackupName(name: string): boolean {
  return name === manifestName || fileName.test(name);
}
