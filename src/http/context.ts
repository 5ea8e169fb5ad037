import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";
import type { OpenInstallation } from "../app/installation/open-installation.ts";
import type { HttpSettings } from "../config/http-settings.ts";
import type { Log } from "../runtime/log.ts";
import type { Meter } from "../runtime/meter.ts";
import type { Access } from "./access/access.ts";
import type { LogInLimit } from "./access/log-in-limit.ts";
import type { Who } from "./access/who.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { HttpProblem } from "./problem/problem.ts";
import type { Reads } from "./reads/reads.ts";

/** What every handler finds: who asks, the installation, and the request's name in the log. */
export interface HttpEnv {
  readonly Bindings: Partial<HttpBindings>;
  readonly Variables: {
    /** Names the request in answers and in the log. */
    requestId: string;
    /** The address that asks. */
    from: string;
    /** Who asks; not there for what is open to everybody. */
    who: Who;
    /** Whom a log-in is of, where nobody is logged in. */
    actor: string | undefined;
    /** Why something is asked for, as who asks says. */
    reason: string | undefined;
    /** What is read, or acted on: where reads run it cannot be written. */
    of: OpenInstallation;
  };
}

/** A router of ours; a face adds its addresses to it. */
export type HttpRouter = Hono<HttpEnv>;

/** A set of addresses that is answered: the API, or a console's pages. */
export interface Face {
  /** Adds what everybody gets: a page to log in on, style sheets. */
  open?(router: HttpRouter, context: HttpContext): void;
  /**
   * Adds what only reads: GET. It runs where reads run, so that none of it stalls recording: it gets everything by
   * `c.get("of")` and `c.get("who")`.
   */
  reads?(router: HttpRouter): void;
  /** Adds what changes something, and what stays open, such as a feed. It runs in the daemon. */
  acts?(router: HttpRouter, context: HttpContext): void;
  /** Addresses that bound what is sent to them themselves: a file may have more bytes than other requests. */
  readonly bounded?: readonly string[];
  /** Answers a problem to those who asked for a page; absent: as problem+json. */
  problemPage?(problem: HttpProblem, c: Context<HttpEnv>): Response | Promise<Response>;
}

/** What is asked of the daemon itself. */
export interface DaemonSeen {
  /** The loops that hang, by their names. */
  hanging(): readonly string[];
  /** What it has counted, in Prometheus' text format. */
  metrics(): Promise<string>;
}

/** What answers over HTTP work with. */
export interface HttpContext {
  readonly settings: HttpSettings;
  readonly installation: OpenInstallation;
  readonly access: Access;
  readonly log: Log;
  /** Counts what is asked. */
  readonly meter: Meter;
  readonly limit: LogInLimit;
  /** What runs in the background because somebody asked. */
  readonly jobs: Jobs;
  /** The daemon that it is answered beside; null where there is none. */
  readonly daemon: DaemonSeen | null;
  /** Answers what only reads. */
  readonly reads: Reads;
  readonly faces: readonly Face[];
  /** Aborted when nothing more is answered: what stays open ends. */
  readonly stop: AbortSignal;
}
