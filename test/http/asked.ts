import { join } from "node:path";
import {
  type OpenInstallation,
  openInstallation,
} from "../../src/app/installation/open-installation.ts";
import type { HttpSettings } from "../../src/config/http-settings.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { type Access, knowsNobody } from "../../src/http/access/access.ts";
import { LogInLimit } from "../../src/http/access/log-in-limit.ts";
import type { Who } from "../../src/http/access/who.ts";
import { logFaults } from "../../src/http/answer-errors.ts";
import { apiFace } from "../../src/http/api/api-face.ts";
import type { HttpContext, HttpRouter } from "../../src/http/context.ts";
import { httpApp } from "../../src/http/http-app.ts";
import { Jobs } from "../../src/http/jobs/jobs.ts";
import { readsOn } from "../../src/http/reads/reads-on.ts";
import type { LogDetails } from "../../src/runtime/log-lines/log-events.ts";
import { noMeter } from "../../src/runtime/meter.ts";
import { makePlace, type Place } from "../cli/busbar.ts";

/** The settings of HTTP that tests go by: this machine alone, no names. */
export const localHttp: HttpSettings = {
  host: "127.0.0.1",
  port: null,
  names: [],
  tls: null,
  proxies: [],
};

/** Whose token is which in tests. */
export const people: Readonly<Record<string, Who>> = {
  viewer: { name: "vera", role: "viewer", personal: true, by: "token" },
  masked: { name: "max", role: "viewer", personal: false, by: "token" },
  operator: { name: "olga", role: "operator", personal: true, by: "token" },
  /** As the operator is, without the right to see what is said of persons; and by a log-in. */
  blind: { name: "olga", role: "operator", personal: false, by: "token" },
  browser: { name: "olga", role: "operator", personal: true, by: "session" },
  admin: { name: "ada", role: "admin", personal: true, by: "token" },
};

const known: Access = { ...knowsNobody, ofToken: async (secret) => people[secret] ?? null };

/** An installation of its own with a real store, and what is answered on it. */
export interface AskedPlace {
  readonly place: Place;
  readonly of: OpenInstallation;
  readonly app: HttpRouter;
  readonly logged: LogDetails[];
  /** Asks as one of `people`; null: as nobody. */
  get(path: string, who?: string | null): Promise<Response>;
  close(): Promise<void>;
}

/** Makes one. */
export async function askedPlace(
  { faces = [apiFace], ...more }: Partial<HttpContext> = {},
  before?: (place: Place) => Promise<void>,
): Promise<AskedPlace> {
  const place = makePlace();
  await place.busbar("init");
  await before?.(place);
  const of = await openInstallation(loadConfig(join(place.folder, "busbar.yaml")));
  const logged: LogDetails[] = [];
  const note = (details: LogDetails) => void logged.push(details);
  const log = { debug: note, info: note, warn: note, error: note };
  const app = httpApp({
    settings: localHttp,
    installation: of,
    access: known,
    limit: new LogInLimit(of.clock),
    jobs: new Jobs(() => of.clock.wall()),
    daemon: null,
    stop: new AbortController().signal,
    log,
    meter: noMeter,
    reads: readsOn(of, faces, logFaults(log)),
    faces,
    ...more,
  });
  return {
    place,
    of,
    app,
    logged,
    get: async (path, who = "viewer") =>
      app.request(path, who === null ? {} : { headers: { Authorization: `Bearer ${who}` } }),
    close: async () => {
      await of.close();
      place.remove();
    },
  };
}
