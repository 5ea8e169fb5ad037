import type { ItemLookup } from "../../catalogue/load/resolve-item.ts";
import { findSubject } from "../../catalogue/message-groups.ts";
import type { FamilyForm } from "../../catalogue/tree-family.ts";
import { treeRow } from "../tree-rows.ts";
import { checkFormatted } from "./check-format.ts";
import type { Path, Report } from "./mistake.ts";
import { nestLevels, type PlacedGroup } from "./nest-levels.ts";
import type { WrittenGroup, WrittenTree } from "./tree-schema.ts";

/** Reports what of a flow of records does not fit together, or fits no file of its family. */
export function checkTree(written: WrittenTree, items: ItemLookup, report: Report): void {
  const form = treeRow(written.family).form;
  const { flow, version, family } = written;
  if (!form.flow.pattern.test(flow))
    report(["flow"], `"${flow}" names no ${family} flow: it ${form.flow.say}`);
  if (form.version !== null && !form.version.pattern.test(version))
    report(["version"], `"${version}" is no version of a ${family} flow: it ${form.version.say}`);
  checkRules(written, form, report);
  const roots = nestLevels(written.groups, report);
  for (const root of roots) checkGroup(root, { flow, form, items, report, message: null });
}

function checkRules({ family, rules = {} }: WrittenTree, form: FamilyForm, report: Report): void {
  for (const [rule, choices] of Object.entries(form.rules)) {
    const found = Object.entries(rules).find(([name]) => name === rule)?.[1];
    const isChoice = choices.some((choice) => choice === found);
    if (found === undefined || isChoice) continue;
    const names = choices.map((choice) => (choice === "\t" ? "tab" : choice)).join(" or ");
    const only = choices.length === 1 ? "; leave it out" : "";
    report(
      ["rules", rule],
      `cannot be ${JSON.stringify(found)} for ${family} files: it must be ${names}${only}`,
    );
  }
}

/** What a group is looked at with. */
interface Around {
  readonly flow: string;
  readonly form: FamilyForm;
  readonly items: ItemLookup;
  readonly report: Report;
  /** The group above that is the message; null where none is yet. */
  readonly message: WrittenGroup | null;
}

function checkGroup({ group, path, below }: PlacedGroup, around: Around): void {
  const { form, items, report, flow } = around;
  if (form.taken.includes(group.code))
    report(
      [...path, "code"],
      `${group.code} is a header or a trailer: no other record has that code`,
    );
  checkCounts(group, path, report);
  for (const [index, field] of group.fields.entries())
    checkFormatted(field, [...path, "fields", index], items, report);
  checkMarks(group, path, around);
  const isMessage = group.message === true || findSubject(flow, group) !== null;
  const message = around.message ?? (isMessage ? group : null);
  for (const child of below) checkGroup(child, { ...around, message });
}

function checkCounts({ min, max, counts = [] }: WrittenGroup, path: Path, report: Report): void {
  if (max !== undefined && max < min)
    report([...path, "max"], `is ${max}, which is less than min, ${min}`);
  else
    for (const [index, count] of counts.entries())
      if (count < min || (max !== undefined && count > max))
        report(
          [...path, "counts", index],
          `is ${count}, which is not from min, ${min}, to max, ${max ?? "without limit"}`,
        );
}

/** Messages hold no messages, and each is about one thing: a second mark would count for nothing. */
function checkMarks(group: WrittenGroup, path: Path, { message, report }: Around): void {
  const marked = [...group.fields.entries()].filter(([, { subject }]) => subject !== undefined);
  const [first, ...others] = marked.map(([index]) => [...path, "fields", index, "subject"]);
  for (const place of others)
    report(place, `a field before it says what ${group.code} is about; mark one of them`);
  if (message === null) return;
  const taken = `the record ${message.code} above it is the message already; mark one of them`;
  if (first !== undefined) report(first, taken);
  if (group.message === true) report([...path, "message"], taken);
}
