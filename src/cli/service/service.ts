import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { failedUnitText, unitText } from "../../app/service/unit.ts";
import { removeUnitFile, unitFileState, writeUnitFile } from "../../app/service/unit-file.ts";
import {
  failedUnitOf,
  ownFailureUnit,
  type UnitProgram,
  unitOf,
  wantedUnit,
} from "../../app/service/unit-of.ts";
import { type ServiceView, viewService } from "../../app/views/daemon/service-view.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { isDatabaseAddress } from "../../core/text/store-location.ts";
import { checkConfiguration } from "../../daemon/check-configuration.ts";
import { notifyWay } from "../../daemon/service/notify-way.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { configOf } from "../session.ts";
import { hasSystemd, hasUser, serviceState, systemctl } from "./systemctl.ts";

/** Which service is meant. */
export interface ServiceOptions {
  readonly name: string;
  readonly folder: string;
}

/** How it is installed. */
export interface InstallOptions extends ServiceOptions {
  readonly user: string;
  readonly group?: string;
  readonly onFailure?: string;
  readonly print?: boolean;
}

/** `busbar service install`: writes the unit, and enables it where systemd runs. */
export async function installService(
  context: CommandContext,
  options: InstallOptions,
): Promise<ExitCode> {
  const config = configOf(context);
  await checkConfiguration(config);
  const units = await unitsOf(config, options);
  if (options.print === true) {
    await context.output.text(units.text);
    return exitCode.good;
  }
  await refuseUnknownUser(config, options.user);
  await context.output.lines(writeUnits(units));
  await context.output.lines(hasSystemd() ? await enabledLines(units.unit) : byHandLines(units));
  if (hasSystemd())
    await context.output.line(`Folders must be writable by the user ${visible(options.user)}.`);
  return exitCode.good;
}

/** The unit of the service and, where no other is named, the one that tells people when it fails. */
async function unitsOf(config: BusbarConfig, options: InstallOptions) {
  const { user, group = user, folder } = options;
  const { path, unit } = placeOf(options);
  const { program, notifies } = await unitProgram();
  const own = ownFailureUnit(config, unit);
  const onFailure = options.onFailure ?? own;
  const text = unitText(unitOf(config, { program, notifies, user, group, onFailure }));
  const isOwn = onFailure !== null && onFailure === own;
  const failed = isOwn
    ? {
        path: join(folder, own),
        text: failedUnitText(failedUnitOf(config, { program, unit, user, group })),
      }
    : null;
  return { path, unit, text, failed };
}

type Units = Awaited<ReturnType<typeof unitsOf>>;

async function refuseUnknownUser(config: BusbarConfig, user: string): Promise<void> {
  if (await hasUser(user)) return;
  throw new CommandFailure(
    `there is no user ${visible(user)}; make one (useradd --system --home-dir ${dirname(isDatabaseAddress(config.store) ? config.file : config.store)} ${visible(user)}), or name another with --user`,
    exitCode.usage,
  );
}

/** Writes the units, and says what was done. */
function writeUnits({ path, text, failed }: Units): string[] {
  const said: string[] = [];
  if (failed !== null) {
    writeUnitFile(failed.path, failed.text);
    said.push(`Wrote ${visible(failed.path)}, which tells your contacts when the service fails.`);
  }
  const before = writeUnitFile(path, text);
  const done = { absent: "Wrote", outdated: "Wrote anew", current: "Already as it should be:" };
  return [...said, `${before === "foreign" ? "Wrote" : done[before]} ${visible(path)}.`];
}

function byHandLines({ unit }: Units): string[] {
  return [
    "systemd does not run here; where it does, enable the service with",
    "  systemctl daemon-reload",
    `  systemctl enable --now ${unit}`,
  ];
}

/** Has systemd read the unit and start it with the machine; gives what is left to do. */
async function enabledLines(unit: string): Promise<string[]> {
  await systemctl(["daemon-reload"]);
  await systemctl(["enable", unit]);
  return (await serviceState(unit)).active === "active"
    ? ["It runs; use the new unit with", `  systemctl restart ${unit}`]
    : ["It starts with the machine; start it now with", `  systemctl start ${unit}`];
}

/** `busbar service uninstall`: stops it and removes its unit. */
export async function uninstallService(
  context: CommandContext,
  options: ServiceOptions,
): Promise<ExitCode> {
  const { path, unit } = placeOf(options);
  // Looked at first: a unit that is not ours is not stopped either.
  const state = unitFileState(path, "");
  if (state !== "foreign" && state !== "absent" && hasSystemd())
    await systemctl(["disable", "--now", unit]);
  const removed = removeUnitFile(path);
  const failedPath = path.replace(/\.service$/, "-failed.service");
  if (removed && unitFileState(failedPath, "") === "outdated") removeUnitFile(failedPath);
  if (removed && hasSystemd()) await systemctl(["daemon-reload"]);
  await context.output.line(
    removed
      ? `Removed ${visible(path)}. The store, the inboxes and all files stay where they are.`
      : `There is no ${visible(path)}: nothing to remove.`,
  );
  return exitCode.good;
}

/** `busbar service status`: how it is, and whether the unit is the one that the configuration asks for. */
export async function serviceStatus(
  context: CommandContext,
  options: ServiceOptions & JsonOption,
): Promise<ExitCode> {
  const config = configOf(context);
  const { path, unit } = placeOf(options);
  const state = await serviceState(unit);
  const view = viewService({
    path,
    unitFile: unitFileState(path, wantedUnit(config, path, await unitProgram())),
    ...state,
  });
  if (options.json === true) await context.output.json(view);
  else await context.output.lines(statusLines(view, unit));
  return view.unitFile === "absent" || view.active === "failed" ? exitCode.failed : exitCode.good;
}

function statusLines(view: ServiceView, unit: string): string[] {
  const { path, unitFile, active, enabled, restarts, text } = view;
  const file = {
    absent: `There is no ${path}; \`busbar service install\` writes it.`,
    current: `${path} fits the configuration as it is now.`,
    outdated: `${path} does not fit the configuration as it is now, or this version; \`busbar service install\` writes it anew.`,
    foreign: `${path} was not written by Busbar.`,
  };
  if (active === null)
    return [file[unitFile], "systemd does not run here, so that nothing is known of the service."];
  const since = restarts > 0 ? `; started anew ${restarts} times: journalctl -u ${unit}` : "";
  const said = text === null ? "" : `: ${text}`;
  const boot = enabled === "enabled" ? "starts with the machine" : `${enabled ?? "not enabled"}`;
  return [file[unitFile], `${unit} is ${active}${said} (${boot}${since})`];
}

/** The launcher that came with this program, and how what it starts can tell systemd how it is. */
export async function unitProgram(): Promise<UnitProgram> {
  const program = fileURLToPath(new URL("../../../bin/busbar", import.meta.url));
  return { program, notifies: await notifyWay() };
}

function placeOf({ name, folder }: ServiceOptions): { path: string; unit: string } {
  if (!/^[A-Za-z0-9@_.-]{1,100}$/.test(name))
    throw new CommandFailure(
      `${visible(name)} is no name for a service; use letters, digits, - _ and @`,
      exitCode.usage,
    );
  const unit = `${name.replace(/\.service$/, "")}.service`;
  return { path: join(folder, unit), unit };
}
