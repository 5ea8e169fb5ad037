import { sayKept } from "../../../core/hold/hold.ts";
import { sayBefore } from "../../../core/outbound/file-before.ts";
import type { OutboundRecord } from "../../../core/outbound/outbound.ts";
import { outboundKind } from "../../../core/outbound/outbound-kind.ts";
import { counted } from "../../../runtime/counted.ts";
import { holdOnFile } from "../../queries/kept-outbound.ts";
import { party } from "../party-text.ts";
import { citing, personal, plain, type Sentence, say } from "../sentence.ts";
import type { Story } from "../story.ts";
import { mostBeneath, nothing, releaseOfHold, type Telling, type Way } from "../telling.ts";

/** The story of a file or e-mail that leaves: the actions that asked for it, and its delivery. */
export async function tellOutbound(told: Telling, id: number, way: Way): Promise<Story | null> {
  const file = await told.store.outbound.get(id);
  if (file === null) return null;
  const messages = way === "on" ? [] : await told.store.outbound.messages(id);
  const actions = messages.flatMap(({ action }) => (action === null ? [] : [action]));
  const answered = messages.flatMap(({ answers }) => (answers === null ? [] : [answers]));
  const steps = await told.store.outbound.steps(id);
  const events = way === "back" ? [] : await told.store.events.ofDelivery(id);
  const stuck = await told.stuckOf("outbound", id);
  const before = file.behind === null ? null : await told.store.outbound.get(file.behind);
  const hold = holdOnFile(await told.store.holds.list(), file);
  const to = addressed(file);
  return {
    ...nothing,
    item: say`outbound ${id}`,
    said: say`${plain(file.name)}, ${plain(file.state)}, ${to}, by ${plain(file.channel)}`,
    notes: [
      ...(answered.length === 0 ? [] : [plain(`it answers ${filesText(answered)}`)]),
      ...(file.problem === null ? [] : [plain(file.problem)]),
      ...(file.onHold ? [plain("on hold: it does not leave until a person releases it")] : []),
      ...(hold === null ? [] : [say`on hold, ${citing(sayKept(hold), [hold.reason])}`]),
      ...(before === null ? [] : [plain(sayBefore(before))]),
      ...steps.map(({ at, what, actor, reason }) => {
        const who = actor === null ? "" : ` by ${actor}`;
        const did = plain(`${told.formatter.moment(at)} ${what}${who}`);
        if (reason === null) return did;
        return say`${did}: ${actor === null ? plain(reason) : personal(reason)}`;
      }),
      ...stuck.said,
    ],
    because: [
      ...(await told.all("action", [...new Set(actions)], "back")),
      ...(await told.all("file", [...new Set(answered)], "back")),
    ],
    ledTo: await told.all("event", events, "on"),
    more: Math.max(0, events.length - mostBeneath),
    goOn: [
      { remedy: "show-outbound", outbound: id },
      ...(before === null ? [] : [{ remedy: "show-outbound", outbound: before.id } as const]),
      ...stuck.goOn,
      ...releaseOfHold(hold),
    ],
  };
}

/** What it is, and whom it goes to. */
function addressed(file: OutboundRecord): Sentence {
  if (file.envelope !== null) return plain(`${file.envelope.flow} to ${party(file.envelope.to)}`);
  if (outboundKind(file) === "email") return say`an e-mail to ${personal(file.folder)}`;
  return plain(`a webhook of ${counted(file.messages, "event")} to ${file.folder}`);
}

/** The files that something answers, e.g. `file 3, file 4`. */
function filesText(files: readonly number[]): string {
  return files.map((file) => `file ${file}`).join(", ");
}
