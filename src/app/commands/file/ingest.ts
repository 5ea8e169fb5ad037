import type { FileRecord } from "../../../core/file/file.ts";
import type { OnLargeFile } from "../../../intake/channel/context.ts";
import { ingestFiles } from "../../../intake/file/ingest.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { refuseWhileClosed } from "./refuse-while-closed.ts";
import { membersOf } from "./reprocess-files.ts";

/** What became of a file that was handed over, or of one that was in it. */
export type TakenIn =
  | { readonly kind: "recorded"; readonly path: string; readonly file: FileRecord }
  /** A file that is in the one that was reported before. */
  | { readonly kind: "member"; readonly path: string; readonly file: FileRecord }
  | { readonly kind: "failed"; readonly path: string; readonly reason: string };

/** Copies files in, also while intake is on hold, since a person names each; a bad one stops none of the others. Each answer is followed by those of what is in the file. */
export async function* ingest(
  installation: OpenInstallation,
  paths: readonly string[],
  told: { readonly onLargeFile?: OnLargeFile } = {},
): AsyncGenerator<TakenIn> {
  await refuseWhileClosed(installation);
  const recording = await installation.recording(told);
  const definitions = [...(await installation.definitions()).values()];
  for await (const answer of ingestFiles(recording, definitions, paths)) {
    yield answer;
    if (answer.kind === "failed") continue;
    for await (const file of membersOf(recording.store, answer.file))
      yield { kind: "member", path: `${answer.path}: ${file.container?.path ?? file.name}`, file };
  }
}
