import { serve } from "@hono/node-server";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AskedPlace } from "../http/asked.ts";
import { consolePlace, everyPage } from "./console-place.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

let asked: AskedPlace;
let browser: Browser;
let address: string;
let server: ReturnType<typeof serve>;

beforeAll(async () => {
  if (!nightly) return;
  asked = await consolePlace();
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  await new Promise<void>((resolve) => {
    server = serve({ fetch: asked.app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
      address = `http://127.0.0.1:${port}`;
      resolve();
    });
  });
}, 120_000);

afterAll(async () => {
  if (!nightly) return;
  await browser.close();
  server.close();
  await asked.close();
});

const kinds: readonly (readonly [string, BrowserContextOptions])[] = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { forcedColors: "active" }],
  ["320 pixels wide", { viewport: { width: 320, height: 700 } }],
];

/** What axe finds wrong with a page, each with where. */
interface Findings {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

test.runIf(nightly).each(kinds)(
  "axe finds nothing on any page: %s",
  async (_, options) => {
    const context = await browser.newContext({
      ...options,
      bypassCSP: true,
      extraHTTPHeaders: { Authorization: "Bearer admin" },
    });
    const page = await context.newPage();
    const found: string[] = [];
    for (const [path] of everyPage) {
      await page.goto(address + path);
      await page.evaluate(axe.source);
      const { violations } = (await page.evaluate("axe.run()")) as Findings;
      for (const { id, nodes } of violations)
        found.push(`${path}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" ")}`);
      const isWide = await page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth",
      );
      if (isWide === true) found.push(`${path} is wider than the window`);
    }
    await context.close();
    expect(found).toEqual([]);
  },
  300_000,
);

test.runIf(nightly)(
  "a person finds a refused file and says something of its cause, without scripts and by the policy of the page",
  async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      extraHTTPHeaders: { Authorization: "Bearer operator" },
    });
    const page = await context.newPage();
    await page.goto(`${address}/`);
    await page.getByRole("link", { name: "Stuck", exact: true }).click();
    await page.getByRole("link", { name: /MISSING_TRAILER/ }).click();
    await page.getByLabel("What is to be known").fill("asked the sender for it again");
    await page.getByRole("button", { name: "Note" }).click();
    expect(await page.textContent("main")).toContain("asked the sender for it again");
    await page.getByLabel("Search").fill("D0010_0000000003.uff");
    await page.getByRole("button", { name: "Find" }).click();
    await page
      .getByRole("link", { name: /^file \d+$/ })
      .first()
      .click();
    expect(await page.textContent("h1")).toContain("D0010_0000000003.uff");
    await context.close();
  },
  60_000,
);

test.runIf(nightly)(
  "where scripts run, by the policy of the page: a filter replaces the list alone, charts are drawn, and pages follow what happens",
  async () => {
    const context = await browser.newContext({
      extraHTTPHeaders: { Authorization: "Bearer operator" },
    });
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    await page.goto(`${address}/files`);
    await page.evaluate("document.body.dataset.kept = 'yes'");
    await page.getByLabel("state").selectOption("rejected");
    await page.waitForURL(/state=rejected/);
    await page.getByText("D0010_0000000001.uff").first().waitFor({ state: "detached" });
    expect(await page.getAttribute("body", "data-kept")).toBe("yes");
    expect(await page.textContent("#foot")).toContain("--state rejected");
    await page.goto(`${address}/reports?of=event&since=2020-01-01`);
    await page.locator(".chart canvas").waitFor();
    await page.goto(`${address}/reports`);
    const marks = page.locator(".chart .u-series:has(.u-marker)");
    await marks.first().waitFor();
    for (const [state, colour] of [
      ["recorded", "rgb(26, 107, 54)"],
      ["rejected", "rgb(168, 32, 26)"],
    ] as const)
      expect(
        await marks.filter({ hasText: state }).locator(".u-marker").getAttribute("style"),
      ).toContain(colour);
    await page.goto(`${address}/stuck`);
    await page.getByRole("button", { name: "Live updates: on" }).waitFor();
    const asked = page.waitForRequest(/\/stuck$/);
    await page.evaluate(
      "document.querySelector('[data-hx-sse\\\\:connect]').dispatchEvent(new CustomEvent('changed', { bubbles: true }))",
    );
    await asked;
    await page.getByRole("button", { name: "Live updates: on" }).click();
    await page.getByRole("button", { name: "Live updates: off" }).waitFor();
    await context.close();
    expect(said).toEqual([]);
  },
  60_000,
);

test.runIf(nightly).each([
  ["without scripts", false, 1],
  ["with scripts", true, 2],
] as const)(
  "a person sees what voiding and correcting an event would change, and does it: %s",
  async (_, javaScriptEnabled, event) => {
    const context = await browser.newContext({
      javaScriptEnabled,
      extraHTTPHeaders: { Authorization: "Bearer operator" },
    });
    const page = await context.newPage();
    const main = async () => (await page.textContent("main")) ?? "";
    const see = (form: string) =>
      page
        .getByRole("group", { name: form })
        .getByRole("button", { name: /^See what/ })
        .click();
    const act = async (name: string, reason: string) => {
      await page.getByText("Nothing is changed yet").waitFor();
      await page.getByLabel("Reason").fill(reason);
      await page.getByRole("button", { name }).click();
      await page.waitForURL(`${address}/events/${event}`);
    };
    await page.goto(`${address}/events/${event}`);
    await see("Void");
    expect(await main()).toContain("What would differ");
    await page.getByRole("link", { name: "Back to the event" }).click();
    await page.getByRole("group", { name: "Void" }).waitFor();
    await see("Void");
    await act("Void", "sent in error");
    expect(await main()).toContain("sent in error");
    await see("Take the void back");
    await act("Take the void back", "it was right");
    const data = page.getByLabel("Data (JSON)");
    await data.fill((await data.inputValue()).replace("1042", "2042"));
    await see("Correct");
    expect(await main()).toMatch(/2,?042/);
    await act("Correct", "misread by one digit");
    expect(await main()).toContain("misread by one digit");
    expect(await page.getByLabel("Data (JSON)").inputValue()).toContain("2042");
    await context.close();
  },
  60_000,
);

test.runIf(nightly)(
  "a page is notified that something was recorded",
  async () => {
    const controller = new AbortController();
    const answer = await fetch(`${address}/live`, {
      headers: { Authorization: "Bearer viewer" },
      signal: controller.signal,
    });
    const bytes = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("event: changed")) text += (await bytes?.read())?.value ?? "";
    expect(answer.headers.get("Content-Type")).toBe("text/event-stream");
    controller.abort();
  },
  60_000,
);
