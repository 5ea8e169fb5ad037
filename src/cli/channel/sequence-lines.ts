import type { ChannelSequence } from "../../app/views/channel-view.ts";
import type { FileRecord } from "../../core/file/file.ts";
import { senderText } from "../../core/file/party-text.ts";
import type { Store } from "../../store/port/store.ts";

import { localTime } from "../print/local-time.ts";
import { visible } from "../print/visible.ts";

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

/** For people; nothing when all is in order. */
export function sequenceLines(
  { missing, overtaken }: ChannelSequence,
  now: number,
): readonly string[] {
  const gaps = missing.map(({ sender, flow, from, to, since, givesUpAt }) => {
    const numbers = from === to ? `number ${from}` : `numbers ${from} to ${to}`;
    const until =
      givesUpAt > now ? `waited for until ${localTime(givesUpAt)}` : "no longer waited for";
    return `  missing: ${numbers} of ${flow} from ${visible(senderText(sender))}, since ${localTime(since)}, ${until}`;
  });
  const late = overtaken.map(
    ({ id, name, recordedAt }) =>
      `  overtaken: file ${id}, ${visible(name)}, came ${localTime(recordedAt)} after later numbers`,
  );
  return [...gaps, ...late];
}
