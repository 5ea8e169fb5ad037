import { shownStore } from "../../core/text/store-location.ts";
import type { StorePlace } from "../port/store-place.ts";

/**
 * The place of a store in a database: nothing of it is on this machine. The driver is loaded when something is
 * asked, since most programs have a store in a file.
 */
export function postgresPlace(location: string): StorePlace {
  const daemons = () => import("./leader/daemons.ts");
  let own: number | null = null;
  return {
    shown: shownStore(location),
    folders: [],
    files: [],
    leader: {
      async lead(options) {
        const leadership = await (await daemons()).lead(location, options);
        own = leadership?.number ?? null;
        return leadership;
      },
      holder: async () => (await daemons()).holder(location),
      // Commands may be given on any machine.
      otherHost: async () => null,
    },
    heartbeat: {
      async write({ text }) {
        if (own === null) throw new Error("Only a daemon says of itself how it is");
        await (await daemons()).sayOf(location, own, text);
      },
      read: async () => (await daemons()).readHeard(location, own),
    },
    prepare() {},
  };
}
