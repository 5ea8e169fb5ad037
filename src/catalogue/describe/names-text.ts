import type { FlowDefinition } from "../definition.ts";

/** How a flow's files call it and their records, as lines; none where they do as the catalogue does. */
export function namesText({ names }: Pick<FlowDefinition, "names">): readonly string[] {
  if (names === undefined) return [];
  const { fileTypes, transactionTypes, unproved } = names;
  const types =
    transactionTypes.length === 0 ? "" : `, its transactions ${transactionTypes.join(" or ")}`;
  const codes = Object.keys(unproved).join(", ");
  return [
    `Headers call it ${fileTypes.join(" or ")}${types}`,
    ...(codes === ""
      ? []
      : [
          `Codes that no document was seen with, to be set under \`rgma\` in busbar.yaml: ${codes}`,
        ]),
  ];
}
