import { RefusedError } from "../../core/refusal/refused-error.ts";
import { nearestWord } from "../../core/text/nearest-word.ts";
import { ingestChannel } from "../../intake/file/ingest.ts";
import { receivedTypes } from "../../processes/received-types.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";

/*
 * Asked where a list or report has nothing to show: nothing of a name that nobody knows is a slip of the
 * pen, not an answer.
 */

/** Throws a refusal where nothing has this type of process and none is defined. */
export async function refuseUnknownType(
  { store, definitions }: OpenInstallation,
  type: string | undefined,
): Promise<void> {
  if (type === undefined) return;
  const known = new Set((await definitions()).keys());
  if (known.has(type)) return;
  // It may have been defined once. This counts every process.
  for (const count of await store.reports.processes()) known.add(count.type);
  if (known.has(type)) return;
  throw unknown("type", `there is no type of process "${type}"`, type, known);
}

/** Throws a refusal where no file came by this channel and none is configured. */
export async function refuseUnknownChannel(
  { config, store }: OpenInstallation,
  channel: string | undefined,
): Promise<void> {
  if (channel === undefined) return;
  const inbound = [...config.channels, ...config.sftpInboxes].map(({ name }) => name);
  const known = new Set([...inbound, ingestChannel]);
  if (known.has(channel)) return;
  // It may have been configured once. This walks the files, as the list just did.
  for await (const _ of store.files.list({ channel, limit: 1 })) return;
  const said = `there is no channel "${channel}" that files come in by`;
  throw unknown("channel", said, channel, known);
}

/** Throws a refusal where nothing leaves by this channel and none is configured. */
export async function refuseUnknownOutlet(
  { config, store }: OpenInstallation,
  channel: string | undefined,
): Promise<void> {
  if (channel === undefined) return;
  const { outbound, mail, webhooks } = config;
  const known = new Set([...outbound, ...mail, ...webhooks].map(({ name }) => name));
  for (const { channel: used } of await store.outbound.counts({ upTo: 1 })) known.add(used);
  if (known.has(channel)) return;
  const said = `there is no channel "${channel}" that files or e-mails leave by`;
  throw unknown("channel", said, channel, known);
}

/** Throws a refusal where no action of this name was ever planned and none is defined. */
export async function refuseUnknownAction(
  { store, definitions }: OpenInstallation,
  name: string | undefined,
): Promise<void> {
  if (name === undefined) return;
  const defined = [...(await definitions()).values()].flatMap(({ actions }) => [...actions.keys()]);
  const known = new Set(defined);
  if (known.has(name)) return;
  for await (const _ of store.actions.list({ name, limit: 1 })) return;
  throw unknown("name", `there is no action "${name}"`, name, known);
}

/** Says which types of event were never recorded: a flow whose files are still to come may be meant. */
export async function neverRecorded(
  { store, catalogue }: OpenInstallation,
  types: readonly string[],
): Promise<readonly string[]> {
  // No index tells which types events have: of a word that names something else nothing is said.
  const words = await store.reports.words();
  const strange = [...new Set(types)].filter((type) => !words.includes(type));
  if (strange.length === 0) return [];
  const like = words.filter((word) => /^[A-Z][A-Z0-9]*_[A-Z0-9_]*$/.test(word));
  const known = new Set([...like, ...receivedTypes(await catalogue())]);
  return strange.map((type) => `no event of type ${type} was ever recorded${meant(type, known)}`);
}

function unknown(about: string, said: string, word: string, known: ReadonlySet<string>) {
  const near = meant(word, known);
  const all = near === "" && known.size <= mostNamed ? namesOf(known) : near;
  return new RefusedError("invalid", said + all, { about });
}

/** So many names are listed where none is like the one that was said. */
const mostNamed = 20;

function namesOf(known: ReadonlySet<string>): string {
  return known.size === 0 ? "; there is none at all" : `; there are ${[...known].join(", ")}`;
}

function meant(word: string, known: ReadonlySet<string>): string {
  const near = known.has(word) ? null : nearestWord(word, [...known]);
  return near === null ? "" : `; did you mean ${near}?`;
}
