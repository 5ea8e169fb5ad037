import type { ItemLookup } from "../../catalogue/load/resolve-item.ts";
import { checkJsonEvent } from "./check-json-event.ts";
import { checkTable } from "./check-table.ts";
import { checkTree } from "./check-tree.ts";
import type { WrittenDefinition } from "./definition-schema.ts";
import type { Mistake, Report } from "./mistake.ts";

/** Everything in a definition of the right form that does not fit together, or fits no file. */
export function checkWritten(written: WrittenDefinition, items: ItemLookup): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const report: Report = (path, message) => {
    mistakes.push({ path, message });
  };
  switch (written.family) {
    case "headed-csv":
      checkTable(written, items, report);
      break;
    case "json-event":
      checkJsonEvent(written, report);
      break;
    default:
      checkTree(written, items, report);
  }
  return mistakes;
}
