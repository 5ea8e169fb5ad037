import type { Context } from "hono";
import type { z } from "zod";
import { includes, type Role } from "../../core/access/access.ts";
import type { Who } from "../access/who.ts";
import type { HttpEnv } from "../context.ts";
import { HttpRefusal } from "../problem/problem.ts";
import type { Input } from "./route.ts";

/** Refuses who has too low a role. */
export function needRole(c: Context<HttpEnv>, needed: Role): void {
  const { name, role } = c.get("who");
  if (includes(role, needed)) return;
  const message = `${name} has the role ${role}, and this takes the role ${needed}; an admin can give it`;
  throw new HttpRefusal("NOT_ALLOWED", message);
}

/** Refuses who may not see what is said of persons; `what` may say it. */
export function needPersonal({ name, personal }: Who, what: string): void {
  if (personal) return;
  const message = `${name} may not see personal data, and ${what} may say it; an admin can give that right`;
  throw new HttpRefusal("NOT_ALLOWED", message);
}

/** The query by name; what is asked twice is refused, since one of both would not count. */
export function queryOf(c: Context): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, values] of Object.entries(c.req.queries())) {
    const [value = "", other] = values;
    if (other !== undefined) throw badRequest([{ pointer: name, detail: "is given twice" }]);
    found[name] = value;
  }
  return found;
}

/** What was asked, checked. Throws a refusal that says what is wrong where. */
export function inputOf(shape: z.ZodType, given: unknown): Input {
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
