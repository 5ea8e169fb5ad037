import { readFileSync } from "node:fs";

/** Busbar's own version, from its `package.json`: two folders up from here in `src/` and in `dist/`. */
export function busbarVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
