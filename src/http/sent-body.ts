import type { Context } from "hono";
import { HttpRefusal } from "./problem/problem.ts";

/** The fields of a form that was sent. Rejects with a refusal when it cannot be read as one. */
export async function sentForm(c: Context): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await c.req.parseBody();
  } catch {
    throw new HttpRefusal(
      "BAD_REQUEST",
      "What was sent is not a form; send it again from the page",
    );
  }
}

/** The JSON that was sent. Rejects with a refusal when it is none. */
export async function sentJson(c: Context): Promise<unknown> {
  try {
    return JSON.parse(await c.req.text()) as unknown;
  } catch {
    throw new HttpRefusal("BAD_REQUEST", "What was sent is not JSON");
  }
}
