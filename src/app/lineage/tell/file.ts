import { addressed, party } from "../party-text.ts";
import { personal, plain, say } from "../sentence.ts";
import type { Story } from "../story.ts";
import { mostBeneath, nothing, type Telling, type Way } from "../telling.ts";
import { effectStories } from "./effect.ts";

/** The story of a file that came in: the container it was in, and its messages. */
export async function tellFile(told: Telling, id: number, way: Way): Promise<Story | null> {
  const file = await told.store.files.get(id);
  if (file === null) return null;
  const { envelope, state, channel, container, members } = file;
  const from =
    envelope === null
      ? ""
      : `, ${envelope.flow} from ${party(envelope.from)}${addressed(envelope.to)}`;
  const messages: number[] = [];
  if (way !== "back" && state !== "rejected" && state !== "duplicate")
    for await (const message of told.store.messages.list(id)) {
      messages.push(message.id);
      if (messages.length === mostBeneath) break;
    }
  const stuck = await told.stuckOf("file", id);
  const decided = file.decisions.map(
    ({ decision, actor, reason, at }) =>
      say`${plain(`${told.formatter.moment(at)} ${actor}`)} decided ${plain(decision)}: ${personal(reason)}`,
  );
  const other = file.otherFile === null ? [] : [`see file ${file.otherFile}`];
  const after =
    file.successor === undefined
      ? []
      : [
          `superseded by file ${file.successor}, which came later with its identifier and is active`,
        ];
  const lay = container === null ? [] : [`lay in file ${container.file}, as ${container.path}`];
  const holds = way === "back" ? [] : members;
  const answers = way === "back" ? [] : await told.store.answers.sentFor(id);
  const answered: Story[] = [];
  for (const answer of answers)
    answered.push(...(await effectStories(told, { kind: "file", ...answer })));
  return {
    ...nothing,
    item: say`file ${id}`,
    said: plain(
      `${file.name}, ${state}${from}, by ${channel}, recorded ${told.formatter.moment(file.recordedAt)}`,
    ),
    notes: [
      ...[`SHA-256 ${file.hash}, ${file.sizeBytes} bytes`, ...lay, ...other, ...after].map(plain),
      ...decided,
      ...stuck.notes,
    ],
    because:
      way === "on" || container === null ? [] : await told.all("file", [container.file], "back"),
    ledTo: [
      ...(await told.all("file", holds, "on")),
      ...(await told.all("message", messages, "on")),
      ...answered,
    ],
    more:
      Math.max(0, holds.length - mostBeneath) +
      (messages.length === 0 ? 0 : Math.max(0, file.messages - messages.length)),
    goOn: [
      { remedy: "show-file", file: id },
      { remedy: "show-file", file: id, raw: true },
      ...stuck.goOn,
    ],
  };
}
