import type { Context } from "hono";
import { keptBytes, showFile } from "../../app/queries/things/file.ts";
import { outboundBytes, showOutbound } from "../../app/queries/things/outbound.ts";
import type { HttpEnv, HttpRouter } from "../../http/context.ts";
import { download } from "../../http/download.ts";
import { HttpRefusal } from "../../http/problem/problem.ts";
import { numberIn } from "./asked-number.ts";

/** Adds the bytes of files, which are sent as they are read, however many: not where pages are made, which are whole. */
export function addDownloads(router: HttpRouter): void {
  router.get("/files/:id/bytes", async (c) => {
    needPersonal(c);
    const file = numberIn(c, "id");
    const { name } = await showFile(c.get("of"), { file });
    return download(c, name, keptBytes(c.get("of"), { file }));
  });
  router.get("/outbound/:id/bytes", async (c) => {
    needPersonal(c);
    const outbound = numberIn(c, "id");
    const { name } = await showOutbound(c.get("of"), { outbound });
    return download(c, name ?? `outbound-${outbound}`, outboundBytes(c.get("of"), { outbound }));
  });
}

function needPersonal(c: Context<HttpEnv>): void {
  if (!c.get("who").personal)
    throw new HttpRefusal(
      "NOT_ALLOWED",
      "What a file says of persons is given to those who have that right; ask an admin",
    );
}
