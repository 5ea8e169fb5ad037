import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import type { z } from "zod";
import { configJsonSchema } from "../../src/config/config-json-schema.ts";
import { readSettings } from "../../src/config/read-settings.ts";
import { parseSource } from "../../src/config/settings-source.ts";
import { mainFile } from "../built.ts";
import { goodFile } from "../promises/flow-files.ts";
import { until } from "../promises/workplace.ts";
import { makePlace } from "./busbar.ts";
import { programShapes } from "./completion/program-shapes.ts";
import { daemonsIn, stopped } from "./daemons.ts";

/** Kinds of channels in the order in which the schema has them. */
const kinds = ["folder-in", "folder-out", "sftp-in", "sftp-out", "smtp", "webhook"] as const;

/** What every secret has in it that is planted here. */
const mark = "hunter2planted";
const secrets: Record<string, string> = {};
/** Where in the configuration each of them is named. */
const places: Record<string, string> = {};

/** A secret at a place, kept in a variable: a password, or a private key that no program can read. */
function secret(place: string): { env: string } {
  const name = `SECRET_${Object.keys(secrets).length}`;
  const text = `${mark}${Object.keys(secrets).length}`;
  places[name] = place;
  secrets[name] = /key$|recipients|signers/.test(place)
    ? `-----BEGIN OPENSSH PRIVATE KEY-----\n${text}\n-----END OPENSSH PRIVATE KEY-----\n`
    : text;
  return { env: name };
}

const pgpIn = (at: string) => ({
  keys: [{ key: secret(`${at}/keys/key`), passphrase: secret(`${at}/keys/passphrase`) }],
  signers: [secret(`${at}/signers`)],
});
const pgpOut = (at: string) => ({
  recipients: [secret(`${at}/recipients`)],
  sign: { key: secret(`${at}/sign/key`), passphrase: secret(`${at}/sign/passphrase`) },
});
const login = (at: string) => ({
  host: "127.0.0.1",
  port: 1,
  connectWithin: "500ms",
  user: "supplier",
  hostKey: `SHA256:${"A".repeat(43)}`,
  key: secret(`${at}/key`),
  passphrase: secret(`${at}/passphrase`),
  password: secret(`${at}/password`),
  agent: secret(`${at}/agent`),
});

const config = {
  participant: { role: "X", id: "SUPP" },
  pgp: pgpIn("pgp"),
  http: { tls: { certificate: "busbar.pem", key: secret("http/tls/key") } },
  notices: {
    contacts: {
      pager: {
        webhook: {
          url: "https://127.0.0.1:1/",
          secret: secret("notices/contacts/*/webhook/secret"),
        },
      },
    },
  },
  channels: {
    "folder-in": {
      path: "inbox",
      steady: "50ms",
      poll: "100ms",
      pgp: pgpIn("channels/folder-in/pgp"),
    },
    "folder-out": {
      direction: "out",
      path: "outbox",
      flows: ["D0148"],
      pgp: pgpOut("channels/folder-out/pgp"),
    },
    "sftp-in": {
      kind: "sftp",
      direction: "in",
      folder: "/outgoing",
      taken: "delete",
      ...login("channels/sftp-in"),
      pgp: pgpIn("channels/sftp-in/pgp"),
    },
    "sftp-out": {
      kind: "sftp",
      direction: "out",
      path: "/incoming",
      ...login("channels/sftp-out"),
      pgp: pgpOut("channels/sftp-out/pgp"),
    },
    smtp: {
      kind: "smtp",
      host: "127.0.0.1",
      port: 1,
      from: "a@example.com",
      user: "u",
      answerWithin: "500ms",
      password: secret("channels/smtp/password"),
    },
    webhook: {
      kind: "webhook",
      url: "https://127.0.0.1:1/",
      private: true,
      secret: secret("channels/webhook/secret"),
    },
  },
};

const place = makePlace(secrets);
const { begin } = daemonsIn(place);
beforeAll(async () => {
  for (const name of ["inbox", "outbox", "units", "var"]) mkdirSync(join(place.folder, name));
  // A store with something in it, made before the secrets are there.
  writeFileSync(join(place.folder, "busbar.yaml"), "channels: { inbox: { path: inbox } }\n");
  const taken = await place.busbar("ingest", place.write(goodFile(1)));
  expect(taken).toMatchObject({ code: 0 });
  writeFileSync(join(place.folder, "busbar.yaml"), stringify(config));
});
afterAll(() => place.remove());

