import { extname } from "node:path";
import type { Companion } from "../../daemon/companion.ts";
import type { FacePlace } from "../../http/reads/reader-messages.ts";
import { httpCompanion } from "../../http/server/companion.ts";

/** The faces that a daemon answers with, by where they are: the API, and pages for people. */
const faces: readonly FacePlace[] = [
  { module: address("../../http/api/api-face"), name: "apiFace" },
  { module: address("./console-face"), name: "consoleFace" },
];

/** What a daemon answers over HTTP; it is called with the address when it does. */
export function answerOverHttp(onListening: (address: string) => void): Companion {
  return httpCompanion({ onListening, faces });
}

/** The address of a module: the sources run as they are, and compiled. */
function address(path: string): string {
  return new URL(path + extname(import.meta.filename), import.meta.url).href;
}
