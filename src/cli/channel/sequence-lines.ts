import type { ChannelSequence } from "../../app/views/channel-view.ts";
import { senderText } from "../../core/file/party-text.ts";
import { localTime } from "../../runtime/local-time.ts";
import { visible } from "../output.ts";

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
