import type { Context } from "hono";
import type { z } from "zod";
import { includes, type Role } from "../access/who.ts";
import type { Face, HttpEnv } from "../context.ts";
import { HttpRefusal } from "../problem/problem.ts";
import { openApi } from "./openapi.ts";
import { readRoutes } from "./read-routes.ts";
import { apiRoot, type Input, type ReadRoute } from "./route.ts";

/** The API: every route of its tables. */
export const apiFace: Face = {
  reads(router) {
    for (const route of readRoutes)
      router.get(pathOf(route.path), async (c) => answerRead(c, route));
    router.get(`${apiRoot}/openapi.json`, (c) => c.json(openApi()));
  },
};

/** A path as the router has it: `/files/:file`. */
function pathOf(path: string): string {
  return apiRoot + path.replace(/\{(\w+)\}/g, ":$1");
}

async function answerRead(c: Context<HttpEnv>, route: ReadRoute): Promise<Response> {
  const who = c.get("who");
  needRole(c, route.role);
  const input = inputOf(route.input, { ...queryOf(c), ...c.req.param() });
  const answer = await route.run(c.get("of"), input, { who, requestId: c.get("requestId") });
  if ("next" in answer && typeof answer.next === "string") {
    const next = new URL(c.req.url);
    next.searchParams.set("after", answer.next);
    c.header("Link", `<${next.pathname}${next.search}>; rel="next"`);
  }
  return c.json(answer);
}

/** Refuses who has too low a role. */
function needRole(c: Context<HttpEnv>, needed: Role): void {
  const { name, role } = c.get("who");
  if (includes(role, needed)) return;
  const message = `${name} has the role ${role}, and this takes the role ${needed}; an admin can give it`;
  throw new HttpRefusal("NOT_ALLOWED", message);
}

/** The query by name; what is asked twice is refused, since one of both would not count. */
function queryOf(c: Context): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, values] of Object.entries(c.req.queries())) {
    const [value = "", other] = values;
    if (other !== undefined) throw badRequest([{ pointer: name, detail: "is given twice" }]);
    found[name] = value;
  }
  return found;
}

/** What was asked, checked. Throws a refusal that says what is wrong where. */
function inputOf(shape: z.ZodType, given: unknown): Input {
  const read = shape.safeParse(given);
  if (read.success) return read.data as Input;
  const errors = read.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          pointer: pointer([...issue.path, key]),
          detail: "is not known",
        }))
      : [{ pointer: pointer(issue.path), detail: `expected ${issue.message}` }],
  );
  throw badRequest(errors);
}

function badRequest(errors: { readonly pointer: string; readonly detail: string }[]): HttpRefusal {
  const said = errors.map(({ pointer: at, detail }) => `${at}: ${detail}`).join("; ");
  return new HttpRefusal("BAD_REQUEST", said, { errors });
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map(String).join("/");
}
