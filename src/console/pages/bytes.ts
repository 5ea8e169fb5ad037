import type { Context } from "hono";
import { keptBytes, showFile } from "../../app/queries/things/file.ts";
import { outboundBytes, showOutbound } from "../../app/queries/things/outbound.ts";
import type { HttpEnv } from "../../http/context.ts";
import { HttpRefusal } from "../../http/problem/problem.ts";
import { numberIn } from "./asked-number.ts";
import type { ConsolePage } from "./list-page.ts";

/** The very bytes of a file that came in, to be kept by who asks and never shown by a browser. */
export const fileBytesPage: ConsolePage = {
  path: "/files/:id/bytes",
  answer: async (c) => {
    needPersonal(c);
    const file = numberIn(c, "id");
    const { name } = await showFile(c.get("of"), { file });
    const bytes = ReadableStream.from(keptBytes(c.get("of"), { file }));
    return c.body(bytes as ReadableStream<Uint8Array>, 200, attachment(name));
  },
};

/** The very bytes of an outbound file. */
export const outboundBytesPage: ConsolePage = {
  path: "/outbound/:id/bytes",
  answer: async (c) => {
    needPersonal(c);
    const outbound = numberIn(c, "id");
    const { name } = await showOutbound(c.get("of"), { outbound });
    const bytes = ReadableStream.from(outboundBytes(c.get("of"), { outbound }));
    return c.body(bytes as ReadableStream<Uint8Array>, 200, attachment(name));
  },
};

function needPersonal(c: Context<HttpEnv>): void {
  if (!c.get("who").personal)
    throw new HttpRefusal(
      "NOT_ALLOWED",
      "What a file says of persons is given to those who have that right; ask an admin",
    );
}

function attachment(name: string): Record<string, string> {
  return {
    "Content-Type": "application/octet-stream",
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`,
  };
}
