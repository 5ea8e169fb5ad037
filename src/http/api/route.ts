import { z } from "zod";
import type { OpenInstallation } from "../../app/installation/open-installation.ts";
import type { Role } from "../../core/access/access.ts";
import type { Who } from "../access/who.ts";

/** Below which all addresses of the API lie. */
export const apiRoot = "/api/v1";

/** What a route is given beside what was asked for. */
export interface Asked {
  readonly who: Who;
  readonly requestId: string;
}

/** What a read is asked by: the names in the path, and the query. */
export type Input = Readonly<Record<string, unknown>>;

/** An address of the API that only reads. */
export interface ReadRoute {
  readonly method: "get";
  /** Below the root, with names in braces: `/files/{file}`. */
  readonly path: string;
  /** A heading of the documentation. */
  readonly tag: string;
  /** What it gives, in a sentence. */
  readonly summary: string;
  /** What may be asked, from texts; what it makes is given to `run`. */
  readonly input: z.ZodObject;
  /** What is answered, always. */
  readonly answer: z.ZodType;
  readonly role: Role;
  run(of: OpenInstallation, input: Input, asked: Asked): Promise<object>;
  /** What is another one when what is answered has changed; acts may be bound to it. */
  readonly version?: ((of: OpenInstallation, input: Input) => Promise<string>) | undefined;
}

/** What one writes of a route that reads. */
interface ReadParts<Shape extends z.ZodRawShape, Answer extends z.ZodType> {
  readonly tag: string;
  readonly summary: string;
  readonly input?: Shape;
  readonly answer: Answer;
  readonly role?: Role;
  run(
    of: OpenInstallation,
    input: z.output<z.ZodObject<Shape>>,
    asked: Asked,
  ): Promise<z.output<Answer> & object>;
  version?(of: OpenInstallation, input: z.output<z.ZodObject<Shape>>): Promise<string>;
}

/** Makes a route that reads. */
export function read<Shape extends z.ZodRawShape, Answer extends z.ZodType>(
  path: string,
  parts: ReadParts<Shape, Answer>,
): ReadRoute {
  const { tag, summary, input, answer, role, run, version } = parts;
  const shape = z.strictObject(input ?? ({} as Shape));
  return {
    method: "get",
    path,
    tag,
    summary,
    input: shape as unknown as z.ZodObject,
    answer,
    role: role ?? "viewer",
    run: (of, given, asked) => run(of, given as z.output<z.ZodObject<Shape>>, asked),
    version: version && ((of, given) => version(of, given as z.output<z.ZodObject<Shape>>)),
  };
}
