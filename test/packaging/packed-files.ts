import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What may lie in the package, and nothing else. */
const allowed: readonly RegExp[] = [
  /^(?:LICENSE|ARCHITECTURE\.md|README\.md|CHANGELOG\.md|package\.json)$/,
  /^bin\/busbar$/,
  /^config\/(?:Containerfile|[\w-]+\.(?:yaml|json))$/,
  /^dist\/(?:busbar\.1|.+\.(?:css|js|d\.ts|json|sql))$/,
  /^dist\/console\/assets\/vendor\/(?:htmx|uplot)-LICENSE\.txt$/,
  /^docs\/console\/[\w-]+\.png$/,
  /^docs\/.+\.(?:md|json)$/,
];

/** What shows that tests, sources, secrets or data of an installation came along. */
const forbidden =
  /(?:^|\/)(?:test|tests|src|bench|fixtures|scripts|node_modules|var)\/|\.test\.|\.map$|(?<!\.d)\.ts$|\.(?:db|env|pem|key|asc|log)$|(?:^|\/)\./;

/** Those of the paths that should not be in the package. */
export function strangers(paths: readonly string[]): string[] {
  return paths.filter((path) => !allowed.some((rule) => rule.test(path)) || forbidden.test(path));
}

/** What of the project's folder the list `files` of `package.json` names, and what npm adds by itself. */
export function listedFiles(root: string): string[] {
  const { files } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    files: string[];
  };
  const without = files.filter((one) => one.startsWith("!")).map((one) => one.slice(1));
  const named = files
    .filter((one) => !one.startsWith("!"))
    .flatMap((one) =>
      globSync([one, `${one}/**`], { cwd: root, withFileTypes: true, exclude: without }),
    )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return ["LICENSE", "README.md", "package.json", ...named].toSorted();
}
