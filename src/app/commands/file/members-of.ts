import type { FileRecord } from "../../../core/file/file.ts";
import type { Store } from "../../../store/port/store.ts";

/** All that lies in a file, whatever the depth, each after what it lies in; nothing for most files. */
export async function* membersOf(store: Store, file: FileRecord): AsyncGenerator<FileRecord> {
  for (const id of file.members) {
    const member = await store.files.get(id);
    if (member === null) continue;
    yield member;
    yield* membersOf(store, member);
  }
}
