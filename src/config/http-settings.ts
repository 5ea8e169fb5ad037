import { resolve } from "node:path";
import { z } from "zod";
import { resolveSecret, type SecretSource, secretSource } from "./secret-source.ts";
import { shownAs, text } from "./setting-types.ts";

/** How Busbar is reached over HTTP. */
export interface HttpSettings {
  /** The address it listens on, e.g. `127.0.0.1`. */
  readonly host: string;
  /** Null: the usual port, or any free one where that is taken. */
  readonly port: number | null;
  /** Names that it may be called by besides its own address, e.g. `busbar.example.com`. */
  readonly names: readonly string[];
  /** Certificate and key; null: plain HTTP. */
  readonly tls: { readonly certificate: string; readonly key: SecretSource } | null;
  /** Addresses of proxies that end TLS and say who asks. */
  readonly proxies: readonly string[];
}

/** The port where nobody says which. */
export const usualHttpPort = 8640;

const portExpected = "a port, 1 to 65535, or null for the usual one";
const namesExpected = "a list of names, such as [busbar.example.com]";
const proxiesExpected = "a list of addresses of proxies, such as [10.0.0.7]";

const tls = z.strictObject(
  { certificate: text("the file of the certificate"), key: secretSource },
  { error: "settings, such as { certificate: busbar.pem, key: { file: busbar.key } }" },
);

const section = z
  .strictObject(
    {
      host: text("the address to listen on, such as 127.0.0.1").default("127.0.0.1"),
      port: z
        .int({ error: portExpected })
        .min(1, { error: portExpected })
        .max(65_535, { error: portExpected })
        .nullable()
        .default(null),
      names: z
        .array(text("a name such as busbar.example.com"), { error: namesExpected })
        .default([]),
      tls: tls.nullable().default(null),
      proxies: z
        .array(text("the address of a proxy, such as 10.0.0.7"), { error: proxiesExpected })
        .default([]),
    },
    { error: "settings, such as { port: 8640 }, or false" },
  )
  .refine(({ host, tls: own, proxies }) => isLoopback(host) || own !== null || proxies.length > 0, {
    path: ["host"],
    error:
      "an address of this machine alone, such as 127.0.0.1; elsewhere passwords would cross the network in clear, so add tls, or proxies that end TLS",
  });

/** `http` of `busbar.yaml`: settings, or false for none. */
export const httpSettings = shownAs(
  z.unknown().transform((value, context) => {
    if (value === false) return null;
    const read = section.safeParse(value);
    if (read.success) return read.data;
    // What was found is an issue already; its type does not say that it may be passed on.
    context.issues.push(...(read.error.issues as z.core.$ZodRawIssue[]));
    return z.NEVER;
  }),
  () => z.union([section, z.literal(false)]),
);

/** The settings with absolute paths, from the configuration's folder; null: nothing is answered. */
export function resolveHttp(
  settings: z.output<typeof httpSettings>,
  folder: string,
): HttpSettings | null {
  if (settings === null) return null;
  const { tls: own, ...rest } = settings;
  if (own === null) return { ...rest, tls: null };
  const certificate = resolve(folder, own.certificate);
  return { ...rest, tls: { certificate, key: resolveSecret(own.key, folder) } };
}

/** The names of the settings that are allowed below `http`. */
export const httpSettingNames: readonly string[] = ["host", "port", "names", "tls", "proxies"];

/** Whether only programs of this machine reach an address. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
