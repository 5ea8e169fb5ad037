import type { Context } from "hono";
import { z } from "zod";
import { keptBytes, showFile } from "../../app/queries/things/file.ts";
import { outboundBytes, showOutbound } from "../../app/queries/things/outbound.ts";
import type { HttpEnv, HttpRouter } from "../context.ts";
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
    attach(c, name);
    return c.body(await begun(keptBytes(of, { file })));
  });
  router.get(`${apiRoot}/outbound/:outbound/bytes`, async (c) => {
    needPersonal(c.get("who"), "the bytes of a file");
    const outbound = numberOf(c, "outbound");
    const of = c.get("of");
    const { name } = await showOutbound(of, { outbound });
    attach(c, name ?? `outbound-${outbound}`);
    return c.body(await begun(outboundBytes(of, { outbound })));
  });
}

/** A stream whose first piece is there: what refuses the bytes is answered as a problem, and not as a broken file. */
async function begun(pieces: AsyncGenerator<Uint8Array>): Promise<ReadableStream> {
  const first = await pieces.next();
  return ReadableStream.from(
    (async function* () {
      if (first.done !== true) yield first.value;
      yield* pieces;
    })(),
  );
}

function numberOf(c: Context<HttpEnv>, name: string): number {
  return Number(inputOf(z.object({ [name]: idText }), c.req.param())[name]);
}

function attach(c: Context<HttpEnv>, name: string): void {
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
  c.header("Content-Type", "application/octet-stream");
  c.header("Content-Disposition", `attachment; filename="file"; filename*=UTF-8''${encoded}`);
}