/** Places of the schema at which a secret may be named. */
function secretPlaces(node: z.core.JSONSchema.BaseSchema | boolean, path: string): string[] {
  if (typeof node === "boolean") return [];
  const choices = node.anyOf ?? node.oneOf ?? [];
  const isSecret = choices.some(
    (one) => typeof one === "object" && "credential" in (one.properties ?? {}),
  );
  if (isSecret) return [path];
  const isChannel = path === "channels/*";
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([name, below]) =>
      secretPlaces(below, `${path}/${name}`.replace(/^\//, "")),
    ),
    ...[node.items ?? []].flat().flatMap((below) => secretPlaces(below, path)),
    ...(node.additionalProperties === undefined
      ? []
      : secretPlaces(node.additionalProperties, `${path}/*`)),
    ...choices.flatMap((below, at) =>
      secretPlaces(below, isChannel ? `channels/${kinds[at]}` : path),
    ),
  ];
}

/** Places of a configuration at which one is named. */
function plantedPlaces(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("env" in value) return [path];
  if (Array.isArray(value)) return value.flatMap((one) => plantedPlaces(one, path));
  return Object.entries(value).flatMap(([name, below]) =>
    plantedPlaces(below, `${path}/${path === "notices/contacts" ? "*" : name}`.replace(/^\//, "")),
  );
}

test("a secret is planted wherever the configuration may name one", () => {
  const nameable = [...new Set(secretPlaces(configJsonSchema(), ""))];
  expect(nameable.length).toBeGreaterThan(20);
  expect(plantedPlaces(config, "").toSorted()).toEqual(nameable.toSorted());
});

test("one that is in the configuration in clear is refused wherever it is, and not repeated", () => {
  // Keys of others are no secret.
  const isPublic = (name: string) => /recipients|signers/.test(places[name] ?? "");
  const inClear = (_: string, value: unknown) => {
    if (typeof value !== "object" || value === null || !("env" in value)) return value;
    return isPublic(String(value.env)) ? value : mark;
  };
  const text = stringify(JSON.parse(JSON.stringify(config), inClear));
  const read = readSettings(parseSource(text));
  const messages = read.ok ? [] : read.problems.map(({ message }) => message);
  expect(messages.length).toBeGreaterThan(15);
  expect(messages.filter((message) => message.includes(mark))).toEqual([]);
});

/** Commands that do not end by themselves, or read standard input: they are tried by themselves. */
const others = ["run", "simulate", "user add"];

/** What stands for an argument. */
const stands: Record<string, string> = {
  file: "busbar.yaml",
  dir: "units/restored",
  stage: "intake",
  name: "sftp-in",
  channel: "sftp-out",
  shell: "bash",
  flow: "D0010",
  code: "GROUP_COUNT",
};

test("no command prints a secret, nor does a backup hold one", async () => {
  const leaves = programShapes().filter(
    ({ below, words }) => below.length === 0 && !others.includes(words),
  );
  const said: { readonly command: string; readonly text: string; readonly code: number }[] = [];
  const ask = async (...words: string[]) => {
    const { code, stdout, stderr } = await place.busbar(...words);
    said.push({ command: words.join(" "), text: stdout + stderr, code });
  };
  for (const { words, arguments: values, options } of leaves) {
    const path =
      words === "service install"
        ? ["--print"]
        : words.startsWith("service ")
          ? ["--folder", "units"]
          : [];
    const given = values.map(({ shown }) => stands[shown.replaceAll(/[<>[\].]/g, "")] ?? "1");
    const backup = words === "backup" ? ["whole.tar.zst"] : given;
    const reason = options.some(({ names }) => names.includes("--reason"))
      ? ["--reason", "a test"]
      : [];
    const json = options.some(({ names }) => names.includes("--json")) ? ["--json"] : [];
    await ask(...words.split(" "), ...backup, ...reason, ...path, ...json);
  }
  const added = spawnSync(process.execPath, [mainFile, "user", "add", "olga", "--role", "viewer"], {
    cwd: place.folder,
    env: { ...process.env, ...secrets },
    input: `${mark} is long enough`,
    encoding: "utf8",
  });
  expect(added.status).toBe(0);
  said.push({ command: "user add", text: added.stdout + added.stderr, code: 0 });
  for (const name of kinds) await ask("channel", "check", name);
  await ask("doctor");
  await ask("status");
  expect(said.filter(({ text }) => text.includes(mark))).toEqual([]);
  expect(readFileSync(join(place.folder, "whole.tar.zst")).includes(mark)).toBe(false);
});

test("the daemon logs no secret, whatever it cannot log in with", async () => {
  const variables = Object.entries(secrets).map(([name, value]) => `${name}=${value}`);
  const daemon = begin({
    command: "env",
    words: [...variables, process.execPath, mainFile, "run"],
  });
  // Its keys are looked at, and partners are called.
  for (const told of ['"about":"sftp-out"', '"event":"inbox-lost"', '"event":"delivery-waits"'])
    await until(`the daemon tells ${told}`, () => daemon.said().includes(told));
  await stopped(daemon.child, "SIGTERM");
  expect(daemon.said()).not.toContain(mark);
  const files = readdirSync(place.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => readFileSync(file).includes(mark))).toEqual([]);
});
