/** Heights in pixels, as in 4-filters-and-list.css: rows are placed by them, so that only those in view need to exist. */
const FILE_HEIGHT = 36;
const FINDING_HEIGHT = 62;
/** Rows drawn above and below what is in view. */
const MARGIN = 8;

/** @typedef {{ top: number, file: PageFile, amount: number, item?: undefined } | { top: number, item: Item, position: number }} Row */
/** @type {Row[]} */
let rows = [];
/** @type {Map<Item, number>} */
let rowOf = new Map();

/** Lays the rows out and draws those in view. */
function drawList() {
  rows = [];
  rowOf = new Map();
  let top = 0;
  /** @type {PageFile | undefined} */
  let file;
  const amounts = new Map();
  for (const item of shown) amounts.set(item.file, (amounts.get(item.file) ?? 0) + 1);
  for (const [position, item] of shown.entries()) {
    if (item.file !== file) {
      file = item.file;
      rows.push({ top, file, amount: amounts.get(file) ?? 0 });
      top += FILE_HEIGHT;
    }
    rowOf.set(item, rows.length);
    rows.push({ top, item, position });
    top += FINDING_HEIGHT;
  }
  byId("rows").style.height = `${top}px`;
  byId("none").hidden = shown.length > 0;
  drawVisibleRows();
}

/** Draws the rows that are in view, and no others. */
function drawVisibleRows() {
  const list = byId("list");
  const first = Math.max(0, firstRowBelow(list.scrollTop) - MARGIN);
  const last = Math.min(rows.length, firstRowBelow(list.scrollTop + list.clientHeight) + MARGIN);
  byId("rows").replaceChildren(...rows.slice(first, last).map(drawRow));
  list.setAttribute("aria-activedescendant", selected === undefined ? "" : rowId(selected));
}

/**
 * The first row that ends below a place.
 * @param {number} place
 */
function firstRowBelow(place) {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle + 1]?.top ?? Number.POSITIVE_INFINITY) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param {Row} row */
function drawRow(row) {
  const element = row.item === undefined ? fileRow(row.file, row.amount) : findingRow(row.item, row.position);
  element.style.transform = `translateY(${row.top}px)`;
  return element;
}

/**
 * @param {PageFile} file
 * @param {number} amount
 */
function fileRow({ path }, amount) {
  const slash = path.lastIndexOf("/") + 1;
  return h(
    "div",
    { class: "row file", role: "presentation", title: path },
    h(
      "span",
      { class: "path" },
      h("span", { class: "folder" }, path.slice(0, slash)),
      h("b", {}, path.slice(slash)),
    ),
    h("span", { class: "n" }, String(amount)),
  );
}

/**
 * @param {Item} item
 * @param {number} position
 */
function findingRow(item, position) {
  const { finding } = item;
  return h(
    "div",
    {
      id: rowId(item),
      class: `row finding ${finding.status}`,
      role: "option",
      "aria-selected": String(item === selected),
      "aria-setsize": shown.length,
      "aria-posinset": position + 1,
      onclick: () => select(item),
    },
    h("i", { class: `mark ${finding.severity}`, title: finding.severity }),
    h(
      "div",
      { class: "what" },
      h(
        "div",
        { class: "first" },
        h("code", {}, finding.call === "" ? finding.rule : finding.call),
        h("span", { class: "line" }, `line ${finding.line}`),
        h("span", { class: `tag ${finding.safety}` }, SAFETY_NAMES[finding.safety]),
      ),
      h("div", { class: "message" }, `${finding.severity}: ${finding.message}`),
    ),
  );
}

/** @param {Item} item */
function rowId(item) {
  return `finding-${items.indexOf(item)}`;
}

/**
 * Shows a finding, and puts it into the address, so that a link leads to its line.
 * @param {Item} item
 */
function select(item) {
  selected = item;
  history.replaceState(null, "", `#${encodeURI(item.anchor)}`);
  reveal(item);
  drawVisibleRows();
  drawDetail();
}

/** @param {Item} item */
function reveal(item) {
  const list = byId("list");
  const row = rows[rowOf.get(item) ?? -1];
  if (row === undefined) return;
  const top = row.top - FILE_HEIGHT;
  const bottom = row.top + FINDING_HEIGHT;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
}

/** @param {number} by */
function move(by) {
  const at = selected === undefined ? -1 : shown.indexOf(selected);
  const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
  if (next !== undefined) select(next);
}

/** Selects the finding that the address names: `#path:line:column`, or the first of the file from that line on. */
function selectFromAddress() {
  let anchor = "";
  try {
    anchor = decodeURI(location.hash.slice(1));
  } catch {
    // An address that somebody mistyped names nothing.
  }
  const [, path = anchor, line = "0"] = /^(.*?):(\d+)(?::\d+)?$/.exec(anchor) ?? [];
  const item =
    items.find((one) => one.anchor === anchor) ??
    items.find(({ file, finding }) => file.path === path && finding.line >= Number(line));
  if (item === undefined) return;
  if (!passes(item)) {
    filters = { ...startFilters(), severity: new Set(), status: new Set() };
    selected = item;
    refresh();
  }
  select(item);
}
