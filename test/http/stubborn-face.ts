import Database from "better-sqlite3";
import type { Face } from "../../src/http/context.ts";
import { HttpRefusal } from "../../src/http/problem/problem.ts";

/** Reads that go wrong: the statement of one never ends, one is quick, one throws, some break off within their body, and one tries to write. */
export const stubbornFace: Face = {
  reads(router) {
    router.get("/never-read", (c) => {
      const db = new Database(":memory:");
      const endless =
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
      return c.json(db.prepare(endless).get());
    });
    router.get("/quick", (c) => c.json({ quick: true }));
    router.get("/broken", () => {
      throw new Error("broken on purpose");
    });
    router.get("/breaks-off", (c) => {
      c.header("ETag", '"begun"');
      return c.body(brokenBody(new Error("broke off on purpose")));
    });
    router.get("/refuses-late", (c) =>
      c.body(brokenBody(new HttpRefusal("TOO_LARGE", "Too much of it"))),
    );
    router.get("/breaks-oddly", (c) => c.body(brokenBody("no error at all")));
    router.get("/written", async (c) => {
      const scope = { stage: "intake", channel: null, type: null, name: null } as const;
      const hold = await c.get("of").store.holds.place({ scope, actor: "eve", reason: "none" });
      return c.json(hold);
    });
  },
};

/** A body that gives a part of itself, and then an error. */
function brokenBody(error: unknown): ReadableStream<Uint8Array> {
  let pulls = 0;
  return new ReadableStream({
    pull: (reader) => {
      pulls += 1;
      if (pulls === 1) reader.enqueue(new TextEncoder().encode("part"));
      else reader.error(error);
    },
  });
}
