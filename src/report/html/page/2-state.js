/**
 * A finding with its file, and where it stands in the report.
 * @typedef {{ file: PageFile, finding: PageFinding, anchor: string, haystack: string }} Item
 */

/** @type {PageData} */
const data = JSON.parse(byId("data").textContent ?? "");

/** @type {Item[]} */
const items = data.files.flatMap((file) =>
  file.findings.map((finding) => ({
    file,
    finding,
    anchor: `${file.path}:${finding.line}:${finding.column}`,
    haystack:
      `${file.path} ${finding.rule} ${finding.call} ${finding.message} ${finding.title} ${file.owners.join(" ")}`.toLowerCase(),
  })),
);

const NO_OWNER = "(nobody)";
const SEVERITIES = /** @type {const} */ (["error", "warning", "info"]);
const SAFETIES = /** @type {const} */ (["safe", "review", "manual"]);
const STATUSES = /** @type {const} */ (["open", "mended", "known", "suppressed"]);
const SAFETY_NAMES = { safe: "safe", review: "for review", manual: "by hand" };

/** What is shown at first: what somebody has to act on. */
const startFilters = () => ({
  query: "",
  rule: "",
  owner: "",
  file: "",
  severity: new Set(
    items.some(({ finding }) => finding.status === "open" && finding.severity !== "info")
      ? ["error", "warning"]
      : [],
  ),
  /** @type {Set<string>} */
  safety: new Set(),
  status: new Set(items.some(({ finding }) => finding.status === "open") ? ["open"] : []),
});

let filters = startFilters();
/** @type {Item[]} */
let shown = [];
/** @type {Item | undefined} */
let selected;
let isSplit = remember("view") === "split";

/**
 * An empty filter lets everything pass.
 * @param {Set<string>} set
 * @param {string} value
 */
function has(set, value) {
  return set.size === 0 || set.has(value);
}

/**
 * Whether a finding passes the filters; one of them can be left out, to count what choosing it would give.
 * @param {Item} item
 * @param {string} [except]
 */
function passes({ file, finding, haystack }, except) {
  return (
    (except === "severity" || has(filters.severity, finding.severity)) &&
    (except === "safety" || has(filters.safety, finding.safety)) &&
    (except === "status" || has(filters.status, finding.status)) &&
    (except === "rule" || filters.rule === "" || finding.rule === filters.rule) &&
    (except === "owner" || filters.owner === "" || ownersOf(file).includes(filters.owner)) &&
    (filters.file === "" || file.path.toLowerCase().includes(filters.file.toLowerCase())) &&
    filters.query
      .toLowerCase()
      .split(/\s+/)
      .every((word) => haystack.includes(word))
  );
}

/** @param {PageFile} file */
function ownersOf(file) {
  return file.owners.length === 0 ? [NO_OWNER] : file.owners;
}

/**
 * How many findings have each value.
 * @param {readonly Item[]} list
 * @param {(item: Item) => readonly string[]} valuesOf
 * @returns {Map<string, number>}
 */
function tally(list, valuesOf) {
  const counts = new Map();
  for (const item of list)
    for (const value of valuesOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * "1 finding", "2 findings".
 * @param {number} amount
 * @param {string} noun
 */
function count(amount, noun) {
  return `${amount.toLocaleString("en")} ${noun}${amount === 1 ? "" : "s"}`;
}
