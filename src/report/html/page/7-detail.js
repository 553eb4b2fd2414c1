/** Which of the two diffs is shown: chosen by the finding, or by the reader. */
/** @type {"change" | "proposal" | undefined} */
let chosenDiff;
/** @type {Item | undefined} */
let drawn;

/** Draws the selected finding. */
function drawDetail() {
  const detail = byId("detail");
  if (drawn !== selected) {
    chosenDiff = undefined;
    detail.scrollTop = 0;
  }
  drawn = selected;
  detail.replaceChildren(...(selected === undefined ? [nothing()] : parts(selected)));
}

function nothing() {
  const isClean = items.every(({ finding }) => finding.status !== "open" || finding.severity === "info");
  return h(
    "div",
    { class: "blank" },
    h("p", { class: isClean ? "blank-mark clean" : "blank-mark" }, isClean ? "✓" : "∅"),
    h("h2", {}, isClean ? cleanText() : "No finding passes these filters"),
    h(
      "p",
      {},
      isClean ? `${count(data.summary.callSites, "call")} checked.` : "Reset them to see all findings.",
    ),
  );
}

function cleanText() {
  const { scope } = data.summary;
  return scope === undefined ? "Every failure is handled" : `Nothing is left unhandled ${scope}`;
}

/** @param {Item} item */
function parts(item) {
  const { file, finding } = item;
  const rule = data.rules[finding.rule];
  return [
    heading(item),
    h("p", { class: "lead" }, finding.message),
    rule === undefined
      ? null
      : h("p", { class: "production" }, h("b", {}, "In production"), rule.inProduction),
    finding.frame.length === 0 ? null : h("div", { class: "panel" }, codeFrame(file, finding)),
    traceOf(finding),
    fixOf(finding),
    ...diffOf(file, finding),
    ...broughtBy(finding),
    ruleOf(finding),
  ].filter((part) => part !== null);
}

/** @param {Item} item */
function heading(item) {
  const { file, finding } = item;
  const place = `${file.path}:${finding.line}`;
  return h(
    "header",
    { class: "place" },
    h(
      "div",
      { class: "badges" },
      h("span", { class: `badge ${finding.severity}` }, finding.severity),
      finding.status === "open" ? null : h("span", { class: "badge" }, finding.status),
      h("span", { class: "badge rule" }, finding.rule),
      ...file.owners.map((owner) => h("span", { class: "badge owner", title: "owner" }, owner)),
    ),
    h(
      "h2",
      {},
      file.url === undefined ? place : outLink(`${file.url}${finding.line}`, {}, place),
      h(
        "button",
        {
          type: "button",
          class: "icon",
          title: "Copy the place (c)",
          "aria-label": "Copy the place",
          onclick: () => void copy(place),
        },
        svg(
          "svg",
          { viewBox: "0 0 16 16", "aria-hidden": "true" },
          svg("rect", { x: 5.5, y: 5.5, width: 8, height: 8, rx: 1.5 }),
          svg("path", { d: "M3 10.5 V4 A1.5 1.5 0 0 1 4.5 2.5 H10.5" }),
        ),
      ),
    ),
  );
}

/** @param {PageFinding} finding */
function traceOf(finding) {
  if (finding.trace.length === 0) return null;
  const steps = finding.trace.map((step) => {
    const place = `${step.file}:${step.line}`;
    const link = step.url === undefined ? inLink(step.file, step.line, place) : outLink(step.url, {}, place);
    return h("li", {}, h("span", { class: "note" }, step.note), h("code", {}, link));
  });
  return h("section", {}, h("h3", {}, "How it gets here"), h("ol", { class: "trace" }, ...steps));
}

/**
 * A link to a finding of this page; plain text where there is none from that line on.
 * @param {string} path
 * @param {number} line
 * @param {string} text
 */
function inLink(path, line, text) {
  const isHere = items.some(({ file, finding }) => file.path === path && finding.line === line);
  return isHere ? h("a", { href: `#${encodeURI(`${path}:${line}`)}` }, text) : text;
}

/** @param {PageFinding} finding */
function fixOf(finding) {
  if (data.mode === "scan" || finding.severity === "info") return null;
  return h(
    "section",
    {},
    h("h3", {}, finding.safety === "manual" ? "By hand" : "The rewrite"),
    h(
      "p",
      { class: "fix" },
      h("span", { class: `tag ${finding.safety}` }, SAFETY_NAMES[finding.safety]),
      h("span", {}, h("b", {}, finding.title), finding.reason === undefined ? null : ` — ${finding.reason}`),
    ),
  );
}

/**
 * @param {PageFile} file
 * @param {PageFinding} finding
 * @returns {(HTMLElement | null)[]}
 */
function diffOf(file, finding) {
  const isIn = finding.safety === "safe" || (finding.safety === "review" && data.safety === "review");
  const wanted = chosenDiff ?? (isIn || file.proposal === undefined ? "change" : "proposal");
  const diff = wanted === "change" ? (file.change ?? file.proposal) : (file.proposal ?? file.change);
  if (diff === undefined) return [];
  const shows = diff === file.change ? "change" : "proposal";
  const names = {
    change: data.mode === "write" ? "Written" : "What --write does",
    proposal: "With all rewrites",
  };
  const tab = (/** @type {"change" | "proposal"} */ name) =>
    file[name] === undefined
      ? null
      : h(
          "button",
          {
            type: "button",
            class: "tab",
            "aria-pressed": String(name === shows),
            onclick: () => {
              chosenDiff = name;
              drawDetail();
            },
          },
          names[name],
        );
  const bar = h(
    "div",
    { class: "panel-bar" },
    tab("change"),
    tab("proposal"),
    h("span", { class: "sizes" }, h("ins", {}, `+${diff.added}`), " ", h("del", {}, `−${diff.removed}`)),
    shows === "proposal"
      ? h("span", { class: "quiet" }, "not applied as things are: read it first")
      : h("code", { class: "quiet" }, data.mode === "write" ? "" : data.commands.write),
  );
  return [h("div", { class: "panel" }, bar, diffTable(file, diff))];
}

/**
 * The new files that the rewrite brings along, whole.
 * @param {PageFinding} finding
 */
function broughtBy(finding) {
  return (finding.brings ?? []).map((path) => {
    const file = data.files.find((one) => one.path === path);
    const diff = file?.change ?? file?.proposal;
    if (file === undefined || diff === undefined) return null;
    const bar = h("div", { class: "panel-bar" }, h("b", {}, "New file"), h("code", {}, path));
    return h("div", { class: "panel brought" }, bar, diffTable(file, diff));
  });
}

/** @param {PageFinding} finding */
function ruleOf(finding) {
  const rule = data.rules[finding.rule];
  if (rule === undefined) return null;
  return h(
    "details",
    { class: "rule" },
    h("summary", {}, "About ", h("code", {}, finding.rule)),
    h("p", {}, rule.summary),
    h("h3", {}, "What to do"),
    h("p", {}, rule.handling),
    h("h3", {}, "When the rewrite is not safe"),
    h("p", {}, rule.notSafeWhen),
    rule.sources.length === 0 ? null : h("h3", {}, "Sources"),
    h("ul", {}, ...rule.sources.map(({ title, url }) => h("li", {}, outLink(url, {}, title)))),
    h("p", { class: "quiet" }, "The whole page: ", outLink(rule.page, { class: "mono" }, rule.page)),
  );
}

/** @param {string} text */
async function copy(text) {
  const isDone = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  byId("said").textContent = isDone ? `Copied ${text}` : `The browser does not let this page copy: ${text}`;
}
