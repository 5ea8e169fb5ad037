import { RefusedError } from "../../core/refusal/refused-error.ts";
import { seeMoreOf } from "../../core/stuck/nouns.ts";
import { type Reference, referenceFrom } from "../../core/stuck/reference.ts";
import { type Advice, advice } from "../../core/stuck/remedy.ts";
import { utcTime } from "../../core/text/utc-time.ts";
import { kindsOf } from "../../store/stuck/stuck-kinds.ts";
import { eventNamesOf } from "../asked/event-name.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import { tellEverything } from "../lineage/everything.ts";
import { LineageTracer } from "../lineage/lineage-tracer.ts";
import { type Meaning, meaningOf, nameIn } from "../lineage/meaning.ts";
import { storyOfAllNotTaken, storyOfNotTaken } from "../lineage/not-taken.ts";
import { NotTakenFiles } from "../lineage/not-taken-files.ts";
import { asOneSentence, plain, say } from "../lineage/sentence.ts";
import type { Formatter, Story } from "../lineage/story.ts";
import { type LineageView, viewLineage } from "../views/lineage-view.ts";
import { viewAdvice } from "../views/remedy-view.ts";
import { type StuckItemView, viewStuckItem } from "../views/stuck-view.ts";

/** How things are said: for people moments are said by this, and events by what they are called. */
export interface SaidFor {
  /** Absent: for programs, moments in UTC and events by their types. */
  readonly peopleMoment?: (at: number) => string;
}

/** The lineage of a thing, or one stuck thing that has none of its own with where to see more. */
export type WhyView =
  | { readonly is: "lineage"; readonly lineage: LineageView }
  | {
      readonly is: "stuck";
      readonly item: StuckItemView;
      readonly more: ReturnType<typeof viewAdvice> | null;
    };

/**
 * What something came of, back to the bytes, and what it led to. `words`: a thing as lists name it, a number, or
 * a key, a name or an identifier. Rejects with a refusal where nothing or several things are meant.
 */
export async function tellWhy(
  of: OpenInstallation,
  { words, ...said }: SaidFor & { readonly words: readonly string[] },
): Promise<WhyView> {
  const reference = referenceFrom(words);
  if (reference !== null && seeMoreOf(reference.noun) !== null) return whyStuck(of, reference);
  const formatter = await formatterFor(of, said);
  return { is: "lineage", lineage: viewLineage(await storyOf(of, formatter, words, reference)) };
}

/** How stories say moments and events. */
export async function formatterFor(
  of: OpenInstallation,
  { peopleMoment }: SaidFor,
): Promise<Formatter> {
  if (peopleMoment === undefined) return { moment: utcTime, event: (type) => type };
  const nameEvent = await eventNamesOf(of);
  return { moment: peopleMoment, event: (type) => nameEvent(type) };
}

async function whyStuck({ store }: OpenInstallation, { noun, id }: Reference): Promise<WhyView> {
  const keys = kindsOf(noun).map((kind) => ({ kind, number: Number(id) }));
  const [item] = await store.stuck.at(keys);
  if (item === undefined)
    throw new RefusedError("not-found", `${noun} ${id} is not stuck`, {
      about: `${noun} ${id}`,
      remedy: advice("`{}` shows what is", { remedy: "list-stuck", dismissed: true }),
    });
  const more = seeMoreOf(noun);
  return { is: "stuck", item: viewStuckItem(item), more: more === null ? null : viewAdvice(more) };
}

/** The story of what the words mean: of one thing, or of all that bears a key, a name or an identifier. */
async function storyOf(
  of: OpenInstallation,
  formatter: Formatter,
  words: readonly string[],
  reference: Reference | null,
): Promise<Story> {
  const { store } = of;
  const meant = await meaningOf(store, words, reference, formatter.moment);
  const notTaken = await NotTakenFiles.at(of);
  const atChannels = reference === null ? await notTaken.called(nameIn(meant.text)) : [];
  const story =
    (await storyInStore(new LineageTracer(store, formatter), meant)) ??
    storyOfAllNotTaken(meant.text, atChannels, formatter.moment);
  if (story === null) throw notThere(words, notTaken.doubt());
  if (meant.findings.length === 0) return story;
  const notes = [
    ...(meant.changed === null ? [] : [say`read ${plain(meant.changed)}`]),
    ...story.notes,
    ...atChannels
      .map((file) => storyOfNotTaken(file, formatter.moment))
      .map(({ item, said, notes: why }) => say`${item}: ${asOneSentence([said, ...why], "; ")}`),
  ];
  return { ...story, notes };
}

async function storyInStore(tracer: LineageTracer, meant: Meaning): Promise<Story | null> {
  const [only, ...others] = meant.findings;
  if (only === undefined) return null;
  return others.length === 0 && meant.waiting === 0
    ? await tracer.tell(only.noun, only.id)
    : await tellEverything(tracer, meant.text, meant);
}

function notThere(words: readonly string[], doubt: Advice | null): RefusedError {
  const text = words.join(" ");
  const how = advice(
    "name a thing as lists do, e.g. `file 12`, `event 34`, `process order/4711`, a file by its whole name, or a key such as an MPAN core; `{}` finds things by a part of their names, `{}` files",
    { remedy: "search", text: "TEXT" },
    { remedy: "list", of: "file", named: "TEXT" },
  );
  return new RefusedError(
    "not-found",
    `Nothing in the store is called ${text}, and no channel names such a file`,
    { remedy: withDoubt(how, doubt) },
  );
}

/** Advice, and why it may be there all the same. */
function withDoubt({ say, remedies }: Advice, doubt: Advice | null): Advice {
  return doubt === null
    ? { say, remedies }
    : { say: `${say}; ${doubt.say}`, remedies: [...remedies, ...doubt.remedies] };
}
