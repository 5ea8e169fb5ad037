import { z } from "zod";
import { upload } from "../../app/commands/file/upload.ts";
import { shownTo } from "../access/mask-personal.ts";
import type { HttpRouter } from "../context.ts";
import { HttpRefusal } from "../problem/problem.ts";
import { inputOf, needRole, queryOf } from "./check-input.ts";
import { apiRoot } from "./route.ts";

/** Bytes that a file may have. */
const mostBytes = 2 ** 30;

const input = z.strictObject({
  name: z.string({ error: "the file's name" }).min(1, { error: "the file's name" }),
  reason: z.string({ error: "why" }).trim().min(1, { error: "why" }).max(2_000),
});

/** Where a file is handed over: its bytes as they are, which may be more than other requests have. */
export const uploadPath = `${apiRoot}/files`;

/** Taking a file in whose bytes are sent. */
export function uploadRoutes(router: HttpRouter): void {
  router.post(uploadPath, async (c) => {
    needRole(c, "operator");
    const { name, reason } = inputOf(input, queryOf(c)) as z.output<typeof input>;
    c.set("reason", reason);
    const { body } = c.req.raw;
    if (body === null) throw new HttpRefusal("BAD_REQUEST", "Send the bytes of the file");
    const items = await upload(c.get("of"), { name, bytes: body, mostBytes });
    return c.json(shownTo(c.get("who"), { items }), 201);
  });
}
