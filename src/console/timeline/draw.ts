import { html } from "hono/html";
import { durationText } from "../../core/text/duration-text.ts";
import { localTime } from "../../runtime/local-time.ts";
import { type Html, noHtml, shown, when } from "../html/text.ts";
import { type Entry, type Lane, lanes, momentBy, type ProcessClock } from "./entry.ts";
import { type Axis, timeAxis } from "./lay-out.ts";

const labelWidth = 92;
const laneHeight = 44;
/** How far apart things of one lane and moment lie, and how many are drawn before the rest is counted. */
const rowHeight = 20;
const mostRows = 6;
const headHeight = 34;
const radius = 8;

/** Draws what happened to a process by one of its clocks, with a line at the moment that is looked at. */
export function timelinePicture(
  entries: readonly Entry[],
  clock: ProcessClock,
  at: number | null,
): Html {
  const axis = timeAxis(entries.map((entry) => momentBy(clock, entry)));
  const used = lanes.filter((lane) => entries.some((entry) => entry.lane === lane));
  const rows = stacked(entries, clock);
  const places = lanePlaces(used, rows);
  const bottom = places.bottom;
  const height = bottom + 8;
  const width = labelWidth + axis.width;
  return html`<div class="scroll" role="region" aria-label="time line" tabindex="0"><svg class="timeline" role="img" aria-label="Time line by the moment that things were ${clock}; the table below says the same" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
${used.map((lane) => laneOf(lane, places.top(lane), width))}
${axis.idle.map(
  ({ x, width: wide, ms }) =>
    html`<g class="idle"><rect x="${labelWidth + x + 10}" y="${headHeight}" width="${wide - 20}" height="${bottom - headHeight}"></rect><text x="${labelWidth + x + wide / 2}" y="${headHeight - 6}" text-anchor="middle">${durationText(ms)}</text></g>`,
)}
${dayMarks(axis)}
${entries.map((entry) => foldLine(entry, entries, { axis, clock, places }))}
${rows.map(([entry, nth]) => (nth < mostRows ? mark(entry, nth, { axis, clock, places }) : noHtml))}
${hidden(rows, { axis, clock, places })}
${at === null ? noHtml : html`<line class="now" x1="${labelWidth + axis.x(at)}" x2="${labelWidth + axis.x(at)}" y1="${headHeight - 14}" y2="${height}"></line>`}
</svg></div>`;
}

/** Where lanes begin from top to bottom: one is as high as the most that is drawn at one moment of it. */
interface LanePlaces {
  readonly bottom: number;
  top(lane: Lane): number;
}

function lanePlaces(
  used: readonly Lane[],
  rows: readonly (readonly [Entry, number])[],
): LanePlaces {
  const tops = new Map<Lane, number>();
  let y = headHeight;
  for (const lane of used) {
    tops.set(lane, y);
    const most = Math.max(
      0,
      ...rows.filter(([entry]) => entry.lane === lane).map(([, nth]) => nth),
    );
    y += laneHeight + Math.min(most, mostRows) * rowHeight;
  }
  return { bottom: y, top: (lane) => tops.get(lane) ?? headHeight };
}

function laneOf(lane: Lane, y: number, width: number): Html {
  return html`<g class="lane"><line x1="0" x2="${width}" y1="${y}" y2="${y}"></line><text x="4" y="${y + laneHeight / 2 + 4}">${lane}</text></g>`;
}

/** The day is written above the first moment of each. */
function dayMarks(axis: Axis): Html {
  let day = "";
  let free = 0;
  return html`${axis.moments.map((at) => {
    const own = localTime(at).slice(0, 10);
    const x = axis.x(at);
    if (own === day || x < free) return noHtml;
    day = own;
    free = x + 76;
    return html`<text class="day" x="${labelWidth + x - radius}" y="12">${own}</text>`;
  })}`;
}

interface Drawing {
  readonly axis: Axis;
  readonly clock: ProcessClock;
  readonly places: LanePlaces;
}

/** Entries of one lane and moment lie one below the other. */
function stacked(entries: readonly Entry[], clock: ProcessClock): (readonly [Entry, number])[] {
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const key = `${entry.lane} ${momentBy(clock, entry)}`;
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    return [entry, nth] as const;
  });
}

function center(entry: Entry, { axis, clock, places }: Drawing): readonly [number, number] {
  const x = labelWidth + axis.x(momentBy(clock, entry));
  return [x, places.top(entry.lane) + laneHeight / 2];
}

/** How many more there are at a moment of a lane than are drawn. */
function hidden(rows: readonly (readonly [Entry, number])[], drawing: Drawing): Html {
  const most = new Map<string, readonly [Entry, number]>();
  for (const row of rows)
    if (row[1] >= mostRows) most.set(`${row[0].lane} ${momentBy(drawing.clock, row[0])}`, row);
  return html`${[...most.values()].map(([entry, nth]) => {
    const [x, middle] = center(entry, drawing);
    return html`<text class="more" x="${x}" y="${middle + mostRows * rowHeight + 4}" text-anchor="middle">+${nth - mostRows + 1}</text>`;
  })}`;
}

/** A late event is joined to the one that it takes its place before. */
function foldLine(entry: Entry, entries: readonly Entry[], drawing: Drawing): Html {
  const target = entry.foldsBefore === null ? undefined : entries[entry.foldsBefore];
  if (target === undefined || drawing.clock === "sent") return noHtml;
  const [x1, y1] = center(entry, drawing);
  const [x2, y2] = center(target, drawing);
  return html`<path class="fold" d="M ${x1} ${y1 - radius} C ${x1} ${y1 - 26}, ${x2} ${y2 - 26}, ${x2} ${y2 - radius}"></path>`;
}

function mark(entry: Entry, nth: number, drawing: Drawing): Html {
  const [x, middle] = center(entry, drawing);
  const y = middle + nth * rowHeight;
  const shape =
    entry.lane === "Files in" || entry.lane === "Files out"
      ? html`<rect x="${x - 7}" y="${y - 9}" width="14" height="18" rx="2"></rect>`
      : entry.lane === "Deadlines"
        ? html`<path d="M ${x} ${y - 9} L ${x + 9} ${y} L ${x} ${y + 9} L ${x - 9} ${y} Z"></path>`
        : html`<circle cx="${x}" cy="${y}" r="${radius}"></circle>`;
  const kind = entry.lane.toLowerCase().replace(" ", "-");
  const body = html`<g class="mark ${kind} ${entry.mark ?? ""}"><title>${shown(entry.title)}: sent ${localTime(entry.sentAt)}, known ${localTime(entry.knownAt)}${when(entry.mark !== null, () => html` (${entry.mark ?? ""})`)}</title>${shape}${when(entry.mark === "void", () => html`<line x1="${x - 9}" y1="${y + 9}" x2="${x + 9}" y2="${y - 9}"></line>`)}</g>`;
  return entry.path === null ? body : html`<a href="${entry.path}">${body}</a>`;
}
