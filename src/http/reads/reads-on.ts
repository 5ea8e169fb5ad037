import { Hono } from "hono";
import type { OpenInstallation } from "../../app/installation/open-installation.ts";
import { answersErrors, type OnFault } from "../answer-errors.ts";
import type { Face, HttpEnv } from "../context.ts";
import type { ReadRequest, Reads } from "./reads.ts";

/** Answers them right here, on an installation that is open: within the thread that runs reads, and in tests. */
export function readsOn(of: OpenInstallation, faces: readonly Face[], onFault: OnFault): Reads {
  const router = new Hono<HttpEnv & { Bindings: { readonly asked: ReadRequest } }>();
  router.use(async (c, next) => {
    const { requestId, from, who } = c.env.asked;
    c.set("requestId", requestId);
    c.set("from", from);
    c.set("who", who);
    c.set("of", of);
    await next();
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

function both([name, value]: readonly [string, string]): [string, string] {
  return [name, value];
}
