import type { Command } from "commander";
import { expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { openApi } from "../../src/http/api/openapi.ts";

/** By which addresses of the API each command can be done without. */
const inApi: Readonly<Record<string, readonly string[]>> = {
  reload: ["post /daemon/reloads"],
  status: ["get /status"],
  doctor: ["post /check-ups"],
  backup: ["post /backups"],
  "retention run": ["post /retention/runs"],
  "retention show": ["get /retention"],
  ingest: ["post /files"],
  "file list": ["get /files"],
  "file show": ["get /files/{file}", "get /files/{file}/messages", "get /files/{file}/bytes"],
  "file diff": ["get /files/{file}/difference"],
  "file decide": ["post /files/{file}/decisions"],
  "file release": ["post /files/{file}/releases"],
  "process list": ["get /processes"],
  "process show": ["get /processes/{type}/{key}", "get /keys/{key}/processes"],
  "process picture": ["get /processes/{type}/{key}/picture"],
  "process build": ["get /processes/{type}/{key}/at"],
  replay: ["post /replays"],
  verify: ["post /verifications"],
  "report events": ["get /reports/events"],
  "report files": ["get /reports/files"],
  "report processes": ["get /reports/processes"],
  "report durations": ["get /reports/durations"],
  "outbound list": ["get /outbound", "get /outbound-messages"],
  "outbound show": ["get /outbound/{outbound}", "get /outbound/{outbound}/bytes"],
  "outbound retry": ["post /outbound/{outbound}/decisions", "post /outbound/decisions"],
  "outbound hold": ["post /outbound/{outbound}/decisions"],
  "outbound release": ["post /outbound/{outbound}/decisions"],
  "outbound cancel": ["post /outbound-messages/{message}/decisions"],
  "outbound confirm": ["post /outbound/{outbound}/decisions"],
  "outbound resend": ["post /outbound/{outbound}/resendings"],
  "outbound number": ["post /channels/{channel}/numbers"],
  expected: ["get /expected/files", "get /expected/answers"],
  stuck: ["get /stuck/causes", "get /stuck/items"],
  "stuck assign": ["post /stuck/causes/{cause}/notes", "post /stuck/items/{item}/notes"],
  "stuck note": ["post /stuck/causes/{cause}/notes", "post /stuck/items/{item}/notes"],
  "stuck dismiss": ["post /stuck/causes/{cause}/notes", "post /stuck/items/{item}/notes"],
  "stuck restore": ["post /stuck/causes/{cause}/notes", "post /stuck/items/{item}/notes"],
  why: ["get /why/{item}"],
  search: ["get /search"],
  "event list": ["get /events"],
  "event show": ["get /events/{event}"],
  "event void": ["post /events/{event}/voids"],
  "event unvoid": ["post /events/{event}/unvoids"],
  "event correct": ["post /events/{event}/corrections"],
  "event restate": ["post /files/{file}/restatements"],
  "command list": ["get /process-types"],
  "command run": ["post /processes/{type}/{key}/commands"],
  "command show": ["get /commands/{command}"],
  "command retry": ["post /commands/{command}/retries"],
  reprocess: ["post /files/{file}/reprocessings", "post /stuck/causes/{cause}/retries"],
  route: ["post /process-types/{type}/backfills"],
  explain: ["get /problems/{code}", "get /problem-codes"],
  "action list": ["get /actions"],
  "action show": ["get /actions/{action}"],
  "action retry": ["post /actions/{action}/decisions", "post /actions/decisions"],
  "action skip": ["post /actions/{action}/decisions"],
  "action cancel": ["post /actions/{action}/decisions"],
  "action force": ["post /actions/{action}/decisions"],
  "action release": ["post /actions/{action}/decisions"],
  "action undo": ["post /actions/{action}/decisions"],
  hold: ["post /holds", "get /holds"],
  release: ["post /holds/releases"],
  "notice list": ["get /notices"],
  "notice show": ["get /notices/{notice}"],
  erase: ["post /erasures"],
  erasures: ["get /erasures"],
  "notice preview": ["get /notice-preview"],
  "notice snooze": ["post /snoozes"],
  "notice snoozes": ["get /snoozes"],
  "notice unsnooze": ["post /snoozes/{snooze}/ends"],
  "notice test": ["post /notice-tests"],
  "channel list": ["get /channels"],
  "channel show": ["get /channels/{channel}"],
  "channel check": ["post /channels/{channel}/checks"],
  "channel poll": ["post /channels/{channel}/polls"],
  "channel hold": ["post /holds"],
  "channel release": ["post /holds/releases"],
  "token add": ["post /tokens"],
  "token list": ["get /tokens"],
  "token revoke": ["post /tokens/{token}/revocations"],
  "user add": ["post /people"],
  "user list": ["get /people"],
  "user remove": ["post /people/{name}/removals"],
  audit: ["get /audit"],
  "flow list": ["get /flows"],
  "flow show": ["get /flows/{flow}/{version}", "get /flows/{flow}/{version}/schema"],
  "flow check": ["post /file-checks"],
};

/** What only the command line does, each with why. */
const onlyAtTheCommandLine: Readonly<Record<string, string>> = {
  init: "lays out what the daemon, which answers the API, is started with",
  run: "is the daemon that answers the API",
  metrics: "is GET /metrics, in Prometheus' own format",
  "config check": "looks at a configuration that the daemon does not have yet",
  "config schema": "prints what belongs to the program, and no installation",
  compact: "takes the store for itself, while no daemon runs",
  "store move": "takes the store for itself, while no daemon runs",
  restore: "needs an empty folder, and no daemon in it",
  "service install": "writes a unit of the system, as root",
  "service uninstall": "removes a unit of the system, as root",
  "service status": "asks the service manager of the machine",
  "file unknown": "compares folders on the machine with a store that was put back",
  "notice failed": "is what the service manager calls when the daemon has failed",
  "channel trust": "pins a server's key where the configuration lies, by who looks at it there",
  "user link": "logs in who sits at the machine: over the API it would log in anybody",
  "flow generate": "makes a file up, without an installation",
  "flow read": "turns a file at hand into JSON, without an installation",
  "flow write": "turns JSON at hand into a file, without an installation",
  simulate: "runs a market in a folder of its own",
  completion: "prints a script for a shell",
};

/** Commands by their words: those that do something by themselves, and those below them. */
function commandsOf(command: Command, name = ""): string[] {
  return command.commands.flatMap((below) => {
    const words = `${name} ${below.name()}`.trim();
    const inner = commandsOf(below, words);
    const doesSomething = "_actionHandler" in below && below._actionHandler !== null;
    return doesSomething ? [words, ...inner] : inner;
  });
}

test("every command is in the API, or only at the command line for a reason", () => {
  const silent = { out: () => {}, err: () => {} };
  const context = { output: null as never, say: () => {}, environment: {} };
  const commands = commandsOf(createProgram(context, silent, () => {}));
  expect(commands).toContain("stuck assign");
  const known = [...Object.keys(inApi), ...Object.keys(onlyAtTheCommandLine)];
  expect(known.toSorted()).toEqual(commands.toSorted());
  const { paths } = openApi() as { readonly paths: Readonly<Record<string, object>> };
  const addresses = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path.replace("/api/v1", "")}`),
  );
  for (const [command, needed] of Object.entries(inApi))
    expect([command, needed.filter((one) => !addresses.includes(one))]).toEqual([command, []]);
});
