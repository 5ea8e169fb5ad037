/**
 * The name of a column, member or field in words, as catalogues write names: `order_number`,
 * `orderNumber` and `ORDER_NUMBER` are `Order Number`.
 */
export function spokenName(name: string): string {
  const isCapital = !/[a-z]/.test(name);
  return (isCapital ? name.toLowerCase() : name)
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .replaceAll(/([a-z])(\d)/g, "$1 $2")
    .replaceAll(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .replaceAll(
      /(^| )([a-z])/g,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
}
