import { hash } from "node:crypto";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { maskPersonal } from "../access/mask-personal.ts";
import type { Who } from "../access/who.ts";
import type { HttpContext, HttpEnv } from "../context.ts";
import { HttpRefusal } from "../problem/problem.ts";
import { sentJson } from "../sent-body.ts";
import type { ActRoute } from "./act-route.ts";
import { inputOf, needRole, queryOf } from "./check-input.ts";

/** What is being done under a key just now, by who asks and the key. */
const underWay = new Set<string>();

/** Does what is asked: checks role, body and reason; under a key the same is done once. */
export async function answerAct(
  c: Context<HttpEnv>,
  route: ActRoute,
  context: HttpContext,
): Promise<Response> {
  needRole(c, route.role);
  const sent = inputOf(route.body, await jsonOf(c));
  const reason = String(sent["reason"]);
  c.set("reason", reason);
  const { reason: _, ...body } = sent;
  const input = { ...body, ...inputOf(route.input, { ...queryOf(c), ...c.req.param() }) };
  const who = c.get("who");
  const key = keyOf(c);
  if (key !== null && route.key === "refused") {
    const message =
      "Nothing of this answer is kept, so it takes no Idempotency-Key; leave the header out, and look at the list before asking again";
    throw new HttpRefusal("BAD_REQUEST", message);
  }
  const act = async (): Promise<Answered> => {
    const asked = {
      who,
      changedBy: { actor: who.name, reason },
      key,
      version: c.req.header("If-Match")?.replaceAll('"', "") ?? null,
      context,
    };
    const answer = await route.run(c.get("of"), input, asked);
    const isLook = sent["dryRun"] === true && !("startedAt" in answer);
    const status = isLook ? 200 : route.status;
    return { status, body: JSON.stringify(answer) };
  };
  const answered =
    key === null || route.key === "own" ? await act() : await once(c, key, sent, act);
  if (answered.status === 202) {
    const { id } = JSON.parse(answered.body) as { readonly id?: number };
    if (id !== undefined) c.header("Location", `/api/v1/jobs/${id}`);
  }
  // Kept as it is: rights may have changed since.
  const shown = who.personal
    ? answered.body
    : JSON.stringify(maskPersonal(JSON.parse(answered.body)));
  return c.body(shown, answered.status as ContentfulStatusCode, {
    "Content-Type": "application/json",
  });
}

interface Answered {
  readonly status: number;
  readonly body: string;
}

/** Does it, or gives the answer that the same had before under the same key. */
async function once(
  c: Context<HttpEnv>,
  key: string,
  sent: unknown,
  act: () => Promise<Answered>,
): Promise<Answered> {
  const { access } = c.get("of").store;
  const actor = keyOwner(c.get("who"));
  const request = hash("sha256", JSON.stringify([c.req.method, c.req.path, sent]), "hex");
  const known = await access.keptAnswer({ actor, key });
  if (known !== null) {
    if (known.request === request) return known;
    const message = "Something else was asked under this Idempotency-Key; give each its own";
    throw new HttpRefusal("KEY_REUSED", message);
  }
  const name = JSON.stringify([actor, key]);
  if (underWay.has(name)) {
    const message = "What was asked under this Idempotency-Key is being done";
    throw new HttpRefusal("KEY_BUSY", message, { retryAfter: 1 });
  }
  underWay.add(name);
  try {
    const answered = await act();
    await access.keepAnswer({ actor, key, request, ...answered });
    return answered;
  } finally {
    underWay.delete(name);
  }
}

/** Whose keys they are: a token and a person may have one name, and mean other things by a key. */
function keyOwner({ by, name }: Who): string {
  return `${by} ${name}`;
}

function keyOf(c: Context): string | null {
  const given = c.req.header("Idempotency-Key");
  if (given === undefined) return null;
  const key = given.replace(/^"(.*)"$/, "$1");
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new HttpRefusal("BAD_REQUEST", "Idempotency-Key: expected 1 to 200 visible characters");
}

async function jsonOf(c: Context): Promise<unknown> {
  const type = c.req.header("Content-Type") ?? "";
  if (!/^application\/json\b/i.test(type))
    throw new HttpRefusal("BAD_REQUEST", "Send application/json, with the reason at least");
  return sentJson(c);
}
