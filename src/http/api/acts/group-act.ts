import { createHash } from "node:crypto";
import { z } from "zod";
import { oneByOne } from "../../../app/commands/one-by-one.ts";
import type { OpenInstallation } from "../../../app/installation/open-installation.ts";
import { type JobItem, jobItemView, jobView } from "../../jobs/jobs.ts";
import { HttpRefusal } from "../../problem/problem.ts";
import { type ActAsked, type ActRoute, act } from "../act-route.ts";

/** What an act on a group would come to: exactly how many, some of them, and the hash that names this very set. */
const planView = z.strictObject({
  count: z.int().nonnegative(),
  set: z.string(),
  /** The first of them, each with what it would come to, where that can be known. */
  sample: z.array(z.union([jobItemView, z.strictObject({ item: z.string() })])).readonly(),
});

/** What one writes of an act on a group. */
interface GroupParts<Path extends z.ZodRawShape, Body extends z.ZodRawShape> {
  readonly tag: string;
  readonly summary: string;
  readonly input: Path;
  readonly body: Body;
  /** The items of the group as they are now, in an order that stays. */
  set(of: OpenInstallation, input: Asked<Path, Body>): AsyncIterable<{ readonly item: string }>;
  /** What each would come to, changing nothing; absent where it cannot be known. */
  try?(of: OpenInstallation, input: Asked<Path, Body>, asked: ActAsked): AsyncIterable<JobItem>;
  /** Does it, item by item. */
  do(of: OpenInstallation, input: Asked<Path, Body>, asked: ActAsked): AsyncIterable<JobItem>;
}

type Asked<Path extends z.ZodRawShape, Body extends z.ZodRawShape> = z.output<z.ZodObject<Path>> &
  z.output<z.ZodObject<Body>>;

/** Items of a set that are listed one by one before it is done. */
const sampleSize = 20;

/** Makes an act on a group: with `dryRun` its plan; with the plan's `set` a job, where the set is still the same. */
export function groupAct<Path extends z.ZodRawShape, Body extends z.ZodRawShape>(
  path: string,
  parts: GroupParts<Path, Body>,
): ActRoute {
  const { tag, summary, input, body } = parts;
  const route = act(path, {
    tag,
    summary: `${summary} First with dryRun, which answers how many and which; then with the set that was answered, which begins a job.`,
    input,
    body: { ...body, dryRun: z.boolean().default(false), set: z.string().optional() },
    answer: z.union([jobView, planView]),
    status: 202,
    run: async (of, given, asked) => {
      const wanted = given as unknown as Asked<Path, Body>;
      const { dryRun, set } = given as unknown as { dryRun: boolean; set?: string | undefined };
      const found = await setOf(parts.set(of, wanted));
      if (dryRun) return planOf(found, parts.try?.(of, wanted, asked));
      if (set !== found.set) throw otherSet(set, found);
      const { actor, reason } = asked.changedBy;
      const items = parts.do(of, wanted, asked);
      const what = JSON.stringify([path, { ...given, dryRun: false, set: undefined }]);
      const on = { what, set: found.set, afterwards: "look again with dryRun" } as const;
      return asked.context.jobs.start({ act: path, actor, reason, total: found.count, on, items });
    },
  });
  return route;
}

interface FoundSet {
  readonly count: number;
  readonly set: string;
  readonly first: readonly { readonly item: string }[];
}

async function setOf(items: AsyncIterable<{ readonly item: string }>): Promise<FoundSet> {
  const hash = createHash("sha256");
  const first: { readonly item: string }[] = [];
  let count = 0;
  for await (const { item } of items) {
    hash.update(`${item}\n`);
    count += 1;
    if (first.length < sampleSize) first.push({ item });
  }
  return { count, set: hash.digest("hex").slice(0, 32), first };
}

async function planOf(
  { count, set, first }: FoundSet,
  tried: AsyncIterable<JobItem> | undefined,
): Promise<z.infer<typeof planView>> {
  if (tried === undefined) return { count, set, sample: first };
  const sample: JobItem[] = [];
  for await (const item of tried) if (sample.push(item) >= sampleSize) break;
  return { count, set, sample };
}

function otherSet(set: string | undefined, { count }: FoundSet): HttpRefusal {
  const message =
    set === undefined
      ? "Say which set is meant: ask with dryRun first, and then with the set that is answered"
      : `The set is another one by now, of ${count} items; look at it again with dryRun`;
  return new HttpRefusal("OTHER_SET", message);
}

/** Does the same with each of some numbers, as items of a job: one that is refused leaves the others. */
export async function* oneEach(
  noun: string,
  ids: () => Promise<readonly number[]>,
  work: (id: number) => Promise<string>,
): AsyncGenerator<JobItem> {
  for await (const { id, done, refused } of oneByOne(await ids(), work))
    yield refused === null
      ? { item: `${noun} ${id}`, done: true, said: `now ${done}` }
      : { item: `${noun} ${id}`, done: false, said: refused.message };
}
