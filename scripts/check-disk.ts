/**
 * Checks that files are opened and written in `src/disk` alone, which follows no links, waits for no pipe
 * and writes over nothing. Prints each other place and exits 1. With words, checks those files instead.
 */
import { globSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

/** What opens or writes by a plain path. */
const blind = new Set([
  "appendFile",
  "appendFileSync",
  "copyFile",
  "copyFileSync",
  "cp",
  "cpSync",
  "createReadStream",
  "createWriteStream",
  "open",
  "openAsBlob",
  "openSync",
  "readFile",
  "readFileSync",
  "truncate",
  "truncateSync",
  "writeFile",
  "writeFileSync",
]);

/** Files that may, and why nobody else can put anything in the way there, or why a link is meant. */
const allowed: Readonly<Record<string, string>> = {
  "src/config/load-config.ts": "the configuration: a person names it, maybe by a link or a pipe",
  "src/config/secret-source.ts": "a secret: configured, and systems keep secrets behind links",
  "src/config/calendar-file.ts": "configured, read at the start",
  "src/channels/smtp/mail-session.ts": "certificates: configured, and kept behind links by systems",
  "src/http/server/listen.ts": "the certificate: configured, and kept behind links by systems",
  "src/catalogue/load/read-file.ts": "definitions: shipped or configured",
  "src/definitions/user/read-definition-file.ts": "configured, read at the start",
  "src/app/commands/channel/server-keys.ts": "the configuration",
  "src/cli/file/file-bytes.ts": "a person names it for one command, maybe a link or a pipe",
  "src/app/queries/flows/problem-pages.ts": "shipped with Busbar",
  "src/console/assets/assets.ts": "shipped with Busbar",
  "src/disk/version.ts": "shipped with Busbar",
  "src/store/sqlite/database/migrate.ts": "shipped with Busbar",
  "src/store/postgres/database/migrate.ts": "shipped with Busbar",
  "src/packed/gzip.ts": "a blob, checked when it was stored, in a folder of Busbar's own",
  "src/packed/pgp/decrypt.ts": "a blob, checked when it was stored, in a folder of Busbar's own",
};

const fileModules = new Set(["node:fs", "node:fs/promises", "fs", "fs/promises"]);

const words = process.argv.slice(2);
const files = words.length > 0 ? words : globSync("src/**/*.ts");
const wrong = files.flatMap(blindIn);
if (words.length === 0)
  for (const file of Object.keys(allowed))
    if (opensIn(file).length === 0) wrong.push(`${file}: allowed to open files, and opens none`);
for (const line of wrong) process.stdout.write(`${line}\n`);
if (wrong.length === 0)
  process.stdout.write(`${files.length} files, none opens or writes blindly\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;

function blindIn(file: string): string[] {
  if (file.startsWith("src/disk/") || file in allowed) return [];
  return opensIn(file).map((what) => `${file}: ${what}; src/disk opens and writes files safely`);
}

/** What of Node's modules for files it imports that opens or writes; a whole module counts, too. */
function opensIn(file: string): string[] {
  const { module, errors } = parseSync(file, readFileSync(file, "utf8"));
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  return module.staticImports
    .filter(({ moduleRequest }) => fileModules.has(moduleRequest.value))
    .flatMap(({ entries, moduleRequest }) =>
      entries
        .filter(({ isType }) => !isType)
        .map(({ importName }) => importName.name)
        .filter((name) => name === null || name === undefined || blind.has(name))
        .map((name) => `imports ${name ?? "all"} of ${moduleRequest.value}`),
    );
}
