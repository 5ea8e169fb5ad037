import type { Erasure } from "../../store/port/erasure-store.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";

/** Everything that was erased of persons, the first first. */
export function listErasures({ store }: Pick<OpenInstallation, "store">): AsyncIterable<Erasure> {
  return store.erasures.list();
}
