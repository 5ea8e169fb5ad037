import { z } from "zod";
import { utcTime } from "../../../core/text/utc-time.ts";
import type { Erasure } from "../../../store/port/erasure-store.ts";
import type { SubjectErasure } from "../../commands/erasure/erase-subject.ts";
import { count, id, list, moment } from "../parts.ts";

const counts = {
  /** Different bytes of inbound and outbound files that values were replaced in. */
  contents: count,
  /** Of them, those of which nothing is left. */
  whole: count,
  messages: count,
  /** Other rows: events, states, outbound messages, attempts, notes, notices. */
  texts: count,
  /** Files in archive and quarantine folders. */
  copies: count,
};

/** What was erased of a subject, by whom, when and why; `endedAt` is null while something is left to do. */
export const erasureView = z.strictObject({
  erasure: id,
  key: z.string(),
  ...counts,
  actor: z.string(),
  reason: z.string(),
  at: moment,
  endedAt: moment.nullable(),
});

/** An erasure for programs. */
export function viewErasure(done: Erasure): z.infer<typeof erasureView> {
  const { id: erasure, key, contents, whole, messages, texts, copies, actor, reason } = done;
  return {
    ...{ erasure, key, contents, whole, messages, texts, copies, actor, reason },
    at: utcTime(done.at),
    endedAt: done.endedAt === null ? null : utcTime(done.endedAt),
  };
}

/** What `busbar erase` did, or would do: then `erasure` is null, and where nothing personal was kept. */
export const erasedView = z.strictObject({
  erasure: id.nullable(),
  key: z.string(),
  ...counts,
  processes: list(z.string()),
  touched: list(z.strictObject({ about: z.string(), whole: z.boolean() })),
  /** Files whose names hold something of the person; names stay. */
  named: list(z.strictObject({ about: z.string(), name: z.string() })),
  copiesAt: list(z.string()),
  backups: list(z.strictObject({ path: z.string(), host: z.string(), at: moment })),
  delivered: count,
  /** Null of a dry run. */
  store: z
    .strictObject({
      logIsEmpty: z.boolean().nullable(),
      needsCompacting: z.boolean(),
      isCompacted: z.boolean(),
    })
    .nullable(),
});

/** What was erased, or would be, for programs. */
export function viewErased(done: SubjectErasure): z.infer<typeof erasedView> {
  const { id: erasure, contents, whole, messages, texts, copies } = done.erasure;
  return {
    ...{ erasure, key: done.key, contents, whole, messages, texts, copies },
    processes: done.processes,
    touched: done.touched,
    named: done.named,
    copiesAt: done.copies,
    backups: done.elsewhere.backups.map(({ path, host, at }) => ({ path, host, at: utcTime(at) })),
    delivered: done.elsewhere.delivered,
    store: done.scrubbed,
  };
}
