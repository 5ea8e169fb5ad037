import { setTimeout as delay } from "node:timers/promises";
import type { Context } from "hono";
import { z } from "zod";
import type { FeedPlace } from "../../store/port/events/feed-store.ts";
import { inputOf, needRole, queryOf } from "../api/check-input.ts";
import { yesText } from "../api/parameters.ts";
import { apiRoot } from "../api/route.ts";
import type { HttpContext, HttpEnv, HttpRouter } from "../context.ts";
import { HttpRefusal } from "../problem/problem.ts";
import { type CloudEvent, cloudEvent, placeFrom, placeText } from "./cloud-event.ts";

const number = (most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/, { error: `a number up to ${most}` })
    .transform(Number)
    .refine((value) => value <= most, { error: `a number up to ${most}` });

const input = z.strictObject({
  lastEventId: z.string().max(40).optional(),
  limit: number(1_000).prefault("100"),
  /** Seconds to wait where there is nothing yet. */
  timeout: number(60).prefault("0"),
  full: yesText.optional(),
});

/** How often it is looked whether something happened while somebody waits, in milliseconds. */
const lookMs = 250;
/** A stream that says nothing for so long is said to live, in milliseconds. */
const aliveMs = 15_000;
/** Streams that may be open: of one name, and of all. */
const mostOfName = 6;
const mostStreams = 60;
/** Events that are read ahead for a stream; a slow reader is waited for, and read on for from where it is. */
const atOnce = 100;

/** What happened, for programs that follow: batches by `lastEventId`, or a stream at the same address. */
export function feedRoutes(router: HttpRouter, context: HttpContext): void {
  const open = new Map<string, number>();
  router.get(`${apiRoot}/feed`, async (c) => {
    needRole(c, "viewer");
    const asked = inputOf(input, queryOf(c)) as z.output<typeof input>;
    const isFull = asked.full === true;
    if (isFull) needPersonal(c);
    const feed = new FeedReader(context, isFull);
    const isStream = c.req.header("Accept")?.includes("text/event-stream") ?? false;
    const from = await feed.placeOf(c.req.header("Last-Event-ID") ?? asked.lastEventId);
    if (isStream) return stream(c, feed, from, open, context.stop);
    const until = performance.now() + asked.timeout * 1_000;
    let batch = await feed.batch(from, asked.limit);
    while (batch.length === 0 && performance.now() < until && !context.stop.aborted) {
      await delay(lookMs, undefined, { signal: context.stop }).catch(() => {});
      batch = await feed.batch(from, asked.limit);
    }
    const next = batch.at(-1)?.id ?? placeText(from);
    c.header("Link", `<${apiRoot}/feed?lastEventId=${next}>; rel="next"`);
    return c.body(JSON.stringify(batch), 200, {
      "Content-Type": "application/cloudevents-batch+json",
    });
  });
}

class FeedReader {
  readonly #context: HttpContext;
  readonly #isFull: boolean;

  constructor(context: HttpContext, isFull: boolean) {
    this.#context = context;
    this.#isFull = isFull;
  }

  async batch(from: FeedPlace, limit: number): Promise<readonly CloudEvent[]> {
    const { store } = this.#context.installation;
    const entries = await store.feed.after({ ...from, limit });
    return entries.map((entry) => cloudEvent(entry, { store: store.id, isFull: this.#isFull }));
  }

  /** The place that a reader kept; the beginning when it kept none. Rejects with a refusal. */
  async placeOf(text: string | undefined): Promise<FeedPlace> {
    if (text === undefined || text === "") return { event: 0, revision: 0 };
    if (text === "now") return this.#context.installation.store.feed.last();
    const place = placeFrom(text);
    if (place !== null) return place;
    const message = `lastEventId: "${text}" is no place in the feed; give the id of the last event, "now", or nothing for all`;
    throw new HttpRefusal("BAD_REQUEST", message);
  }
}

function needPersonal(c: Context<HttpEnv>): void {
  const { name, personal } = c.get("who");
  if (personal) return;
  const message = `${name} may not see what is said of persons, so the feed is only thin; an admin can give that right`;
  throw new HttpRefusal("NOT_ALLOWED", message);
}

/** Server-sent events: what happened so far, then what happens, until the reader goes. */
function stream(
  c: Context<HttpEnv>,
  feed: FeedReader,
  from: FeedPlace,
  open: Map<string, number>,
  stop: AbortSignal,
): Response {
  const { name } = c.get("who");
  const own = open.get(name) ?? 0;
  const all = [...open.values()].reduce((sum, count) => sum + count, 0);
  if (own >= mostOfName || all >= mostStreams) {
    const message = `There are ${own} streams of ${name} already; close one`;
    throw new HttpRefusal("TOO_MANY", message, { retryAfter: 10 });
  }
  open.set(name, own + 1);
  const signal = AbortSignal.any([c.req.raw.signal, stop]);
  const lines = sseLines(feed, from, signal);
  const closed = () => {
    const left = (open.get(name) ?? 1) - 1;
    if (left === 0) open.delete(name);
    else open.set(name, left);
  };
  return c.body(ReadableStream.from(untilClosed(lines, closed)), 200, {
    "Content-Type": "text/event-stream",
    "X-Accel-Buffering": "no",
  });
}

async function* untilClosed(lines: AsyncIterable<string>, closed: () => void) {
  try {
    const bytes = new TextEncoder();
    for await (const line of lines) yield bytes.encode(line);
  } finally {
    closed();
  }
}

/** Pulled by the reader: one that is slow has nothing piled up for it. */
async function* sseLines(
  feed: FeedReader,
  from: FeedPlace,
  signal: AbortSignal,
): AsyncGenerator<string> {
  yield "retry: 3000\n\n";
  let place = from;
  let saidAt = performance.now();
  while (!signal.aborted) {
    const batch = await feed.batch(place, atOnce);
    for (const event of batch)
      yield `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
    place = placeFrom(batch.at(-1)?.id ?? "") ?? place;
    if (batch.length > 0) saidAt = performance.now();
    else if (performance.now() - saidAt > aliveMs) {
      saidAt = performance.now();
      yield ": alive\n\n";
    }
    if (batch.length < atOnce) await delay(lookMs, undefined, { signal }).catch(() => {});
  }
}
