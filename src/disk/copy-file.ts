import type { PathLike } from "node:fs";
import { rm } from "node:fs/promises";
import { createFile } from "./create-file.ts";
import { openToRead } from "./open-file.ts";

/** Whether a copy lasts through a power cut when it is made, and has the times and rights of its source. */
export type CopyCare = "plain" | "durable";

/** Copies a regular file to a path where nothing is. What was written is removed when it fails. */
export async function copyNewFile(
  source: PathLike,
  target: string,
  care: CopyCare = "plain",
): Promise<void> {
  const input = await openToRead(source);
  try {
    const { mode, atime, mtime } = await input.stat();
    const output = await createFile(target);
    try {
      await output.writeFile(input.createReadStream({ autoClose: false, highWaterMark: 1 << 18 }));
      if (care === "durable") {
        await output.chmod(mode & 0o777);
        await output.utimes(atime, mtime);
        await output.sync();
      }
    } catch (error) {
      await rm(target, { force: true }).catch(() => {});
      throw error;
    } finally {
      await output.close();
    }
  } finally {
    await input.close();
  }
}
