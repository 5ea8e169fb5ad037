import type { FileRecord } from "../../../core/file/file.ts";
import type { Store } from "../../../store/port/store.ts";
import type { ChannelSequence } from "../../views/channel-view.ts";

/** So many of a channel's newest files are looked at for those that were overtaken. */
const newestFiles = 1_000;

/** Looks for missing numbers, and for files that came after later ones. */
export async function sequenceOf(
  store: Pick<Store, "gaps" | "files">,
  channel: string,
): Promise<ChannelSequence> {
  const overtaken: FileRecord[] = [];
  for await (const file of store.files.list({ channel, limit: newestFiles }))
    if (file.problems.some(({ code }) => code === "SEQUENCE_OVERTAKEN")) overtaken.push(file);
  const gaps = await store.gaps.list();
  return { missing: gaps.filter((gap) => gap.channel === channel), overtaken };
}
