import { setTimeout as delay } from "node:timers/promises";
import type { Context } from "hono";
import { z } from "zod";
import { type EventView, viewEvent } from "../../app/views/event-view.ts";
import { type FeedPlace, placeFrom, placeText } from "../../core/event/feed-place.ts";
import { type CloudEvent, cloudEvent } from "../../outbound/feed/cloud-event.ts";
import type { Who } from "../access/who.ts";
import { inputOf, needRole, queryOf } from "../api/check-input.ts";
import { yesText } from "../api/parameters.ts";
import { apiRoot } from "../api/route.ts";
import type { HttpContext, HttpEnv, HttpRouter } from "../context.ts";
import { HttpRefusal } from "../problem/problem.ts";
import { OpenReaders } from "./open-readers.ts";

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
/** Events that are read ahead for a stream; a slow reader is waited for, and read on for from where it is. */
const atOnce = 100;

/** What happened, for programs that follow: batches by `lastEventId`, or a stream at the same address. */
export function feedRoutes(router: HttpRouter, context: HttpContext): void {
  const readers = new OpenReaders();
  router.get(`${apiRoot}/feed`, async (c) => {
    needRole(c, "viewer");
    const gone = AbortSignal.any([c.req.raw.signal, context.stop]);
    const asked = inputOf(input, queryOf(c)) as z.output<typeof input>;
    const isFull = asked.full === true;
    if (isFull) needPersonal(c);
    const feed = new FeedReader(context, { isFull, who: c.get("who") });
    const from = await feed.placeOf(c.req.header("Last-Event-ID") ?? asked.lastEventId);
    const { name } = c.get("who");
    if (c.req.header("Accept")?.includes("text/event-stream") ?? false) {
      c.header("Content-Type", "text/event-stream");
      c.header("X-Accel-Buffering", "no");
      // Only the headers are asked for: there is nothing that would ever end a stream.
      if (c.req.method === "HEAD") return c.body(null);
      return c.body(stream(feed, from, { gone, closed: readers.add(name, gone) }));
    }
    const isHead = c.req.method === "HEAD";
    let batch = await feed.batch(from, asked.limit);
    if (batch.length === 0 && asked.timeout > 0 && !isHead) {
      const closed = readers.add(name, gone);
      try {
        batch = await feed.awaited(from, asked, gone);
      } finally {
        closed();
      }
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
  readonly #reader: { readonly isFull: boolean; readonly who: Who };

  constructor(context: HttpContext, reader: { readonly isFull: boolean; readonly who: Who }) {
    this.#context = context;
    this.#reader = reader;
  }

  async batch(from: FeedPlace, limit: number): Promise<readonly CloudEvent<EventView>[]> {
    const { store } = this.#context.installation;
    const entries = await store.feed.after({ ...from, limit });
    const { isFull, who } = this.#reader;
    const shown = {
      store: store.id,
      personal: who.personal,
      full: isFull ? viewEvent : null,
    };
    return entries.map((entry) => cloudEvent(entry, shown));
  }

  /** The next batch, waited for until the timeout, in seconds, or until the reader is gone. */
  async awaited(
    from: FeedPlace,
    { limit, timeout }: { readonly limit: number; readonly timeout: number },
    gone: AbortSignal,
  ): Promise<readonly CloudEvent<EventView>[]> {
    const until = performance.now() + timeout * 1_000;
    while (performance.now() < until && !gone.aborted) {
      await delay(lookMs, undefined, { signal: gone }).catch(() => {});
      if (gone.aborted) break;
      const batch = await this.batch(from, limit);
      if (batch.length > 0) return batch;
    }
    return [];
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
  const message = `${name} may not see personal data, so the feed is only thin; an admin can give that right`;
  throw new HttpRefusal("NOT_ALLOWED", message);
}

/** Server-sent events: what happened so far, then what happens, until the reader goes. */
function stream(
  feed: FeedReader,
  from: FeedPlace,
  { gone, closed }: { readonly gone: AbortSignal; readonly closed: () => void },
): ReadableStream<Uint8Array> {
  const left = new AbortController();
  const lines = sseLines(feed, from, AbortSignal.any([gone, left.signal]));
  const bytes = new TextEncoder();
  return new ReadableStream({
    pull: async (reader) => {
      try {
        const { done, value } = await lines.next();
        if (done !== true) return reader.enqueue(bytes.encode(value));
        closed();
        reader.close();
      } catch (error) {
        closed();
        throw error;
      }
    },
    cancel: () => {
      left.abort();
      closed();
    },
  });
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
