import { expect, it } from "vitest";
import { toldOf } from "./told-of.ts";

const cases = [
  ["await session.store.files.get(1);", "uses session.store"],
  ["const { config, store } = session;", "takes the store out of something"],
  ["(async ({ store }) => store.holds.list())(session);", "takes the store out of something"],
  ['import { storeAt } from "../store/open.ts";\nstoreAt("");', "imports ../store/open.ts"],
  ['import { userInfo } from "node:os";', "asks the system who is there"],
  [
    `function long(context: CommandContext): Promise<ExitCode> {${"\n".repeat(22)}}`,
    "long has 21 lines",
  ],
  [
    "export async function change(of: Store, by: ChangedBy) { await of.change(by); }",
    "change takes `by` without whoAndWhy",
  ],
] as const;

const types =
  'import type { Store } from "../store/port/store.ts";\nexport type One = Store;\nsay(config.store);';
const told = toldOf("scripts/check-commands.ts", [...cases.map(([source]) => source), types]);

it.each(cases.map((one, number) => [...one, told[number]] as const))(
  "what does is found: %s",
  (_, what, lines) => {
    expect(lines?.join("\n")).toContain(what);
  },
);

it("types of it, and the path of it, are not", () => {
  expect(told.at(-1)).toEqual([]);
});
