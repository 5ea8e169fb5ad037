import type { FileRecord } from "../../../core/file/file.ts";
import type { ProcessDefinition } from "../../../core/process/process.ts";
import { noFile } from "../../../core/refusal/no-file.ts";
import type { RecordingContext } from "../../../intake/channel/context.ts";
import { isByOwnNumber } from "../../../intake/file/by-own-number.ts";
import { type Reprocessed, reprocess } from "../../../intake/file/reprocess.ts";
import type { Store } from "../../../store/port/store.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { restateFile } from "../../restate/restate-file.ts";
import { type OneDone, oneByOne } from "../one-by-one.ts";

/** A file that was read again. */
export interface ReadAgain extends Reprocessed {
  /** How many of its messages became events which say otherwise than today's reading. */
  readonly otherwise: number;
}

/** Reads the kept bytes of files again with today's parser and catalogue, and those of what is in them. */
export async function* reprocessFiles(
  installation: OpenInstallation,
  ids: readonly number[],
): AsyncGenerator<OneDone<ReadAgain>> {
  const recording = await installation.recording();
  const definitions = [...(await installation.definitions()).values()];
  yield* oneByOne(withMembers(recording.store, ids), async (id) => {
    const done = await reprocess(recording, definitions, id);
    if (done === null) throw noFile(id);
    return { ...done, otherwise: await readOtherwise(recording, definitions, id) };
  });
}

/** Which refused files all of them mean, and how many they do not. */
export interface RefusedFiles {
  readonly files: readonly number[];
  /** Files in whose place a corrected one is active, with which they would be in conflict. */
  readonly superseded: number;
  /** Files that a person has to look at, one by one. */
  readonly apart: readonly number[];
}

/** All refused files that reading again may fix; their numbers first, since reading one again changes the list. */
export async function refusedFiles({
  store: { files: all },
}: Pick<OpenInstallation, "store">): Promise<RefusedFiles> {
  const files: number[] = [];
  const apart: number[] = [];
  let superseded = 0;
  for await (const file of all.list({ state: "rejected" })) {
    if (file.successor !== undefined) superseded += 1;
    else if (isByOwnNumber(file)) apart.push(file.id);
    else files.push(file.id);
  }
  return { files, superseded, apart };
}

/** Each file, and after one that holds others and is active, those: reading it again means them. */
async function* withMembers(store: Store, files: readonly number[]): AsyncGenerator<number> {
  for (const id of files) {
    const file = await store.files.get(id);
    yield id;
    if (file === null || file.members.length === 0) continue;
    for await (const member of membersOf(store, file))
      if (member.members.length === 0 && !isByOwnNumber(member)) yield member.id;
  }
}

async function readOtherwise(
  recording: RecordingContext,
  definitions: readonly ProcessDefinition[],
  id: number,
): Promise<number> {
  let count = 0;
  await restateFile({ recording, definitions, changedBy: null }, id, ({ changes }) => {
    if (changes.length > 0) count += 1;
  });
  return count;
}

/** All that is in a file, whatever the depth, each after what it is in; nothing for most files. */
export async function* membersOf(store: Store, file: FileRecord): AsyncGenerator<FileRecord> {
  for (const id of file.members) {
    const member = await store.files.get(id);
    if (member === null) continue;
    yield member;
    yield* membersOf(store, member);
  }
}
