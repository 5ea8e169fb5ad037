import type { FileState } from "../../../core/file/file.ts";
import { noFile } from "../../../core/refusal/no-file.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";

/** A file that a person wants to release; undefined when there is none. */
export type ReleasedRow =
  | { readonly state: FileState; readonly awaitingRelease: boolean }
  | undefined;

/** What a release does: the file is put in line for routing. Throws a `RefusedError` when it does not await release. */
export function releaseStep(file: number, row: ReleasedRow): { readonly enqueues: boolean } {
  if (row?.awaitingRelease === true) return { enqueues: row.state === "recorded" };
  if (row === undefined) throw noFile(file);
  throw new RefusedError(
    "conflict",
    `File ${file} is ${row.state} and does not await release: there is nothing to release.`,
    {
      about: `file ${file}`,
      remedy: advice("`{}` shows what is", { remedy: "list-stuck" }),
    },
  );
}
