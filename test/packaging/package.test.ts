import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { listedFiles, strangers } from "./packed-files.ts";

const root = resolve(import.meta.dirname, "../..");
const listed = listedFiles(root);

test("the package holds what runs, its configuration and its documents, and nothing else", () => {
  expect(strangers(listed)).toEqual([]);
  for (const needed of [
    "bin/busbar",
    "CHANGELOG.md",
    "config/Containerfile",
    "config/busbar.yaml",
    "config/compose.yaml",
    "docs/problems/GROUP_COUNT.md",
    "docs/guides/service.md",
  ])
    expect(listed).toContain(needed);
});

test("what would be a stranger in it is known as one", () => {
  const odd = [
    "test/a.test.ts",
    "dist/cli/main.ts",
    "dist/cli/main.js.map",
    "config/partner.key",
    "config/.env",
    "dist/var/busbar.db",
    "docs/id_ed25519",
    ".npmrc",
  ];
  expect(strangers([...odd, "dist/cli/main.js", "dist/sdk/busbar.d.ts"])).toEqual(odd);
});

test("documents in the package link to no file that is left out of it, but for sources", () => {
  const pages = listed.filter((path) => path.endsWith(".md"));
  const here = new Set(listed.flatMap((path) => [path, dirname(path)]));
  const links = pages.flatMap((page) =>
    [
      ...readFileSync(join(root, page), "utf8").matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g),
    ].map(([, link = ""]) => ({ page, path: relative(root, resolve(root, dirname(page), link)) })),
  );
  expect(links.length).toBeGreaterThan(50);
  expect(
    links.filter(
      ({ path }) => !here.has(path) && !/^(?:src|test|bench|scripts|fixtures)\//.test(path),
    ),
  ).toEqual([]);
});

test("npm installs it nowhere by mistake, and asks for a Node that runs it", () => {
  const described: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(described).toMatchObject({
    private: true,
    bin: { busbar: "bin/busbar" },
    // npm links the manual pages of a list, and not one that is named alone.
    man: ["dist/busbar.1"],
    engines: { node: ">=26" },
    // From a lock file npm would compile it, for which a machine needs a compiler and Node's headers.
    allowScripts: { "better-sqlite3": false },
  });
});

test("each module that a thread or a face is loaded from by its place is built at that place", () => {
  const places = globSync("src/**/*.ts", { cwd: root }).flatMap((path) => {
    const text = readFileSync(join(root, path), "utf8");
    const named = [
      ...text.matchAll(/`(\.\.?\/[^`$]+)\$\{(?:extname\(import\.meta\.filename\)|ending)\}`/g),
      ...text.matchAll(/\baddress\("(\.\.?\/[^"]+)"\)/g),
    ];
    return named.map(([, place = ""]) => `${join(dirname(path), place)}.js`);
  });
  expect(places.length).toBeGreaterThan(4);
  expect(places.filter((place) => !existsSync(join(root, place.replace(/^src/, "dist"))))).toEqual(
    [],
  );
});
