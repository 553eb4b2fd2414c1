const KEYS = /** @type {Record<string, () => void>} */ ({
  j: () => move(1),
  k: () => move(-1),
  "/": () => byId("search").focus(),
  u: () => setSplit(!isSplit),
  t: switchTheme,
  c: () => {
    if (selected !== undefined) void copy(`${selected.file.path}:${selected.finding.line}`);
  },
  "?": () => /** @type {HTMLDialogElement} */ (byId("help")).showModal(),
});

/** @param {KeyboardEvent} event */
function onKey(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && target.matches("input, select")) return target.blur();
  if (event.key === "Enter" && target.id === "search") return byId("list").focus();
  if (target.matches("input, select, textarea")) return;
  const act = target.id === "list" ? (listKey(event.key) ?? KEYS[event.key]) : KEYS[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
}

/** @param {string} key */
function listKey(key) {
  const steps = /** @type {Record<string, number>} */ ({
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 8,
    PageUp: -8,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  });
  const by = steps[key];
  if (by !== undefined) return () => move(by);
  return key === "Enter" ? () => byId("detail").focus() : undefined;
}

function switchTheme() {
  const isDark = currentTheme() === "dark";
  document.documentElement.dataset["theme"] =
    remember("theme", isDark ? "light" : "dark") ?? (isDark ? "light" : "dark");
}

function currentTheme() {
  return (
    document.documentElement.dataset["theme"] ??
    (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")
  );
}

/** Files of which the report cannot say anything. */
function drawFailed() {
  const box = byId("failed");
  box.hidden = data.failed.length === 0;
  if (data.failed.length === 0) return;
  box.append(
    h("summary", {}, `${count(data.failed.length, "file")} could not be checked`),
    h("ul", {}, ...data.failed.map(({ file, reason }) => h("li", {}, h("code", {}, file), ` ${reason}`))),
  );
}

function start() {
  const theme = remember("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
  const modes = { scan: "scan", "dry-run": "dry run: nothing was written", write: "written" };
  byId("mode").textContent = modes[data.mode];
  byId("scope").hidden = data.summary.scope === undefined;
  byId("scope").textContent = data.summary.scope === undefined ? "" : `only ${data.summary.scope}`;
  byId("version").textContent = data.version;
  byId("split").setAttribute("aria-pressed", String(isSplit));
  byId("theme").addEventListener("click", switchTheme);
  byId("keys").addEventListener("click", () => KEYS["?"]?.());
  byId("list").addEventListener("scroll", drawVisibleRows, { passive: true });
  addEventListener("resize", drawVisibleRows);
  addEventListener("keydown", onKey);
  addEventListener("hashchange", selectFromAddress);
  drawOverview();
  drawFilters();
  drawFailed();
  refresh();
  selectFromAddress();
}

start();
