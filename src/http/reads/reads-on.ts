import { type Context, Hono } from "hono";
import type { OpenInstallation } from "../../app/installation/open-installation.ts";
import { answersErrors, type OnFault } from "../answer-errors.ts";
import type { Face, HttpEnv } from "../context.ts";
import type { ReadRequest, Reads } from "./reads.ts";

/** Answers them right here, on an installation that is open: within the process that runs reads, and in tests. */
export function readsOn(of: OpenInstallation, faces: readonly Face[], onFault: OnFault): Reads {
  const router = new Hono<HttpEnv & { Bindings: { readonly asked: ReadRequest } }>();
  router.use(async (c, next) => {
    const { requestId, from, who } = c.env.asked;
    c.set("requestId", requestId);
    c.set("from", from);
    c.set("who", who);
    c.set("of", of);
    await next();
    c.res = await whole(c);
  });
  const routes = new Hono<HttpEnv>();
  for (const face of faces) face.reads?.(routes);
  router.route("/", routes);
  answersErrors(router, faces, onFault);
  return {
    answer: async (asked) => {
      const request = new Request(`http://reads${asked.url}`, { headers: asked.headers.map(both) });
      return router.fetch(request, { asked });
    },
    close: async () => {},
  };
}

/** An answer with all of its body: what goes wrong while that is made is answered like what goes wrong before. */
async function whole(c: Context): Promise<Response> {
  const { res } = c;
  if (res.body === null) return res;
  try {
    return new Response(await res.arrayBuffer(), res);
  } catch (error) {
    // The headers of what was begun are not those of the problem.
    c.res = undefined;
    c.res = new Response(null);
    throw error;
  }
}

function both([name, value]: readonly [string, string]): [string, string] {
  return [name, value];
}
