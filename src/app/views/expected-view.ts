import { z } from "zod";
import type { AwaitedAnswer, ExpectedFile, ExpectedMoment } from "../../core/process/expected.ts";
import { utcTime } from "../../core/text/utc-time.ts";
import { id, list, moment } from "./parts.ts";

/** A file that is expected, with its last moment and its next. */
export interface WatchedFile {
  readonly expected: ExpectedFile;
  readonly last: ExpectedMoment | null;
  /** Milliseconds since 1970. */
  readonly nextAt: number;
}

/** A file that a calendar says is to come. */
export const expectedFileView = z.strictObject({
  kind: z.literal("file"),
  name: z.string(),
  flow: z.string(),
  from: z.string().nullable(),
  by: z.string(),
  on: z.enum(["daily", "working-days"]),
  calendar: z.string(),
  last: z
    .strictObject({
      id,
      expectation: z.string(),
      dueAt: moment,
      state: z.enum(["began", "came", "missing"]),
      file: id.nullable(),
    })
    .nullable(),
  nextDue: moment,
});

/** A file that a calendar says is to come, as views give it. */
export type ExpectedFileView = z.infer<typeof expectedFileView>;

/** An expected file for programs. */
export function viewExpectedFile(watched: WatchedFile): ExpectedFileView {
  const { expected, last, nextAt } = watched;
  return {
    kind: "file",
    ...expected,
    last: last === null ? null : { ...last, dueAt: utcTime(last.dueAt) },
    nextDue: utcTime(nextAt),
  };
}

/** An answer to something that we sent. */
export const awaitedAnswerView = z.strictObject({
  kind: z.literal("answer"),
  event: id,
  outbound: id,
  processType: z.string(),
  key: z.string(),
  flow: z.string(),
  to: z.string().nullable(),
  flows: list(z.string()),
  askedAt: moment,
  dueAt: moment,
  state: z.enum(["pending", "answered", "overdue"]),
  answer: id.nullable(),
});

/** An answer to something that we sent, as views give it. */
export type AwaitedAnswerView = z.infer<typeof awaitedAnswerView>;

/** An awaited answer for programs. */
export function viewAwaitedAnswer(answer: AwaitedAnswer): AwaitedAnswerView {
  const { askedAt, dueAt, ...rest } = answer;
  return { kind: "answer", ...rest, askedAt: utcTime(askedAt), dueAt: utcTime(dueAt) };
}
