import { isoLayout } from "../../catalogue/layout.ts";

/** Where the parts of a layout are in ccyymmddhhmmss. */
const places = {
  yyyy: [0, 4],
  MM: [4, 6],
  dd: [6, 8],
  HH: [8, 10],
  mm: [10, 12],
  ss: [12, 14],
} as const;

/** A moment, given as ccyymmddhhmmss, in a layout (see `catalogue/layout.ts`); ISO 8601 ones are in UTC. */
export function inLayout(moment: string, layout: string): string {
  if (layout === isoLayout) return `${inLayout(moment, "yyyy-MM-ddTHH:mm:ss")}Z`;
  return layout.replaceAll(/yyyy|MM|dd|HH|mm|ss/g, (part) =>
    moment.slice(...places[part as keyof typeof places]),
  );
}
