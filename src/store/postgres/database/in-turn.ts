/** What a look at each item gives, one item after another: a transaction answers one statement at a time. */
export async function mapInTurn<Item, Made>(
  items: Iterable<Item>,
  make: (item: Item, place: number) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (const item of items) made.push(await make(item, made.length));
  return made;
}

/** All that looks at each item give, one item after another. */
export async function flatMapInTurn<Item, Made>(
  items: Iterable<Item>,
  make: (item: Item) => Promise<readonly Made[]>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (const item of items) made.push(...(await make(item)));
  return made;
}

/** The items that are wanted, asked one after another. */
export async function filterInTurn<Item>(
  items: Iterable<Item>,
  isWanted: (item: Item) => Promise<boolean>,
): Promise<Item[]> {
  const wanted: Item[] = [];
  for (const item of items) if (await isWanted(item)) wanted.push(item);
  return wanted;
}

/** Whether something holds of any item; the first one ends the look. */
export async function someInTurn<Item>(
  items: Iterable<Item>,
  holds: (item: Item) => Promise<boolean>,
): Promise<boolean> {
  for (const item of items) if (await holds(item)) return true;
  return false;
}
