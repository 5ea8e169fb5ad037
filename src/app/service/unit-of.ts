import { dirname } from "node:path";
import type { BusbarConfig } from "../../config/config.ts";
import type { SecretSource } from "../../config/secret-source.ts";
import type { ServiceUnit } from "./unit.ts";
import { writtenFolders } from "./written-folders.ts";

/** The unit of an installation as it is configured. */
export function unitOf(
  config: BusbarConfig,
  chosen: Pick<ServiceUnit, "program" | "user" | "group" | "notifies" | "onFailure">,
): ServiceUnit {
  return {
    ...chosen,
    config: config.file,
    folder: dirname(config.file),
    writes: writtenFolders(config),
    credentials: credentialsOf(config),
  };
}

/** The names of systemd credentials that the configuration names, wherever it does. */
function credentialsOf(config: BusbarConfig): string[] {
  const names = new Set<string>();
  const visit = (value: unknown) => {
    if (value === null || typeof value !== "object") return;
    if (isCredential(value)) names.add(value.credential);
    else for (const part of Object.values(value)) visit(part);
  };
  const { channels, sftpInboxes, outbound, mail, pgp } = config;
  visit({ channels, sftpInboxes, outbound, mail, pgp });
  return [...names].sort();
}

function isCredential(value: object): value is Extract<SecretSource, { credential: string }> {
  return (
    "credential" in value && typeof value.credential === "string" && Object.keys(value).length === 1
  );
}
