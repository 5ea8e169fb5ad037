import { RefusedError } from "../../core/refusal/refused-error.ts";
import { isBelow } from "./written-folders.ts";

/** What a systemd unit for an installation is made of; every path is absolute. */
export interface ServiceUnit {
  /** The program, `bin/busbar`. */
  readonly program: string;
  /** `busbar.yaml`. */
  readonly config: string;
  /** The folder that it runs in. */
  readonly folder: string;
  readonly user: string;
  readonly group: string;
  /** Folders that it writes in, none below another; no file is renamed from one to another. */
  readonly writes: readonly string[];
  /**
   * How systemd is informed that the daemon works: by the daemon itself, by `systemd-notify`, or not at all, where
   * neither is there.
   */
  readonly notifies: "itself" | "by-program" | "never";
  /** Names of the credentials that the configuration reads secrets from. */
  readonly credentials: readonly string[];
  /** A unit that is started when the service has failed for good, with the words of systemd such as `%n`; null: none. */
  readonly onFailure: string | null;
}

/** The first line of every unit that Busbar wrote: only such a one is replaced or removed. */
export const unitMark =
  "# Runs Busbar under systemd. Written by Busbar, which puts it anew when asked to.";

/**
 * The text of a unit: as little as possible is allowed, see `systemd-analyze security`. Throws `RefusedError` for
 * a name or path with a line break.
 */
export function unitText(unit: ServiceUnit): string {
  return [
    unitMark,
    "",
    "[Unit]",
    "Description=Busbar, industry flow files as events",
    "After=local-fs.target network-online.target",
    "Wants=network-online.target",
    `RequiresMountsFor=${words([unit.folder, ...unit.writes])}`,
    ...(unit.onFailure === null ? [] : [`OnFailure=${oneLine(unit.onFailure)}`]),
    "",
    "[Service]",
    ...startLines(unit),
    `User=${escaped(unit.user)}`,
    `Group=${escaped(unit.group)}`,
    `WorkingDirectory=${escaped(unit.folder)}`,
    // Here alone `$` begins a variable.
    `ExecStart=${words([unit.program, "run", "--config", unit.config]).replaceAll("$", "$$$$")}`,
    "# SIGHUP has the configuration read again; a wrong one is refused, and the daemon goes on as it is.",
    "ExecReload=/bin/kill -HUP $MAINPID",
    "# SIGTERM lets it finish what is in flight; a kill after that loses nothing, the next start takes it up.",
    "KillSignal=SIGTERM",
    "TimeoutStopSec=60",
    "# Whatever ended it, a stop by systemctl apart. A wrong configuration does not get better by trying again.",
    "Restart=always",
    "RestartSec=5",
    "RestartPreventExitStatus=2",
    "UMask=0027",
    "# Variables that the configuration reads secrets from: NAME=value, one a line.",
    "EnvironmentFile=-/etc/busbar/environment",
    ...unit.credentials.map(
      (name) => `LoadCredential=${escaped(name)}:/etc/busbar/${escaped(name)}`,
    ),
    "",
    ...writeLines(unit),
    ...sandboxLines(unit),
    "",
    "[Install]",
    "WantedBy=multi-user.target",
    "",
  ].join("\n");
}

function startLines({ notifies }: ServiceUnit): string[] {
  if (notifies === "never")
    return [
      "# Counts as started once the program runs: it has no way to say that its channels are open.",
      "Type=exec",
    ];
  return [
    "# Counts as started once every channel is open, which an upgrade of a large store delays.",
    "Type=notify",
    ...(notifies === "by-program" ? ["NotifyAccess=all"] : []),
    "TimeoutStartSec=1h",
    "# Started anew when its loops do not turn any more.",
    "WatchdogSec=180",
  ];
}

/** Where it may write: nowhere else, or, where its folders have only `/` in common, wherever its user may. */
function writeLines({ writes }: ServiceUnit): string[] {
  if (writes.includes("/"))
    return [
      "# Files are renamed between folders that have only / in common, and a folder that is named here is a mount of",
      "# its own, which none can be renamed out of. What the user may write is for the rights on files to say.",
      "ProtectSystem=full",
    ];
  return [
    "# Everything that it writes is here. Each is a mount of its own, which no file can be renamed out of. One that is",
    "# not there does not keep the service from starting.",
    `ReadWritePaths=${words(writes, "-")}`,
    "ProtectSystem=strict",
  ];
}

