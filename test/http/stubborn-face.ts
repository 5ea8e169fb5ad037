import type { Face } from "../../src/http/context.ts";

/** Reads that go wrong: one never ends, one is quick, one throws, and one tries to write. */
export const stubbornFace: Face = {
  reads(router) {
    router.get("/never", () => {
      for (;;) Math.random();
    });
    router.get("/quick", (c) => c.json({ quick: true }));
    router.get("/broken", () => {
      throw new Error("broken on purpose");
    });
    router.get("/written", async (c) => {
      const scope = { stage: "intake", channel: null, type: null, name: null } as const;
      const hold = await c.get("of").store.holds.place({ scope, actor: "eve", reason: "none" });
      return c.json(hold);
    });
  },
};
