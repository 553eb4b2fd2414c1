/**
 * Lines of code without a change: the call in its place.
 * @param {PageFile} file
 * @param {PageFinding} finding
 */
function codeFrame(file, finding) {
  const body = h("tbody", {});
  for (const line of finding.frame) {
    const isCall = line.new === finding.line;
    body.append(h("tr", { class: isCall ? "is-call" : "" }, numberCell(line.new, file), codeCell(line)));
  }
  return codeTable("frame", "The call", body);
}

/**
 * A change, one column or two.
 * @param {PageFile} file
 * @param {PageDiff} diff
 */
function diffTable(file, diff) {
  const body = h("tbody", {});
  for (let index = 0; index < diff.lines.length; index++) {
    const line = diff.lines[index] ?? null;
    if (line === null) body.append(h("tr", { class: "gap" }, h("td", { colspan: 4 }, "⋯")));
    else if (!isSplit) body.append(unifiedRow(file, line));
    else if (line.old > 0 && line.new > 0) body.append(splitRow(file, line, line));
    else {
      const { removed, added, next } = blockAt(diff.lines, index);
      for (const [left, right] of pairs(removed, added)) body.append(splitRow(file, left, right));
      index = next - 1;
    }
  }
  return codeTable(
    isSplit ? "diff split" : "diff",
    isSplit ? "The change, side by side" : "The change",
    body,
  );
}

/**
 * The lines that were replaced from a place on, and those that replaced them.
 * @param {readonly (PageLine | null)[]} lines
 * @param {number} from
 */
function blockAt(lines, from) {
  const removed = [];
  const added = [];
  let next = from;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (!line || (line.old > 0 && line.new > 0)) break;
    if (line.new === 0) removed.push(line);
    else added.push(line);
  }
  return { removed, added, next };
}

/**
 * Removed lines opposite the added ones that say the same, indented or not; the others one after the other.
 * @param {readonly PageLine[]} removed
 * @param {readonly PageLine[]} added
 * @returns {[PageLine | undefined, PageLine | undefined][]}
 */
function pairs(removed, added) {
  /** @type {[PageLine | undefined, PageLine | undefined][]} */
  const rows = [];
  /** @type {PageLine[]} */
  let waiting = [];
  let from = 0;
  const flush = (/** @type {number} */ to) => {
    const right = added.slice(from, to);
    for (let row = 0; row < Math.max(waiting.length, right.length); row++)
      rows.push([waiting[row], right[row]]);
    waiting = [];
    from = to;
  };
  for (const line of removed) {
    const same = added.findIndex((other, index) => index >= from && wordsOf(other) === wordsOf(line));
    if (same === -1 || wordsOf(line) === "") waiting.push(line);
    else {
      flush(same);
      rows.push([line, added[same]]);
      from = same + 1;
    }
  }
  flush(added.length);
  return rows;
}

/** @param {PageLine} line */
function wordsOf({ text }) {
  return text
    .filter((_, index) => index % 2 === 1)
    .join("")
    .trim();
}

/**
 * @param {PageFile} file
 * @param {PageLine} line
 */
function unifiedRow(file, line) {
  const kind = kindOf(line);
  return h(
    "tr",
    { class: kind },
    numberCell(line.old, file),
    numberCell(line.new, undefined),
    h("td", { class: "sign" }, { add: "+", del: "−", same: "" }[kind]),
    codeCell(line),
  );
}

/**
 * @param {PageFile} file
 * @param {PageLine | undefined} left
 * @param {PageLine | undefined} right
 */
function splitRow(file, left, right) {
  const isSame = left === right;
  const side = (/** @type {PageLine | undefined} */ line, /** @type {string} */ kind) => {
    if (line === undefined) return [h("td", { class: "number empty" }), h("td", { class: "code empty" })];
    const number = numberCell(kind === "add" ? line.new : line.old, kind === "add" ? undefined : file);
    const code = codeCell(line);
    if (!isSame) for (const cell of [number, code]) cell.classList.add(kind);
    return [number, code];
  };
  return h("tr", {}, ...side(left, "del"), ...side(right, "add"));
}

/** @param {PageLine} line */
function kindOf(line) {
  if (line.old === 0) return "add";
  return line.new === 0 ? "del" : "same";
}

/**
 * @param {number} number 0 for none
 * @param {PageFile | undefined} file where the line can be read
 */
function numberCell(number, file) {
  const text = number === 0 ? "" : String(number);
  const isLink = file?.url !== undefined && number > 0;
  return h("td", { class: "number" }, isLink ? outLink(`${file?.url}${number}`, {}, text) : text);
}

/** @param {PageLine} line */
function codeCell({ text }) {
  const cell = h("td", { class: "code" });
  for (let index = 0; index < text.length; index += 2) {
    const style = text[index] ?? "";
    const part = text[index + 1] ?? "";
    cell.append(style === "" ? part : h("span", { class: style }, part));
  }
  return cell;
}

/**
 * @param {string} style
 * @param {string} label
 * @param {HTMLElement} body
 */
function codeTable(style, label, body) {
  // Rows are lines: a screen reader should read them as text, not as a grid of data.
  return h("table", { class: `lines ${style}`, role: "presentation", "aria-label": label }, body);
}
