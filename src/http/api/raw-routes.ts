import type { Context } from "hono";
import { z } from "zod";
import { keptBytes, showFile } from "../../app/queries/things/file.ts";
import { outboundBytes, showOutbound } from "../../app/queries/things/outbound.ts";
import type { HttpEnv, HttpRouter } from "../context.ts";
import { download } from "../download.ts";
import { inputOf, needPersonal } from "./check-input.ts";
import { idText } from "./parameters.ts";
import { apiRoot } from "./route.ts";

/** The very bytes of files: never to be shown by a browser, whatever is in them. */
export function rawRoutes(router: HttpRouter): void {
  router.get(`${apiRoot}/files/:file/bytes`, async (c) => {
    needPersonal(c.get("who"), "the bytes of a file");
    const file = numberOf(c, "file");
    const of = c.get("of");
    const { name } = await showFile(of, { file });
    return download(c, name, keptBytes(of, { file }));
  });
  router.get(`${apiRoot}/outbound/:outbound/bytes`, async (c) => {
    needPersonal(c.get("who"), "the bytes of a file");
    const outbound = numberOf(c, "outbound");
    const of = c.get("of");
    const { name } = await showOutbound(of, { outbound });
    return download(c, name ?? `outbound-${outbound}`, outboundBytes(of, { outbound }));
  });
}

function numberOf(c: Context<HttpEnv>, name: string): number {
  return Number(inputOf(z.object({ [name]: idText }), c.req.param())[name]);
}
