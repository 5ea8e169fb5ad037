import { personal, plain, say } from "../sentence.ts";
import type { Story } from "../story.ts";
import { nothing, type Telling, type Way } from "../telling.ts";

/** The story of a message: its file, and the events that it brought. */
export async function tellMessage(told: Telling, id: number, way: Way): Promise<Story | null> {
  const message = await told.store.messages.get(id);
  if (message === null) return movedMessage(told, id);
  const stuck = await told.stuckOf("message", id);
  const about =
    message.subjectKey === null ? plain("") : say` about ${personal(message.subjectKey)}`;
  const events = way === "back" ? [] : await told.store.events.ofMessage(id);
  const quiet = way !== "back" && events.length === 0 && !stuck.isStuck;
  return {
    ...nothing,
    item: say`message ${id}`,
    said: say`${plain(linesText(message))} of file ${message.file}, group ${plain(message.group)}${about}`,
    notes: [...stuck.notes, ...(quiet ? [plain(await whyNoEvent(told, message.file))] : [])],
    because: way === "on" ? [] : await told.all("file", [message.file], "back"),
    ledTo: await told.all("event", events, "on"),
    goOn: stuck.goOn,
  };
}

/** Why nothing came of a message that has no error of its own: as a rule, what became of its file. */
async function whyNoEvent(told: Telling, id: number): Promise<string> {
  const file = await told.store.files.get(id);
  if (file?.awaitingRelease) return `no event came of it: file ${id} awaits release`;
  if (file !== null && file.state !== "recorded")
    return `no event came of it: file ${id} is ${file.state === "conflict" ? "in conflict" : file.state}`;
  return "no event came of it, or not yet";
}

/** Of a message that is not there any more, when something was said of it. */
async function movedMessage(told: Telling, id: number): Promise<Story | null> {
  const moved = await told.store.stuck.movedMessage(id);
  if (moved === null) return null;
  const { file, line, newMessage } = moved;
  const now =
    newMessage === null
      ? "which has no message there since it was read again"
      : `which was read again since: see message ${newMessage}`;
  const { said } = await told.stuckOf("message", id);
  return {
    ...nothing,
    item: say`message ${id}`,
    said: plain(`was at line ${line} of file ${file}, ${now}`),
    notes: said,
    because: await told.all("file", [file], "back"),
    ledTo: newMessage === null ? [] : await told.all("message", [newMessage], "on"),
    goOn: [{ remedy: "show-file", file }],
  };
}

function linesText({
  line,
  lastLine,
}: {
  readonly line: number;
  readonly lastLine: number;
}): string {
  return line === lastLine ? `line ${line}` : `lines ${line} to ${lastLine}`;
}
