import { z } from "zod";
import { logIn, logInByCode, logOut } from "../access/log-in.ts";
import type { HttpContext, HttpRouter } from "../context.ts";
import { HttpRefusal } from "../problem/problem.ts";
import { sentJson } from "../sent-body.ts";
import { inputOf } from "./check-input.ts";
import { apiRoot } from "./route.ts";

const byPassword = z.strictObject({
  name: z.string({ error: "a name" }).max(200),
  password: z.string({ error: "a password" }).max(1_000),
});
const byCode = z.strictObject({ code: z.string({ error: "the code of a link" }).max(200) });

/** Logging in and out, for pages and programs that go by a cookie. */
export function sessionRoutes(router: HttpRouter, context: HttpContext): void {
  router.post(`${apiRoot}/sessions`, async (c) => {
    const sent: unknown = await sentJson(c);
    if (typeof sent !== "object" || sent === null)
      throw new HttpRefusal("BAD_REQUEST", "Send a name and a password as JSON");
    const session =
      "code" in sent
        ? await logInByCode(c, context, String(inputOf(byCode, sent)["code"]))
        : await logIn(c, context, inputOf(byPassword, sent) as z.output<typeof byPassword>);
    const { name, role, personal } = session.who;
    return c.json({ name, role, personal }, 201);
  });
  router.delete(`${apiRoot}/sessions/current`, async (c) => {
    await logOut(c, context);
    return c.body(null, 204);
  });
}
