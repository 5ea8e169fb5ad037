import { setImmediate as immediate } from "node:timers/promises";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { upload } from "../../app/commands/file/upload.ts";
import { checkFile } from "../../app/queries/flows/check-file.ts";
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

/** Where a file is checked whose bytes are sent, and nothing of it is kept. */
export const checkPath = `${apiRoot}/file-checks`;

/** Bytes that a file may have which is only checked. */
export const mostChecked = 16 << 20;

const checked = z.strictObject({ name: z.string().min(1).max(500).default("file") });

/** Taking a file in whose bytes are sent, and checking one. */
export function uploadRoutes(router: HttpRouter): void {
  router.post(checkPath, bodyLimit({ maxSize: mostChecked, onError: tooLarge }), async (c) => {
    needRole(c, "viewer");
    const { name } = inputOf(checked, queryOf(c)) as z.output<typeof checked>;
    const catalogue = await c.get("of").catalogue();
    const items = await checkFile(catalogue, name, inPieces(await c.req.arrayBuffer()));
    return c.json({ items });
  });
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

/** Bytes that are checked before others get a turn. */
const pieceBytes = 256 << 10;

/** Bytes in pieces, between which others get a turn. */
export async function* inPieces(bytes: ArrayBuffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.byteLength; at += pieceBytes) {
    yield Buffer.from(bytes, at, Math.min(pieceBytes, bytes.byteLength - at));
    await immediate();
  }
}

function tooLarge(): never {
  throw new HttpRefusal("TOO_LARGE", `A file that is checked may have ${mostChecked} bytes here`);
}
