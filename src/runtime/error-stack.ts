/** What went wrong in somebody's code, with where: the stack when there is one. */
export function errorStack(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.stack ?? `${error.name}: ${error.message}`;
}

/** Where Busbar's own code is. */
const own = pathOf(new URL("..", import.meta.url).pathname);

/** Places as a stack has them: ECMAScript modules by their URL, others by their path. */
const places = /file:\/\/(\/[^\s()]+)|^\s+at (?:.*\()?(\/[^()\n]+)/gm;

/**
 * The first place in the text of an error that is in somebody's own module, e.g. `/srv/return/build.ts:31:12`:
 * not Busbar's, nor that of a package. Null where there is none.
 */
export function ownPlace(text: string): string | null {
  for (const [, url, path = pathOf(url ?? "")] of text.matchAll(places))
    if (!path.startsWith(own) && !path.includes("/node_modules/")) return path;
  return null;
}

/** Whether somebody's own module made the system call, or threw, that the text of an error tells of. */
export function beganInOwnModule(text: string): boolean {
  const [first] = text.matchAll(places);
  const [, url, path = pathOf(url ?? "")] = first ?? [];
  return first !== undefined && !path.startsWith(own) && !path.includes("/node_modules/");
}

function pathOf(url: string): string {
  return url.replaceAll("%20", " ");
}

/** The first line of an error's text, with the place in somebody's own module when there is one. */
export function errorLine(text: string): string {
  const [first = ""] = text.split("\n");
  const place = ownPlace(text);
  return place === null ? first : `${first} (${place})`;
}

/** What to say where the definition of a process type threw, of the error's text. */
export function sayDefinitionThrew(type: string, text: string): string {
  return `the definition of "${type}" threw ${errorLine(text)}`;
}
