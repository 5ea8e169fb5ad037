import type { Face } from "../context.ts";
import type { FacePlace } from "./reader-messages.ts";

/** Loads a face from where it is. */
export async function faceAt({ module, name }: FacePlace): Promise<Face> {
  const loaded = (await import(module)) as Readonly<Record<string, Face>>;
  const face = loaded[name];
  if (face === undefined) throw new Error(`${module} has no ${name}`);
  return face;
}
