import { execFile } from "node:child_process";
import { errorMessage } from "../../runtime/error-message.ts";
import type { Log } from "../../runtime/log.ts";
import { notifySocket, type SendNotice } from "./notify-socket.ts";

/** The program that started the daemon and wants to know how it is: systemd, or none. */
export interface ServiceManager {
  /** The daemon works. `text`: one line for `systemctl status`. */
  ready(text: string): void;
  /** One line for `systemctl status`. */
  status(text: string): void;
  /** New settings are being taken; `ready` follows. */
  reloading(): void;
  /** The daemon was asked to stop, and finishes what is in flight. */
  stopping(): void;
  /** The daemon lives: to be said at least twice in `watchdogMs`. */
  alive(): void;
  /** Without `alive` for so long, in milliseconds, it takes the daemon for hung and starts it anew; null: never. */
  readonly watchdogMs: number | null;
}

/** Nobody wants to know. */
export const noServiceManager: ServiceManager = {
  ready: () => {},
  status: () => {},
  reloading: () => {},
  stopping: () => {},
  alive: () => {},
  watchdogMs: null,
};

/** The variables in which systemd says how it wants to be informed: `sd_notify(3)`, `sd_watchdog_enabled(3)`. */
type Environment = Record<string, string | undefined>;

/**
 * The service manager that the environment names. Its variables are taken out of the environment: they are
 * not meant for programs that the daemon starts. One that cannot be reached is reported once in the log.
 */
export async function serviceManager(environment: Environment, log: Log): Promise<ServiceManager> {
  const { NOTIFY_SOCKET: address, WATCHDOG_USEC: usec, WATCHDOG_PID: pid } = environment;
  for (const name of ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"]) delete environment[name];
  if (address === undefined || !/^[/@]./.test(address)) return noServiceManager;
  const isMeant = pid === undefined || pid === String(process.pid);
  const micros = isMeant && usec !== undefined && /^[1-9]\d*$/.test(usec) ? Number(usec) : null;
  const send = sayingOnce((await notifySocket(address)) ?? byProgram(address), log);
  const line = (text: string) => text.replaceAll(/\s+/g, " ");
  return {
    ready: (text) => send(`READY=1\nSTATUS=${line(text)}`),
    status: (text) => send(`STATUS=${line(text)}`),
    reloading: () => send(`RELOADING=1\nMONOTONIC_USEC=${process.hrtime.bigint() / 1000n}`),
    stopping: () => send("STOPPING=1\nSTATUS=stopping: finishing what is in flight"),
    alive: () => send("WATCHDOG=1"),
    watchdogMs: micros === null ? null : micros / 1000,
  };
}

/** `systemd-notify` does it where Node cannot; the unit must let it: `NotifyAccess=all`. */
function byProgram(address: string): SendNotice {
  const env = { ...process.env, NOTIFY_SOCKET: address };
  return (text) =>
    void execFile(
      "systemd-notify",
      [`--pid=${process.pid}`, ...text.split("\n")],
      { env },
      () => {},
    );
}

function sayingOnce(send: SendNotice, log: Log): SendNotice {
  let isTold = false;
  return (text) => {
    try {
      send(text);
    } catch (error) {
      const reason = errorMessage(error);
      const message = `the state of the daemon cannot be reported to the service manager: ${reason}`;
      if (!isTold) log.warn({ event: "service-manager-lost", reason }, message);
      isTold = true;
    }
  };
}
