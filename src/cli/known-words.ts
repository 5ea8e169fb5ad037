import type { Catalogue } from "../catalogue/definition.ts";
import { bareEventCode } from "../catalogue/half-hourly/event-code.ts";
import { nearestWord } from "../core/text/nearest-word.ts";
import { ingestChannel } from "../intake/record/ingest.ts";
import { noEventCode, receivedEventType } from "../processes/received.ts";
import { CommandFailure, exitCode } from "./failure.ts";
import { visible } from "./print/visible.ts";
import type { Session } from "./session.ts";

/*
 * Asked where a list or report has nothing to show: nothing of a name that nobody knows is a slip of the
 * pen, not an answer.
 */

/** Throws a failure of usage where nothing has this type of process and none is defined. */
export async function refuseUnknownType(session: Session, type: string | undefined): Promise<void> {
  if (type === undefined) return;
  const known = new Set((await session.store.reports.processes()).map((count) => count.type));
  for (const defined of (await session.definitions()).keys()) known.add(defined);
  if (known.has(type)) return;
  throw new CommandFailure(
    `there is no type of process "${visible(type)}"${meant(type, known)}`,
    exitCode.usage,
  );
}

/** Throws a failure of usage where no file came by this channel and none is configured. */
export async function refuseUnknownChannel(
  { config, store }: Session,
  channel: string | undefined,
): Promise<void> {
  if (channel === undefined) return;
  const inbound = [...config.channels, ...config.sftpInboxes].map(({ name }) => name);
  const known = new Set([...inbound, ingestChannel]);
  if (known.has(channel)) return;
  // It may have been configured once. This walks the files, as the list just did.
  for await (const _ of store.files.list({ channel, limit: 1 })) return;
  throw new CommandFailure(
    `there is no channel "${visible(channel)}" that files come in by${meant(channel, known)}`,
    exitCode.usage,
  );
}

/** Says which types of event were never recorded: a flow whose files are still to come may be meant. */
export async function sayNeverRecorded(
  say: (text: string) => void,
  session: Session,
  types: readonly string[],
): Promise<void> {
  const recorded = new Set(
    (await session.store.reports.events({ filter: {}, bySender: false })).map(({ type }) => type),
  );
  const unknown = [...new Set(types)].filter((type) => !recorded.has(type));
  if (unknown.length === 0) return;
  const catalogue = await session.catalogue();
  const flows = receivedTypes(catalogue);
  const known = new Set([...recorded, ...flows]);
  for (const type of unknown)
    say(`busbar: no event of type ${visible(type)} was ever recorded${meant(type, known)}`);
}

/** The types of the events that messages of the catalogue's flows become. */
function receivedTypes(catalogue: Catalogue): string[] {
  const flows = catalogue.list().map(({ flow }) => receivedEventType({ flow, group: noEventCode }));
  const coded = catalogue.jsonEvents().flatMap(({ flow, fields }) => {
    const codes = fields.find(({ path }) => path === "CommonBlock.S0.eventCode")?.codes ?? [];
    return codes.map((code) => receivedEventType({ flow, group: bareEventCode(code) ?? code }));
  });
  return [...flows, ...coded];
}

function meant(word: string, known: ReadonlySet<string>): string {
  const near = known.has(word) ? null : nearestWord(word, [...known]);
  return near === null ? "" : `; did you mean ${near}?`;
}
