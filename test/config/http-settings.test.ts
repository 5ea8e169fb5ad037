import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-http-settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

function http(text: string) {
  const file = join(folder, "busbar.yaml");
  writeFileSync(file, text);
  return loadConfig(file).http;
}

test("HTTP is answered on this machine alone, and can be switched off", () => {
  expect(http("live: false")).toEqual({
    host: "127.0.0.1",
    port: null,
    names: [],
    tls: null,
    proxies: [],
  });
  expect(http("http: false")).toBeNull();
  expect(http("http: { host: '::1', port: 9000 }")).toMatchObject({ host: "::1", port: 9000 });
});

test("elsewhere it is answered only where nobody reads passwords on the way", () => {
  for (const host of ["0.0.0.0", "10.1.2.3", "busbar.example.com", "'::'"])
    expect(() => http(`http: { host: ${host} }`)).toThrow(/http\.host: .*add tls, or proxies/);
  expect(http("http: { host: 0.0.0.0, proxies: [10.0.0.7] }")?.proxies).toEqual(["10.0.0.7"]);
  const encrypted = http("http: { host: 0.0.0.0, tls: { certificate: c.pem, key: { file: k } } }");
  expect(encrypted?.tls).toEqual({
    certificate: join(folder, "c.pem"),
    key: { file: join(folder, "k") },
  });
});

test("what is written wrongly is said at its place", () => {
  expect(() => http("http: { prot: 80 }")).toThrow(
    /http\.prot: no such setting; did you mean "port"/,
  );
  expect(() => http("http: { port: 0 }")).toThrow(/http\.port: .*expected a port/);
  expect(() => http("http: true")).toThrow(/http: .*expected settings.* or false/);
});
