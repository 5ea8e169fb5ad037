import { type AuditWanted, listAudit } from "../../app/queries/lists/audit.ts";
import type { AuditEntryView } from "../../app/views/access-view.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { printList } from "../print/list-page.ts";
import type { ListOptions } from "../print/listing.ts";
import type { Column } from "../print/table.ts";
import { withStore } from "../session.ts";

/** `busbar audit`. */
export interface AuditListOptions extends ListOptions, AuditWanted {}

const columns: readonly Column<AuditEntryView>[] = [
  { heading: "ID", align: "right", cell: ({ id }) => id },
  { heading: "AT", cell: ({ at }) => localTime(at) },
  { heading: "WHO", cell: ({ actor }) => actor ?? "nobody known" },
  { heading: "FROM", cell: ({ address }) => address },
  { heading: "ASKED", cell: ({ act }) => act },
  {
    heading: "OUTCOME",
    cell: ({ outcome, code }) => (code === null ? outcome : `${outcome}: ${code}`),
  },
  { heading: "WHY", cell: ({ reason }) => reason ?? "" },
];

/** `busbar audit`: what was asked over HTTP that changes something, and what was refused. */
export function auditList(context: CommandContext, options: AuditListOptions): Promise<ExitCode> {
  return withStore(context, async (session) => {
    await printList(context, options, session, {
      query: listAudit,
      wanted: options,
      shown: columns,
      nothing: "Nothing was asked over HTTP that fits.",
    });
    return exitCode.good;
  });
}
