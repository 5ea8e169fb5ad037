/** Draws each table that asks for it above itself: its first column are the days, every other one bars or a line. */

const dashes = [[], [6, 4], [2, 3], [10, 4, 2, 4], [1, 4], [8, 8]];
const dayS = 86_400;
/** Few days are drawn as bars, side by side: a line through one or two points shows nothing. */
const mostDaysOfBars = 14;
/** What a state of files is drawn in; whatever else a column counts has the colour of its place. */
const tones = {
  recorded: "--good",
  duplicate: "--soft",
  conflict: "--warn",
  rejected: "--bad",
  "awaiting release": "--link",
  withdrawn: "--ink",
};

for (const table of document.querySelectorAll("table[data-chart]")) draw(table);

function draw(table) {
  const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
  const rows = everyDay(
    [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim())),
  );
  const days = rows.map(([day]) => Date.parse(`${day}T00:00:00Z`) / 1000);
  const lines = heads.slice(1).map((_, at) => rows.map((row) => Number(row[at + 1])));
  const place = document.createElement("div");
  place.className = "chart";
  // The table below says the same in numbers: to readers of screens the picture is nothing more.
  place.setAttribute("aria-hidden", "true");
  table.closest(".scroll").before(place);
  const resolved = (name) => {
    const probe = document.createElement("span");
    probe.style.color = `var(${name}, CanvasText)`;
    place.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  };
  const shape = days.length > mostDaysOfBars ? asLines(days, lines) : asBars(days, lines);
  const axis = {
    stroke: resolved("--soft"),
    grid: { stroke: resolved("--line"), width: 1 },
    ticks: { stroke: resolved("--line"), width: 1 },
  };
  const options = {
    width: place.clientWidth,
    height: 240,
    cursor: { drag: { x: shape.canZoom, y: false } },
    scales: {
      x: { time: false, ...shape.scale },
      y: { range: (_, __, most) => [0, Math.max(1, most * 1.05)] },
    },
    axes: [
      {
        ...axis,
        size: 56,
        splits: ({ width }, _, from, to) => someDays(days, width, from, to),
        values: (_, splits) => splits.map(dayText),
      },
      { ...axis, size: 64, incrs: wholeSteps() },
    ],
    series: [
      { label: heads[0], value: (_, __, ___, at) => (at === null ? "" : rows[shape.dayAt(at)][0]) },
      ...heads.slice(1).map((label, at) => {
        const colour = resolved(tones[label] ?? `--line-${(at % dashes.length) + 1}`);
        return {
          label,
          stroke: colour,
          value: (_, __, ___, idx) => (idx === null ? "" : lines[at][shape.dayAt(idx)]),
          ...shape.series(at, colour),
        };
      }),
    ],
  };
  const chart = new uPlot(options, shape.data, place);
  new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height: 240 })).observe(place);
}

/** A bar for each column at each day, beside one another. */
function asBars(days, lines) {
  const many = lines.length;
  const step = 0.8 / many;
  // Of one day or two the bars would stand far apart in a picture of that time alone.
  const margin = Math.max(0.7, (7 - days.length) / 2) * dayS;
  // The width of a bar is a part of the time between two days, or of all that is shown where there is one.
  const whole = days.length > 1 ? dayS : 2 * margin;
  const placeOf = (at) => (at - (many - 1) / 2) * step * dayS;
  return {
    data: [
      days.flatMap((day) => lines.map((_, at) => day + placeOf(at))),
      ...lines.map((line, own) =>
        line.flatMap((number) => lines.map((_, at) => (at === own ? number : undefined))),
      ),
    ],
    scale: { range: () => [days[0] - margin, days.at(-1) + margin] },
    canZoom: false,
    dayAt: (at) => Math.floor(at / many),
    series: (_, colour) => ({
      fill: colour,
      width: 0,
      points: { show: false },
      paths: uPlot.paths.bars({ size: [(step * 0.9 * dayS) / whole, 48] }),
    }),
  };
}

function asLines(days, lines) {
  return {
    data: [days, ...lines],
    scale: {},
    canZoom: true,
    dayAt: (at) => at,
    series: (at) => ({
      width: 2,
      dash: dashes[at % dashes.length],
      points: { show: days.length < 40 },
    }),
  };
}

/** Days that are named below the chart: as many as have room. */
function someDays(days, width, from, to) {
  const seen = days.filter((day) => day >= from && day <= to);
  const every = Math.ceil((seen.length * 80) / Math.max(80, width - 80));
  return seen.filter((_, at) => at % every === 0);
}

/** Steps of an axis of counts: nothing comes in halves. */
function wholeSteps() {
  return Array.from({ length: 12 }, (_, power) => [1, 2, 5].map((one) => one * 10 ** power)).flat();
}

/** The rows from the first day to the last; of days that have none all is 0. */
function everyDay(rows) {
  const known = new Map(rows.map((row) => [row[0], row]));
  const sorted = [...known.keys()].sort();
  const nothing = (rows[0] ?? []).slice(1).map(() => "0");
  const days = [];
  for (let at = Date.parse(sorted[0]); at <= Date.parse(sorted.at(-1)); at += dayS * 1000) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.push(known.get(day) ?? [day, ...nothing]);
  }
  return days;
}

/** A day without its year, which stands below the first and wherever another begins. */
function dayText(seconds, at, all) {
  const day = new Date(seconds * 1000);
  const text = day.toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
  const year = day.getUTCFullYear();
  const isNew = at === 0 || new Date(all[at - 1] * 1000).getUTCFullYear() !== year;
  return isNew ? `${text}\n${year}` : text;
}
