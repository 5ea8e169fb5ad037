import type { Companion } from "../../daemon/companion.ts";
import { httpCompanion } from "../../http/server/companion.ts";

/** What a daemon answers over HTTP, loaded when it does. */
export function answerOverHttp(onListening: (address: string) => void): Companion {
  return httpCompanion({
    onListening,
    contextOf: async ({ installation, log }, settings) => {
      const { apiFace } = await import("../../http/api/api-face.ts");
      const { knowsNobody } = await import("../../http/access/access.ts");
      const { readsOn } = await import("../../http/reads/reads-on.ts");
      const faces = [apiFace];
      const { logFaults } = await import("../../http/answer-errors.ts");
      const reads = readsOn(installation, faces, logFaults(log));
      return { settings, installation, access: knowsNobody, log, reads, faces };
    },
  });
}
