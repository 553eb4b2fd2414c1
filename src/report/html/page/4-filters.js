/** Fills the toolbar once. What it shows of the filters, `refresh` keeps up to date. */
function drawFilters() {
  const search = input("search");
  search.addEventListener("input", () => setFilter("query", search.value));
  const file = input("file");
  file.addEventListener("input", () => setFilter("file", file.value));
  byId("files").replaceChildren(...data.files.map(({ path }) => h("option", { value: path })));
  for (const name of /** @type {const} */ (["rule", "owner"])) {
    const select = /** @type {HTMLSelectElement} */ (byId(name));
    select.addEventListener("change", () => setFilter(name, select.value));
  }
  byId("reset").addEventListener("click", () => {
    filters = startFilters();
    refresh();
  });
  byId("split").addEventListener("click", () => setSplit(!isSplit));
}

/** @param {string} id */
function input(id) {
  return /** @type {HTMLInputElement} */ (byId(id));
}

/**
 * @param {"query" | "rule" | "owner" | "file"} name
 * @param {string} value
 */
function setFilter(name, value) {
  filters[name] = value;
  refresh();
}

/**
 * Only this value, or all again.
 * @param {"severity" | "safety"} name
 * @param {string} value
 */
function setOnly(name, value) {
  const isAlone = filters[name].size === 1 && filters[name].has(value);
  filters[name] = new Set(isAlone ? [] : [value]);
  refresh();
}

/**
 * @param {"severity" | "safety" | "status"} name
 * @param {string} value
 */
function toggle(name, value) {
  if (!filters[name].delete(value)) filters[name].add(value);
  refresh();
}

/** @param {boolean} value */
function setSplit(value) {
  isSplit = value;
  remember("view", value ? "split" : "unified");
  byId("split").setAttribute("aria-pressed", String(isSplit));
  drawDetail();
}

/** Applies the filters, and draws all that depends on them. */
function refresh() {
  shown = items.filter((item) => passes(item));
  if (selected === undefined || !shown.includes(selected)) selected = shown[0];
  drawChips(
    "severity",
    SEVERITIES,
    (name) => name,
    ({ finding }) => finding.severity,
  );
  drawChips(
    "safety",
    SAFETIES,
    (name) => SAFETY_NAMES[name],
    ({ finding }) => finding.safety,
  );
  drawChips(
    "status",
    STATUSES,
    (name) => name,
    ({ finding }) => finding.status,
  );
  drawOptions("rule", "all rules", ({ finding }) => [finding.rule]);
  drawOptions("owner", "all owners", ({ file }) => ownersOf(file));
  for (const [id, value] of /** @type {const} */ ([
    ["search", filters.query],
    ["file", filters.file],
  ]))
    if (input(id).value !== value) input(id).value = value;
  const files = new Set(shown.map(({ file }) => file)).size;
  const amount = shown.length === items.length ? "" : ` of ${items.length.toLocaleString("en")}`;
  byId("amount").textContent = `${shown.length.toLocaleString("en")}${amount} in ${count(files, "file")}`;
  drawList();
  drawDetail();
}

/**
 * Buttons for the values of one filter, each with the number of findings that it would show.
 * @template {string} T
 * @param {"severity" | "safety" | "status"} name
 * @param {readonly T[]} values
 * @param {(value: T) => string} labelOf
 * @param {(item: Item) => string} valueOf
 */
function drawChips(name, values, labelOf, valueOf) {
  const counts = tally(
    items.filter((item) => passes(item, name)),
    (item) => [valueOf(item)],
  );
  const group = byId(name);
  const focused = document.activeElement?.getAttribute("data-value");
  const hadFocus = group.contains(document.activeElement);
  const used = values.filter((value) => items.some((item) => valueOf(item) === value));
  group.hidden = used.length < 2;
  group.replaceChildren(
    ...used.map((value) =>
      h(
        "button",
        {
          type: "button",
          class: `chip ${value}`,
          "data-value": value,
          "aria-pressed": String(filters[name].has(value)),
          onclick: () => toggle(name, value),
        },
        h("i", { class: `dot ${value}` }),
        labelOf(value),
        h("span", { class: "n" }, (counts.get(value) ?? 0).toLocaleString("en")),
      ),
    ),
  );
  // The button that was pressed is a new one now.
  const same = [...group.querySelectorAll("button")].find((button) => button.dataset["value"] === focused);
  if (hadFocus) same?.focus();
}

/**
 * @param {"rule" | "owner"} name
 * @param {string} all
 * @param {(item: Item) => readonly string[]} valuesOf
 */
function drawOptions(name, all, valuesOf) {
  const select = /** @type {HTMLSelectElement} */ (byId(name));
  const counts = tally(
    items.filter((item) => passes(item, name)),
    valuesOf,
  );
  const values = [...tally(items, valuesOf).keys()].sort();
  const label = /** @type {HTMLElement} */ (select.parentElement);
  label.hidden = values.length === 0 || (name === "owner" && values.length === 1 && values[0] === NO_OWNER);
  select.replaceChildren(
    h("option", { value: "" }, all),
    ...values.map((value) => h("option", { value }, `${value} (${counts.get(value) ?? 0})`)),
  );
  select.value = filters[name];
}
