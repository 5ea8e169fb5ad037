import { z } from "zod";
import type { OpenInstallation } from "../../app/installation/open-installation.ts";
import type { Role } from "../../core/access/access.ts";
import type { ChangedBy } from "../../store/port/events/revision-store.ts";
import type { Who } from "../access/who.ts";
import type { HttpContext } from "../context.ts";
import type { Input } from "./route.ts";

/** What an act is given beside what was asked for. */
export interface ActAsked {
  readonly who: Who;
  /** Who asks and why, as it is kept with what is done. */
  readonly changedBy: ChangedBy;
  /** The `Idempotency-Key`, under which the same is done once; null when none is given. */
  readonly key: string | null;
  /** The `If-Match`: the version of what it was decided on; null when none is given. */
  readonly version: string | null;
  readonly context: HttpContext;
}

/** An address of the API that changes something. */
export interface ActRoute {
  readonly method: "post" | "delete";
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  /** The names in the path. */
  readonly input: z.ZodObject;
  /** What is to be sent, with the reason. */
  readonly body: z.ZodObject;
  readonly answer: z.ZodType;
  readonly role: Role;
  /** The status of the answer: 200, 201 made, or 202 begun. */
  readonly status: 200 | 201 | 202;
  /** What an `Idempotency-Key` does: the answer is kept under it, what is asked keeps it itself, or it is refused. */
  readonly key: "kept" | "own" | "refused";
  run(of: OpenInstallation, input: Input, asked: ActAsked): Promise<object>;
}

/** What one writes of an act. */
interface ActParts<
  Path extends z.ZodRawShape,
  Body extends z.ZodRawShape,
  Answer extends z.ZodType,
> {
  readonly tag: string;
  readonly summary: string;
  readonly input?: Path;
  readonly body?: Body;
  readonly answer: Answer;
  readonly method?: "post" | "delete";
  readonly role?: Role;
  readonly status?: ActRoute["status"];
  readonly key?: ActRoute["key"];
  run(
    of: OpenInstallation,
    input: z.output<z.ZodObject<Path>> & z.output<z.ZodObject<Body>>,
    asked: ActAsked,
  ): Promise<z.output<Answer> & object>;
}

const reasonExpected = "why, in 1 to 2000 characters; it is kept with what is done";

/** Why something is asked for. */
const reason = z
  .string({ error: reasonExpected })
  .trim()
  .min(1, { error: reasonExpected })
  .max(2_000, { error: reasonExpected });

/** Makes a route that changes something. */
export function act<
  Path extends z.ZodRawShape,
  Body extends z.ZodRawShape,
  Answer extends z.ZodType,
>(path: string, parts: ActParts<Path, Body, Answer>): ActRoute {
  const { tag, summary, input, body, answer, run } = parts;
  const inPath = z.strictObject(input ?? ({} as Path));
  const sent = z.strictObject({ ...(body ?? ({} as Body)), reason });
  return {
    method: parts.method ?? "post",
    path,
    tag,
    summary,
    input: inPath as unknown as z.ZodObject,
    body: sent as unknown as z.ZodObject,
    answer,
    role: parts.role ?? "operator",
    status: parts.status ?? 200,
    key: parts.key ?? "kept",
    run: (of, given, asked) =>
      run(of, given as z.output<z.ZodObject<Path>> & z.output<z.ZodObject<Body>>, asked),
  };
}
