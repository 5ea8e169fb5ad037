import { registerHooks } from "node:module";
import { extname } from "node:path";

/** What modules of definitions may import by name, and the file beside this folder that stands for it. */
const entries: Readonly<Record<string, string>> = {
  busbar: "../../sdk/busbar",
  "busbar/testing": "../../sdk/testing",
};

let isRegistered = false;

/**
 * Lets modules import `busbar` wherever they lie: it is this very Busbar, whatever is installed beside
 * them, so that there is one of everything.
 */
export function knowOwnName(): void {
  if (isRegistered) return;
  isRegistered = true;
  // The sources run as they are, and compiled.
  const extension = extname(import.meta.filename);
  registerHooks({
    resolve(specifier, context, next) {
      const entry = Object.hasOwn(entries, specifier) ? entries[specifier] : undefined;
      if (entry === undefined) return next(specifier, context);
      return { url: new URL(entry + extension, import.meta.url).href, shortCircuit: true };
    },
  });
}
