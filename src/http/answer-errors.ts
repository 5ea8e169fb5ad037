import type { Context, Env, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Log } from "../runtime/log.ts";
import { logFailure } from "../runtime/log-failure.ts";
import { shownTo } from "./access/mask-personal.ts";
import type { Who } from "./access/who.ts";
import type { Face, HttpEnv } from "./context.ts";
import { type HttpProblem, HttpRefusal, problemOf, retryAfterOf } from "./problem/problem.ts";

/** The header that says a problem's code, also where a page is answered. */
export const problemHeader = "X-Busbar-Problem";

/** Called for an error that is a fault of Busbar's, to be logged under the request's name. */
export type OnFault = (error: unknown, requestId: string) => void;

/** Has faults written into the log. */
export function logFaults(log: Log): OnFault {
  return (error, request) =>
    logFailure(log, error, "a request failed", { event: "request-failed", request });
}

/** Answers what goes wrong, and addresses that there are not: as a problem, or as a page to those who want one. */
export function answersErrors<Own extends Env>(
  router: Hono<Own>,
  faces: readonly Face[],
  onFault: OnFault,
): void {
  router.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.status >= 500 && problem.code === "FAULT") onFault(error, requestIdOf(c));
    const retryAfter = retryAfterOf(error);
    if (retryAfter !== null) c.header("Retry-After", String(retryAfter));
    return answerProblem(c, problem, faces);
  });
  router.notFound((c) => {
    const message = `There is nothing at ${c.req.path}`;
    return answerProblem(c, problemOf(new HttpRefusal("NO_SUCH_ADDRESS", message)), faces);
  });
}

async function answerProblem(
  context: Context,
  given: HttpProblem,
  faces: readonly Face[],
): Promise<Response> {
  const c: Context<HttpEnv> = context;
  // What is refused may be about a person, whoever asks.
  const problem = shownTo(askerOf(c), given);
  c.header(problemHeader, problem.code);
  const page = wantsPage(c) ? faces.find((face) => face.problemPage)?.problemPage : undefined;
  if (page !== undefined) return page(problem, c);
  const body = JSON.stringify({ ...problem, instance: `urn:uuid:${requestIdOf(c)}` });
  return c.body(body, problem.status as ContentfulStatusCode, {
    "Content-Type": "application/problem+json",
  });
}

/** Who asks; before that is known, nobody may see anything. */
function askerOf(c: Context<HttpEnv>): Pick<Who, "personal"> {
  const who = c.get("who") as Who | undefined;
  return who ?? { personal: false };
}

function requestIdOf(c: Context): string {
  return (c as Context<HttpEnv>).get("requestId");
}

/** The API answers programs, whatever they accept. */
function wantsPage(c: Context): boolean {
  if (c.req.path.startsWith("/api/")) return false;
  return c.req.header("Accept")?.includes("text/html") ?? false;
}
