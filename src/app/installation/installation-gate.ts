import { type IntakeGate, intakeGate } from "../../intake/channel/intake-gate.ts";
import { storeAt } from "../../store/open.ts";
import type { OpenInstallation } from "./open-installation.ts";

/** Says whether more may be taken in: there is room on the disks that every way in writes to, and not too much waits. */
export function installationGate({
  config,
  store,
  clock,
}: Pick<OpenInstallation, "config" | "store" | "clock">): IntakeGate {
  return intakeGate({
    marks: config.disk,
    folders: [...storeAt(config.store).folders, config.blobs],
    backlogs: [
      {
        what: "messages wait to be routed",
        stopAbove: config.backlog,
        count: () => store.routes.countWaiting(),
      },
    ],
    clock,
  });
}
