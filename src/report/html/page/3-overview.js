/** Draws the four cards at the top. What they count is what is open; a click on a part filters by it. */
function drawOverview() {
  const open = items.filter(({ finding }) => finding.status === "open");
  const grave = open.filter(({ finding }) => finding.severity !== "info");
  byId("overview").replaceChildren(
    unhandledCard(open, grave),
    callsCard(grave),
    rewritesCard(grave),
    rulesCard(grave),
  );
}

/**
 * @param {string} title
 * @param {...Child} children
 */
function card(title, ...children) {
  return h("section", { class: "card" }, h("h2", {}, title), ...children);
}

/**
 * @param {readonly Item[]} open
 * @param {readonly Item[]} grave
 */
function unhandledCard(open, grave) {
  const counts = tally(open, ({ finding }) => [finding.severity]);
  const files = new Set(grave.map(({ file }) => file)).size;
  return card(
    "Unhandled failures",
    h(
      "p",
      { class: "big" },
      grave.length.toLocaleString("en"),
      h("small", {}, ` in ${count(files, "file")}`),
    ),
    stackedBar(
      SEVERITIES.map((name) => ({
        name,
        label: name === "info" ? "infos" : `${name}s`,
        amount: counts.get(name) ?? 0,
        filter: "severity",
      })),
    ),
  );
}

/** @param {readonly Item[]} grave */
function callsCard(grave) {
  const calls = data.summary.callSites;
  // A finding may also be at the caller of a function that passes the failure on: those are no calls of the package.
  const bad = Math.min(calls, grave.filter(({ finding }) => finding.call !== "").length);
  // Of calls on other lines nobody asked, so they are neither.
  if (data.summary.scope !== undefined)
    return card(
      "Calls seen",
      h("p", { class: "big" }, calls.toLocaleString("en"), h("small", {}, " on all lines")),
      h(
        "p",
        { class: "quiet" },
        `${count(data.summary.filesScanned, "file")} scanned in ${data.summary.duration}`,
      ),
    );
  const part = calls === 0 ? 1 : (calls - bad) / calls;
  const length = 2 * Math.PI * 26;
  const ring = svg(
    "svg",
    {
      viewBox: "0 0 64 64",
      class: "ring",
      role: "img",
      "aria-label": `${Math.floor(part * 100)} percent handled`,
    },
    svg("circle", { cx: 32, cy: 32, r: 26, class: calls > 0 ? "ring-bad" : "ring-none" }),
    svg("circle", {
      cx: 32,
      cy: 32,
      r: 26,
      class: "ring-good",
      "stroke-dasharray": `${part * length} ${length}`,
    }),
    svg(
      "text",
      { x: 32, y: 36.5, "text-anchor": "middle" },
      calls === 0 ? "–" : `${Math.floor(part * 100)}%`,
    ),
  );
  const facts = h(
    "dl",
    {},
    ...fact(calls - bad, "handled"),
    ...fact(bad, "not handled"),
    ...fact(data.summary.filesScanned, "files scanned"),
  );
  return card("Calls checked", h("div", { class: "with-ring" }, ring, facts));
}

/**
 * @param {number} amount
 * @param {string} name
 */
function fact(amount, name) {
  return [h("dt", {}, amount.toLocaleString("en")), h("dd", {}, name)];
}

/** @param {readonly Item[]} grave */
function rewritesCard(grave) {
  const counts = tally(grave, ({ finding }) => [finding.safety]);
  const ready = (counts.get("safe") ?? 0) + (counts.get("review") ?? 0);
  return card(
    data.mode === "write" ? "Rewrites left" : "Rewrites",
    h(
      "p",
      { class: "big" },
      ready.toLocaleString("en"),
      h("small", {}, ` of ${grave.length.toLocaleString("en")} ready`),
    ),
    stackedBar(
      SAFETIES.map((name) => ({
        name,
        label: SAFETY_NAMES[name],
        amount: counts.get(name) ?? 0,
        filter: "safety",
      })),
    ),
  );
}

/** @param {readonly Item[]} grave */
function rulesCard(grave) {
  const counts = [...tally(grave, ({ finding }) => [finding.rule])].sort((a, b) => b[1] - a[1]);
  const most = counts[0]?.[1] ?? 1;
  const rows = counts
    .slice(0, 4)
    .map(([rule, amount]) =>
      h(
        "button",
        { class: "rule-row", type: "button", title: `Only ${rule}`, onclick: () => setFilter("rule", rule) },
        h("span", { class: "rule-name" }, rule),
        bar("rule-bar", amount / most),
        h("span", { class: "rule-amount" }, amount.toLocaleString("en")),
      ),
    );
  const more = counts.length - rows.length;
  return card(
    "By rule",
    ...(rows.length === 0 ? [h("p", { class: "quiet" }, "No rule is broken.")] : rows),
    more > 0 ? h("p", { class: "quiet" }, `and ${count(more, "more rule")}`) : null,
  );
}

/**
 * @param {string} style
 * @param {number} part 0 to 1
 */
function bar(style, part) {
  const fill = h("span", { class: "fill" });
  fill.style.width = `${Math.max(2, part * 100)}%`;
  return h("span", { class: `bar ${style}` }, fill);
}

/** @param {readonly { name: string, label: string, amount: number, filter: "severity" | "safety" }[]} parts */
function stackedBar(parts) {
  const total = parts.reduce((sum, { amount }) => sum + amount, 0);
  const strip = h("div", { class: "strip", "aria-hidden": "true" });
  for (const { name, amount } of parts.filter((part) => part.amount > 0)) {
    const piece = h("span", { class: `piece ${name}` });
    piece.style.flexGrow = String(amount);
    strip.append(piece);
  }
  if (total === 0) strip.append(h("span", { class: "piece none" }));
  const legend = parts.map(({ name, label, amount, filter }) =>
    h(
      "button",
      { type: "button", class: "legend", title: `Only ${label}`, onclick: () => setOnly(filter, name) },
      h("i", { class: `dot ${name}` }),
      h("b", {}, amount.toLocaleString("en")),
      ` ${label}`,
    ),
  );
  return h("div", {}, strip, h("div", { class: "legends" }, ...legend));
}
