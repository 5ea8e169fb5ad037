/**
 * What pages do more where scripts run: they follow what happens until that is switched off or nobody is there, and
 * the search box is reached by a key. Everything else is in the pages themselves.
 */

const key = "busbar-live";
/** Nobody who looks touches nothing for so long: the page stops asking, so that the log-in can end. */
const restMs = 15 * 60_000;

let isLive = sessionStorage.getItem(key) !== "off";
let touchedAt = Date.now();

for (const kind of ["pointerdown", "keydown", "wheel"])
  addEventListener(
    kind,
    () => {
      touchedAt = Date.now();
    },
    { passive: true },
  );

const button = document.createElement("button");
button.type = "button";
button.addEventListener("click", () => {
  isLive = !isLive;
  sessionStorage.setItem(key, isLive ? "on" : "off");
  name();
});
function name() {
  button.textContent = isLive ? "Live updates: on" : "Live updates: off";
  button.setAttribute("aria-pressed", String(isLive));
}
name();
document.getElementById("live-switch")?.append(button);

document.addEventListener("htmx:sse:before:message", (event) => {
  if (!isLive || Date.now() - touchedAt > restMs) event.preventDefault();
});

/** A page that is refused, or the one to log in on, is shown as itself and not put into another. */
document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = event.detail;
  const { raw, status } = ctx.response ?? {};
  if (raw === undefined) return;
  const isLogIn = new URL(raw.url).pathname === "/login";
  if (status < 400 && !isLogIn) return;
  event.preventDefault();
  if (isLogIn) location.reload();
  else if (ctx.sourceElement.matches("form")) location.assign(ctx.request.action);
});

/** `/` reaches the search box, unless somebody writes; it can be switched off like every live thing. */
addEventListener("keydown", (event) => {
  const isWriting = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  document.getElementById("q")?.focus();
});
