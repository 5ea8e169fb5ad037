import { basename, dirname } from "node:path";
import type { BusbarConfig } from "../../config/config.ts";
import type { SecretSource } from "../../config/secret-source.ts";
import { type FailedUnit, type ServiceUnit, unitText } from "./unit.ts";
import { unitSetting } from "./unit-file.ts";
import { writableFolders } from "./written-folders.ts";

/** What a unit starts, and how that tells systemd how it is. */
export type UnitProgram = Pick<ServiceUnit, "program" | "notifies">;

/** The text that the unit at a path should have: for the user, group and failure unit that it names, if it is there. */
export function wantedUnit(config: BusbarConfig, path: string, program: UnitProgram): string {
  const user = unitSetting(path, "User") ?? "busbar";
  const group = unitSetting(path, "Group") ?? user;
  const onFailure = unitSetting(path, "OnFailure") ?? ownFailureUnit(config, basename(path));
  return unitText(unitOf(config, { ...program, user, group, onFailure }));
}

/** The unit beside that of a service which tells people that it has failed; null where nobody is to be notified. */
export function ownFailureUnit(
  { notices }: Pick<BusbarConfig, "notices">,
  unit: string,
): string | null {
  return notices.contacts.length === 0 ? null : `${unit.replace(/\.service$/, "")}-failed.service`;
}

/** The unit that tells people that a service has failed, as it is configured. */
export function failedUnitOf(
  config: BusbarConfig,
  chosen: Pick<FailedUnit, "program" | "unit" | "user" | "group">,
): FailedUnit {
  const { file } = config;
  return { ...chosen, config: file, folder: dirname(file), credentials: credentialsOf(config) };
}

/** The unit of an installation as it is configured. */
export function unitOf(
  config: BusbarConfig,
  chosen: Pick<ServiceUnit, "program" | "user" | "group" | "notifies" | "onFailure">,
): ServiceUnit {
  return {
    ...chosen,
    config: config.file,
    folder: dirname(config.file),
    writes: writableFolders(config),
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
  const { channels, sftpInboxes, outbound, mail, pgp, notices } = config;
  visit({ channels, sftpInboxes, outbound, mail, pgp, notices });
  return [...names].sort();
}

function isCredential(value: object): value is Extract<SecretSource, { credential: string }> {
  return (
    "credential" in value && typeof value.credential === "string" && Object.keys(value).length === 1
  );
}
