import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { HttpRouter } from "../../http/context.ts";
import { type VendoredFile, vendoredFiles } from "./vendored.ts";

interface Asset {
  readonly name: string;
  readonly type: VendoredFile["type"];
  readonly bytes: Buffer;
}

const assets: readonly Asset[] = [
  own("console.css", "../console.css", "text/css"),
  own("console.js", "../client/console.js", "text/javascript"),
  own("charts.js", "../client/charts.js", "text/javascript"),
  ...vendoredFiles.map(({ name, from, type }) => ({ name, type, bytes: vendored(name, from) })),
];

/** The address of an asset, another one when its bytes are others: browsers may keep it for ever. */
export function assetPath(name: string): string {
  const path = paths.get(name);
  if (path === undefined) throw new Error(`there is no asset ${name}`);
  return path;
}

const paths: ReadonlyMap<string, string> = new Map(
  assets.map(({ name, bytes }) => [
    name,
    `/assets/${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}/${name}`,
  ]),
);

/** Adds the addresses of style sheets and scripts. */
export function addAssets(router: HttpRouter): void {
  for (const { name, type, bytes } of assets)
    router.get(assetPath(name), (c) =>
      c.body(Uint8Array.from(bytes), 200, {
        "Content-Type": `${type}; charset=utf-8`,
        "Cache-Control": "max-age=31536000, immutable",
      }),
    );
}

function own(name: string, path: string, type: Asset["type"]): Asset {
  return { name, type, bytes: readFileSync(new URL(path, import.meta.url)) };
}

/** The build lays them beside this module; where the sources run they lie in their packages. */
function vendored(name: string, from: string): Buffer {
  const built = new URL(`./vendor/${name}`, import.meta.url);
  if (existsSync(built)) return readFileSync(built);
  return readFileSync(createRequire(import.meta.url).resolve(from));
}
