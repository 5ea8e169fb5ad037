/**
 * The configuration that a command means: the one named, else `$BUSBAR_CONFIG`, else `busbar.yaml`
 * in the folder it is run in.
 */
export function findConfig(
  named: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  return named ?? (environment["BUSBAR_CONFIG"] || "busbar.yaml");
}
