/** Draws each table that asks for it above itself: its first column are the days, every other one a line. */

const dashes = [[], [6, 4], [2, 3], [10, 4, 2, 4], [1, 4], [8, 8]];

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
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim() || "CanvasText";
  const resolved = (name) => {
    const probe = document.createElement("span");
    probe.style.color = colour(name);
    place.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  };
  const names = ["--link", "--good", "--bad", "--warn", "--soft", "--ink"];
  const axis = {
    stroke: resolved("--soft"),
    grid: { stroke: resolved("--line"), width: 1 },
    ticks: { stroke: resolved("--line"), width: 1 },
  };
  const options = {
    width: place.clientWidth,
    height: 240,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC"),
    scales: { y: { range: (_, __, most) => [0, Math.max(1, most * 1.05)] } },
    axes: [
      { ...axis, values: (_, splits) => splits.map(dayText) },
      { ...axis, size: 64 },
    ],
    series: [
      {
        label: heads[0],
        value: (_, at) => (at === null ? "" : new Date(at * 1000).toISOString().slice(0, 10)),
      },
      ...heads.slice(1).map((label, at) => ({
        label,
        stroke: resolved(names[at % names.length]),
        width: 2,
        dash: dashes[at % dashes.length],
        points: { show: rows.length < 40 },
      })),
    ],
  };
  const chart = new uPlot(options, [days, ...lines], place);
  new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height: 240 })).observe(place);
}

/** The rows from the first day to the last; of days that have none all is 0. */
function everyDay(rows) {
  const known = new Map(rows.map((row) => [row[0], row]));
  const sorted = [...known.keys()].sort();
  const nothing = (rows[0] ?? []).slice(1).map(() => "0");
  const days = [];
  for (let at = Date.parse(sorted[0]); at <= Date.parse(sorted.at(-1)); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.push(known.get(day) ?? [day, ...nothing]);
  }
  return days;
}

function dayText(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
