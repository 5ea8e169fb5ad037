import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { outboundChannels } from "../../src/app/queries/channels/shown-channels.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
mkdirSync(join(place.folder, "inbox"));
const writeSettings = (text: string) => writeFileSync(join(place.folder, "busbar.yaml"), text);
const settings = "channels: { inbox: { path: inbox } }\n";
writeSettings(settings);
afterAll(() => place.remove());

it("is installed, looked at and uninstalled; its unit follows the configuration", async () => {
  const folder = ["--folder", place.folder];
  expect(await place.busbar("service", "status", ...folder)).toMatchObject({ code: 1 });
  const installed = await place.busbar("service", "install", "--user", "root", ...folder);
  expect(installed).toMatchObject({ code: 0, stderr: "" });
  const unit = () => readFileSync(join(place.folder, "busbar.service"), "utf8");
  expect(unit()).toContain(`ReadWritePaths=-${place.folder}\n`);
  expect(await place.json("service", "status", ...folder)).toMatchObject([{ unitFile: "current" }]);
  writeSettings(
    'channels: { inbox: { path: inbox }, out: { direction: out, path: "/srv/exchange/{flow}" } }\n',
  );
  expect(await place.json("service", "status", ...folder)).toMatchObject([
    { unitFile: "outdated" },
  ]);
  await place.busbar("service", "install", "--user", "root", ...folder);
  expect(unit()).toContain(`ReadWritePaths=-/srv/exchange -${place.folder}\n`);
  expect(await place.busbar("service", "uninstall", ...folder)).toMatchObject({ code: 0 });
  expect(await place.json("service", "status", ...folder)).toMatchObject([{ unitFile: "absent" }]);
  writeSettings(settings);
});

it("says of a folder for units that is not there what it is, and leaves nothing", async () => {
  const absent = join(place.folder, "absent");
  const refused = await place.busbar("service", "install", "--user", "root", "--folder", absent);
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  expect(refused.stderr).toMatch(
    /^busbar: \S*\/absent: it is not there\. Make it, or correct the path/,
  );
});

it("prints the unit without changing anything, and refuses a user that is not there", async () => {
  const { stdout } = await place.busbar("service", "install", "--print", "--user", "nobody-here");
  expect(stdout).toContain("User=nobody-here\n");
  const refused = await place.busbar("service", "install", "--user", "nobody-here");
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.stderr).toContain("there is no user nobody-here; make one (useradd");
  expect(await place.busbar("service", "install", "--name", "a/b")).toMatchObject({ code: 2 });
});

it("`config check` says what a daemon would do, or what is wrong, and makes no store", async () => {
  const { code, stdout } = await place.busbar("config", "check");
  expect(code).toBe(0);
  expect(stdout).toContain(`takes from  inbox: ${place.folder}/inbox`);
  expect(stdout).toContain("processes   metering-point, order");
  expect(stdout).toContain('note        no channel has "direction: out"');
  const post = "kind: smtp, direction: out, host: mail.example, from: orders@example.com";
  writeSettings(`channels: { mail: { ${post} } }\n`);
  const mailing = (await place.busbar("config", "check")).stdout;
  expect(mailing).not.toContain('no channel has "direction: out"');
  expect(mailing).toContain("note        no channel puts files out, only e-mails leave");
  const server = "kind: sftp, host: sftp.example, user: busbar, password: { env: HOME }";
  const hostKey = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";
  const partner = `{ ${server}, hostKey: "${hostKey}", direction: out, path: "in/{flow}" }`;
  writeSettings(`channels: { partner: ${partner} }\n`);
  const leads = "partner: sftp://busbar@sftp.example:22/in/{flow}";
  expect((await place.busbar("config", "check")).stdout).toContain(
    `puts into   ${leads} (any flow)`,
  );
  expect(outboundChannels(loadConfig(join(place.folder, "busbar.yaml")), null)).toMatchObject([
    { path: "sftp://busbar@sftp.example:22/in/{flow}" },
  ]);
  writeSettings(`${settings}live: true\n`);
  const live = await place.busbar("config", "check");
  expect(live.stdout).toContain("live        yes: test data awaits release");
  writeSettings("channels: { inbox: { path: inbox } }\nflows: { D9999: { codes: strict } }\n");
  const wrong = await place.busbar("config", "check");
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("D9999");
  writeSettings(settings);
});
