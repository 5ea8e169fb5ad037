import { z } from "zod";
import { refusedAnswers, refusedKindOf } from "../../app/errors.ts";
import { adviceView, viewAdvice } from "../../app/views/remedy-view.ts";
import { RefusedError, type RefusedKind } from "../../core/refusal/refused-error.ts";
import { type HttpCode, httpCodes } from "./http-codes.ts";

/** A problem as RFC 9457 has it, `application/problem+json`, with members of our own. */
export const httpProblemView = z.strictObject({
  /** The page of the code. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** The request it is the answer to. */
  instance: z.string(),
  /** Stable name, for programs. */
  code: z.string(),
  /** What a person can do, as data. */
  remedy: adviceView.optional(),
  /** What is wrong with the request, place by place. */
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
});

/** A problem, before it is known which request it answers. */
export type HttpProblem = Omit<z.infer<typeof httpProblemView>, "instance">;

/** A request that is refused before anything is asked of the installation. */
export class HttpRefusal extends Error {
  readonly code: HttpCode;
  readonly errors: HttpProblem["errors"];
  /** Seconds after which the same may be asked again; null where that changes nothing. */
  readonly retryAfter: number | null;

  constructor(
    code: HttpCode,
    message: string,
    more: { readonly errors?: HttpProblem["errors"]; readonly retryAfter?: number } = {},
  ) {
    super(message);
    this.name = "HttpRefusal";
    this.code = code;
    this.errors = more.errors;
    this.retryAfter = more.retryAfter ?? null;
  }
}

/** Where the page of a code is. */
function pageOfCode(code: string): string {
  return `/api/v1/problems/${code}`;
}

/** What each kind of refusal means; a refusal without a code of its own has that of its kind. */
export const refusalTitles: Readonly<Record<RefusedKind, string>> = {
  "not-found": "There is no such thing",
  conflict: "Its state does not allow this",
  invalid: "This cannot be meant here",
  busy: "Another program is at it",
  unavailable: "Something it takes cannot be used",
};

function codeOfKind(kind: string): string {
  return kind.toUpperCase().replace("-", "_");
}

/** The kinds of refusal by their codes, e.g. `NOT_FOUND`. */
export const refusalKinds: ReadonlyMap<string, RefusedKind> = new Map(
  (Object.keys(refusalTitles) as RefusedKind[]).map((kind) => [codeOfKind(kind), kind]),
);

/** What is answered for an error; a fault says nothing of its inside. */
export function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpRefusal) {
    const { code, message, errors } = error;
    const { status, title } = httpCodes[code];
    return { ...named(code, status, title, message), ...(errors && { errors }) };
  }
  const kind = refusedKindOf(error);
  if (kind === null || !(error instanceof Error)) {
    const { status, title } = httpCodes.FAULT;
    const detail = "Something went wrong that should not; the daemon's log has it under `instance`";
    return named("FAULT", status, title, detail);
  }
  const { code, remedy } = error instanceof RefusedError ? error : { code: null, remedy: null };
  const name = code ?? codeOfKind(kind);
  // What HTTP has a status for of its own, such as 412 and 413, is answered with that.
  const ofHttp = Object.entries(httpCodes).find(([known]) => known === code)?.[1];
  const { status, title } = ofHttp ?? {
    status: refusedAnswers[kind].httpStatus,
    title: refusalTitles[kind],
  };
  return {
    ...named(name, status, title, error.message),
    ...(remedy !== null && { remedy: viewAdvice(remedy) }),
  };
}

function named(code: string, status: number, title: string, detail: string): HttpProblem {
  return { type: pageOfCode(code), title, status, detail, code };
}

/** Seconds after which the same may be asked again; null where that changes nothing. */
export function retryAfterOf(error: unknown): number | null {
  if (error instanceof HttpRefusal) return error.retryAfter;
  const kind = refusedKindOf(error);
  return kind !== null && refusedAnswers[kind].mayRetry ? 5 : null;
}
