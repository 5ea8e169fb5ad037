import type { MadeUp } from "./family.ts";

/** Made-up files of a family whose headers can say all that those of User File Format can. */
export const asInUserFiles: MadeUp = {
  envelope: (_flow, envelope) => envelope,
  layout: () => null,
};
