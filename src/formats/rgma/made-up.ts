import type { FlowDefinition } from "../../catalogue/definition.ts";
import type { MadeUp } from "../family.ts";

/** Made-up RGMA files say the roles of the flow's first route, by the codes that its headers have for them. */
export const madeUpRgma: MadeUp = {
  envelope: (flow, envelope) => {
    const digits = envelope.fileIdentifier?.replaceAll(/\D/g, "") ?? "1";
    const [from, to] = gasRoles(flow);
    return {
      ...envelope,
      version: null,
      fileIdentifier: digits.padStart(8, "0"),
      from: { ...envelope.from, role: from },
      to: { ...envelope.to, role: to },
      testFlag: null,
    };
  },
  layout: () => null,
};

/** The codes that headers have for the roles of the flow's first route; where no route is known, of a usual one. */
function gasRoles({ routes, names }: FlowDefinition): readonly [from: string, to: string] {
  const code = (role: string | undefined, usual: string) => names?.roles[role ?? ""]?.[0] ?? usual;
  const [from, to] = routes[0] ?? [];
  return [code(from, "SHIP"), code(to, "GT")];
}