function sandboxLines({
  program,
  config,
  folder,
  writes,
}: Pick<ServiceUnit, "program" | "config" | "folder" | "writes">): string[] {
  const paths = [program, config, folder, ...writes];
  const uses = (...places: string[]) =>
    paths.some((path) => places.some((place) => isBelow(path, place)));
  const isAnywhere = writes.includes("/");
  return [
    ...(isAnywhere || uses("/home", "/root", "/run/user")
      ? ["# The installation is there.", `ProtectHome=${isAnywhere ? "no" : "read-only"}`]
      : ["ProtectHome=yes"]),
    ...(isAnywhere || uses("/tmp", "/var/tmp")
      ? ["# The installation is there.", "PrivateTmp=no"]
      : ["PrivateTmp=yes"]),
    "PrivateDevices=yes",
    "ProtectClock=yes",
    "ProtectControlGroups=yes",
    "ProtectHostname=yes",
    "ProtectKernelLogs=yes",
    "ProtectKernelModules=yes",
    "ProtectKernelTunables=yes",
    "ProtectProc=invisible",
    "NoNewPrivileges=yes",
    "CapabilityBoundingSet=",
    "AmbientCapabilities=",
    "LockPersonality=yes",
    "RemoveIPC=yes",
    "# Partners' SFTP and mail servers are reached by the other two.",
    "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6",
    "RestrictNamespaces=yes",
    "RestrictRealtime=yes",
    "RestrictSUIDSGID=yes",
    "SystemCallArchitectures=native",
    "SystemCallFilter=@system-service",
    "SystemCallErrorNumber=EPERM",
    "# Node compiles code while it runs, so memory cannot be kept from being both written and executed.",
    "MemoryDenyWriteExecute=no",
  ];
}

/** Words of one setting, each after a prefix: systemd splits at blanks that are in no quotes. */
function words(texts: readonly string[], prefix = ""): string {
  return texts
    .map((text) => `${prefix}${escaped(text)}`)
    .map((text) => (/[\s"'\\;]/.test(text) ? `"${text.replaceAll(/["\\]/g, "\\$&")}"` : text))
    .join(" ");
}

/** `%` begins a specifier in a unit. */
function escaped(text: string): string {
  return oneLine(text).replaceAll("%", "%%");
}

/** A unit has a setting on each line: what follows a line break in a name would be one of its own. */
function oneLine(text: string): string {
  if (!/\p{Cc}/u.test(text)) return text;
  throw new RefusedError(
    "invalid",
    `${JSON.stringify(text)} has a line break or another control character, which a unit cannot have; give it another name`,
  );
}

/** What the unit is made of that tells people when the service has failed for good. */
export interface FailedUnit
  extends Pick<ServiceUnit, "program" | "config" | "folder" | "user" | "group" | "credentials"> {
  /** The unit that it is for. */
  readonly unit: string;
}

/** The text of the unit that tells people that the service has failed; it needs neither the daemon nor its store. */
export function failedUnitText(unit: FailedUnit): string {
  return [
    unitMark,
    "",
    "[Unit]",
    `Description=Tells people that ${escaped(unit.unit)} has failed`,
    "After=network-online.target",
    "Wants=network-online.target",
    "",
    "[Service]",
    "Type=oneshot",
    `User=${escaped(unit.user)}`,
    `Group=${escaped(unit.group)}`,
    `WorkingDirectory=${escaped(unit.folder)}`,
    `ExecStart=${words([unit.program, "notice", "failed", unit.unit, "--config", unit.config]).replaceAll("$", "$$$$")}`,
    "TimeoutStartSec=5min",
    "EnvironmentFile=-/etc/busbar/environment",
    ...unit.credentials.map(
      (name) => `LoadCredential=${escaped(name)}:/etc/busbar/${escaped(name)}`,
    ),
    "",
    "ProtectSystem=strict",
    ...sandboxLines({ ...unit, writes: [] }),
    "",
  ].join("\n");
}
