import { join } from "node:path";
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
import { checkConfiguration } from "../../daemon/check-configuration.ts";
import { notifyWay } from "../../daemon/service/notify-way.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../print/visible.ts";
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
  const { user, group = user } = options;
  const program = await unitProgram();
  const own = ownFailureUnit(config, placeOf(options).unit);
  const onFailure = options.onFailure ?? own;
  const text = unitText(unitOf(config, { ...program, user, group, onFailure }));
  if (options.print === true) {
    await context.output.text(text);
    return exitCode.good;
  }
  if (!(await hasUser(options.user)))
    throw new CommandFailure(
      `there is no user ${visible(options.user)}; make one (useradd --system --home-dir ${config.store.replace(/\/[^/]*$/, "")} ${visible(options.user)}), or name another with --user`,
      exitCode.usage,
    );
  const { path, unit } = placeOf(options);
  if (onFailure !== null && onFailure === own) {
    const failed = failedUnitOf(config, { program: program.program, unit, user, group });
    writeUnitFile(join(options.folder, own), failedUnitText(failed));
    await context.output.line(
      `Wrote ${visible(join(options.folder, own))}, which tells your contacts when the service fails.`,
    );
  }
  const before = writeUnitFile(path, text);
  const done = { absent: "Wrote", outdated: "Wrote anew", current: "Already as it should be:" };
  await context.output.line(`${before === "foreign" ? "Wrote" : done[before]} ${visible(path)}.`);
  if (!hasSystemd()) {
    await context.output.lines([
      "systemd does not run here; where it does, enable the service with",
      "  systemctl daemon-reload",
      `  systemctl enable --now ${unit}`,
    ]);
    return exitCode.good;
  }
  await systemctl(["daemon-reload"]);
  await systemctl(["enable", unit]);
  const isActive = (await serviceState(unit)).active === "active";
  await context.output.lines(
    isActive
      ? [`It runs; use the new unit with`, `  systemctl restart ${unit}`]
      : ["It starts with the machine; start it now with", `  systemctl start ${unit}`],
  );
  await context.output.line(`Folders must be writable by the user ${visible(options.user)}.`);
  return exitCode.good;
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
