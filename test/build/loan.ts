import { action } from "../../src/core/define/action.ts";
import { condition } from "../../src/core/define/condition.ts";
import { type DeadlinePassed, deadline } from "../../src/core/define/deadline.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import { deadlineEvent, type EventOf, flowEvent } from "../../src/core/define/event-type.ts";
import { handleWithData, joinsOrIgnores, joinsOrWaits, opens } from "../../src/core/define/take.ts";

/** A message of a library: what happened to a book that is lent. */
export interface Slip {
  readonly what: "lent" | "prolonged" | "returned" | "seen";
  /** Day it is due back, for `lent` and `prolonged`; milliseconds since 1970 as text. */
  readonly dueBack?: string;
  /** Whether the reader wants to be reminded, for `lent`. */
  readonly reminders?: string;
}

/** The loan of a book, so far as its events tell. */
export interface Loan {
  readonly book: string;
  readonly dueBack: number | null;
  readonly wantsReminders: boolean;
  readonly returned: boolean;
  readonly overdue: readonly number[];
  readonly told: readonly string[];
}

const events = {
  BOOK_LENT: flowEvent<Slip>("Book lent"),
  LOAN_PROLONGED: flowEvent<Slip>("Loan prolonged"),
  BOOK_RETURNED: flowEvent<Slip>("Book returned"),
  LOAN_OVERDUE: deadlineEvent("Loan overdue"),
};

type On<Name extends keyof typeof events> = EventOf<typeof events, Name>;

const isOut = condition(
  "the book is out",
  ({ returned }: Loan) => ({ returned }),
  ({ returned }) => !returned,
);
const wantsReminders = condition(
  "the reader wants reminders",
  ({ wantsReminders }: Loan) => ({ wantsReminders }),
  (seen) => seen.wantsReminders,
);

const remind = action("remind", () => []);
const fine = action("fine", () => []);

function takeDueBack(loan: Loan, { data }: On<"BOOK_LENT"> | On<"LOAN_PROLONGED">): Loan {
  return {
    ...loan,
    dueBack: data.dueBack === undefined ? loan.dueBack : Number(data.dueBack),
    wantsReminders: loan.wantsReminders || data.reminders === "yes",
    told: [...loan.told, data.what],
  };
}

function takeOverdue(loan: Loan, { data }: { data: DeadlinePassed }): Loan {
  return { ...loan, overdue: [...loan.overdue, data.dueAt] };
}

const takes = handleWithData<Slip>(({ subjectKey }, { what }) => {
  const book = subjectKey ?? "";
  if (book === "burnt") throw new Error("nobody lends ashes");
  if (what === "lent") return opens(book, "BOOK_LENT");
  if (what === "prolonged") return joinsOrWaits(book, "LOAN_PROLONGED");
  if (what === "returned") return joinsOrWaits(book, "BOOK_RETURNED");
  return joinsOrIgnores(book, "BOOK_SEEN");
});

/** A small process with everything that a process may have, for tests of the engine. */
export const loan = defineProcess({
  type: "loan",
  version: 1,
  events,
  takes: { D0010: takes },
  begin: (book): Loan => ({
    book,
    dueBack: null,
    wantsReminders: false,
    returned: false,
    overdue: [],
    told: [],
  }),
  status: (state) => (state.returned ? "back" : state.overdue.length > 0 ? "overdue" : "out"),
  deadlines: ({ dueBack, returned }) =>
    dueBack === null || returned ? [] : [deadline("LOAN_OVERDUE", dueBack)],
})
  .on("BOOK_LENT", takeDueBack)
  .on("LOAN_PROLONGED", takeDueBack)
  .on("BOOK_RETURNED", (state, { data }) => ({
    ...state,
    returned: true,
    told: [...state.told, data.what],
  }))
  .on("LOAN_OVERDUE", takeOverdue)
  .act("LOAN_PROLONGED", remind, isOut, wantsReminders)
  .act("LOAN_OVERDUE", fine, isOut);
