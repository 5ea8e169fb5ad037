import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { blocksOf, Desk } from "./guide.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";
const page = "docs/guides/first-use.md";

/** Logs in by a link as its button does, and prints what the pages of the first and the cut file's list say. */
const look = `
const link = new URL((await import("node:fs")).readFileSync("link.txt", "utf8").trim());
const code = link.searchParams.get("code");
const body = new URLSearchParams({ code });
const given = await fetch(new URL("/login", link), { method: "POST", body, redirect: "manual" });
const Cookie = given.headers.get("Set-Cookie").split(";")[0];
for (const path of ["/files", "/files/1", "/stuck"])
  console.log(await (await fetch(new URL(path, link), { headers: { Cookie, Accept: "text/html" } })).text());
`;

test.runIf(nightly)(
  "a new user has the first file in the browser in less than two minutes",
  () => {
    const desk = new Desk();
    try {
      writeFileSync(join(desk.folder, "look.mjs"), look);
      const blocks = blocksOf(page).map((block) => ({
        ...block,
        text: block.text.replace(/^busbar user link.*$/m, "$& > link.txt"),
      }));
      const seen = { language: "sh", name: "", text: `'${process.execPath}' ../look.mjs\n` };
      const begun = performance.now();
      // One more file than before is there.
      const files = "$(busbar file list | grep -c D0010-)";
      const said = desk.runAll(
        [...blocks, seen],
        `[ "${files}" -gt "\${known:-0}" ] && known="${files}"`,
      );
      expect(performance.now() - begun).toBeLessThan(120_000);
      expect(said).toContain("MISSING_TRAILER");
      expect(said).toMatch(/<h1>Files<\/h1>[\s\S]*D0010-first\.usr/);
      expect(said).toContain("<h1>File 1: D0010-first.usr</h1>");
    } finally {
      desk.remove();
    }
  },
  150_000,
);

test("every page that docs/README.md leads to is there, and README.md leads to it", () => {
  const index = readFileSync("docs/README.md", "utf8");
  const links = [...index.matchAll(/\]\(([^)]+)\)/g)].map(([, to = ""]) => join("docs", to));
  expect(links.length).toBeGreaterThan(40);
  expect(links.filter((one) => !existsSync(one))).toEqual([]);
  const first = readFileSync("README.md", "utf8").split("\n## ")[0];
  for (const page of ["docs/README.md", "docs/guides/install.md"])
    expect(first).toContain(`](${page})`);
});

test("every page for users is named in docs/README.md", () => {
  const index = readFileSync("docs/README.md", "utf8");
  const pages = globSync(["*.md", "guides/*.md"], { cwd: "docs", exclude: ["README.md"] });
  expect(pages.length).toBeGreaterThan(40);
  expect(pages.filter((page) => !index.includes(`](${page})`))).toEqual([]);
});
