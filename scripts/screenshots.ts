/**
 * Takes the pictures of the console in `docs/console/`: a real daemon from the sources takes the example files in,
 * an order goes through, and Debian's Chromium looks at ten pages.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { chromium, type Page } from "playwright-core";
import { addPartners, showOrder } from "./demo-order.ts";

const [output = join("docs", "console")] = process.argv.slice(2);
const main = resolve("src/cli/main.ts");
const deadlineMs = 120_000;

const parent = mkdtempSync(join(tmpdir(), "busbar-pictures-"));
const folder = join(parent, "north-site");
const configuration = join(folder, "busbar.yaml");
await run("init", folder);
addPartners(folder);
const daemon = startDaemon();
try {
  dropFixtures();
  await until(
    "the example files are taken in",
    async () =>
      (await run("status", "--json")).includes('"unrouted":0') &&
      (await count("file")) >= dropped(),
  );
  await showOrder({ folder, run, say: () => {} });
  await run("event", "void", "3", "--reason", "sent in error, says the sender");
  await run("stuck", "assign", "--cause", await firstCause(), "--to", "olga");
  await picture();
} finally {
  daemon.kill("SIGTERM");
  await new Promise((ended) => daemon.once("exit", ended));
  rmSync(parent, { recursive: true, force: true });
}

async function picture(): Promise<void> {
  const link = await run("user", "link", "--personal", "--role", "admin", "--name", "olga");
  const address = new URL(link).origin;
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    colorScheme: "light",
  });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole("button", { name: "Log in" }).click();
  mkdirSync(output, { recursive: true });
  const refused = await fileOf("rejected");
  const taken = await fileOf("recorded");
  const order = "/processes/order/SO-20001";
  const views: readonly (readonly [name: string, path: string])[] = [
    ["overview", "/"],
    ["stuck", "/stuck"],
    ["cause", `/stuck/${await firstCause()}`],
    ["files", "/files"],
    ["file", `/files/${taken}`],
    ["refused-file", `/files/${refused}`],
    ["process", order],
    ["process-then", `${order}?clock=known&step=4`],
    ["reports", "/reports?of=event&since=2026-01-01"],
    ["notices", "/notices?all=true"],
  ];
  for (const [name, path] of views) await take(page, address + path, name);
  await browser.close();
}

async function take(page: Page, url: string, name: string): Promise<void> {
  const answer = await page.goto(url);
  if (answer?.status() !== 200) throw new Error(`${url} answers ${answer?.status()}`);
  await page.screenshot({ path: join(output, `${name}.png`) });
  process.stdout.write(`${join(output, `${name}.png`)}\n`);
}

async function fileOf(state: string): Promise<number> {
  const [first = ""] = (
    await run("file", "list", "--state", state, "--flow", "D0010", "--json")
  ).split("\n");
  return (JSON.parse(first) as { readonly id: number }).id;
}

async function firstCause(): Promise<string> {
  const [first = ""] = (await run("stuck", "--json")).split("\n");
  return (JSON.parse(first) as { readonly id: string }).id;
}

async function count(noun: string): Promise<number> {
  return (await run(noun, "list", "--json")).split("\n").filter((line) => line !== "").length;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + deadlineMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not in time: ${what}`);
    await sleep(500);
  }
}

async function run(...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...words], {
    env: { ...process.env, BUSBAR_CONFIG: configuration },
    maxBuffer: 1 << 28,
  });
  return stdout.trimEnd();
}

function startDaemon(): ChildProcess {
  const log = openSync(join(folder, "daemon.log"), "a");
  return spawn(process.execPath, [main, "run", "--config", configuration], {
    stdio: ["ignore", log, log],
  });
}

function fixtures() {
  const entries = readdirSync("fixtures", { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !entry.name.endsWith(".md"));
}

function dropped(): number {
  return fixtures().length;
}

function dropFixtures(): void {
  for (const { parentPath, name } of fixtures())
    copyFileSync(join(parentPath, name), join(folder, "inbox", name));
}
