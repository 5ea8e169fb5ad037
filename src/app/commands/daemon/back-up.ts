import { existsSync } from "node:fs";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";

/** Copies the store, whole and of one moment, into a file that is not there yet, while the daemon goes on. */
export async function backUp(
  { store }: OpenInstallation,
  { path }: { readonly path: string },
): Promise<void> {
  if (existsSync(path))
    throw new RefusedError(
      "invalid",
      `${path} is there already; name another file, since a copy never replaces one`,
    );
  await store.backups.copyTo(path);
}
