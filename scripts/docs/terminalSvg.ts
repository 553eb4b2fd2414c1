/** Colours of the picture's terminal, by SGR code. */
const COLORS: Readonly<Record<number, string>> = {
  31: "#ff7b82",
  32: "#6fd79b",
  33: "#f2c063",
  36: "#7cc7e8",
};
const [TEXT, DIM, GROUND] = ["#dfe5ee", "#8490a0", "#11151b"];
const [CHARACTER, LINE, PADDING, TOP] = [7.83, 18, 20, 46];

interface Style {
  readonly color?: string;
  readonly isBold?: boolean;
  readonly isDim?: boolean;
  readonly isInverse?: boolean;
}

/** A picture of a terminal from what a command really printed, escape sequences of colours included. */
export function terminalSvg(command: string, lines: readonly string[]): string {
  const rows = [`\u001b[2m$\u001b[22m \u001b[1m${command}\u001b[22m`, "", ...lines].map(parseLine);
  const columns = Math.max(...rows.map((row) => row.reduce((sum, { text }) => sum + text.length, 0)));
  const width = Math.ceil(columns * CHARACTER + 2 * PADDING);
  const height = TOP + rows.length * LINE + PADDING;
  const body = rows.flatMap((row, index) => drawRow(row, TOP + index * LINE + 4));
  const dots = ["#ff5f57", "#febc2e", "#28c840"].map(
    (color, index) => `<circle cx="${20 + index * 18}" cy="18" r="5.5" fill="${color}"/>`,
  );
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="What ${command} prints">`,
    `<rect width="${width}" height="${height}" rx="10" fill="${GROUND}"/>`,
    ...dots,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" fill="${TEXT}">`,
    ...body,
    "</g>",
    "</svg>",
  ].join("\n")}\n`;
}

interface Part {
  readonly text: string;
  readonly style: Style;
}

function parseLine(line: string): Part[] {
  const parts: Part[] = [];
  let style: Style = {};
  // eslint-disable-next-line no-control-regex -- the sequences are what is read
  for (const [, code, text] of line.matchAll(/\u001b\[(\d+)m|([^\u001b]+)/g)) {
    if (text !== undefined) parts.push({ text, style });
    else style = applyCode(style, Number(code));
  }
  return parts;
}

function applyCode(style: Style, code: number): Style {
  const color = COLORS[code];
  if (color !== undefined) return { ...style, color };
  if (code === 1) return { ...style, isBold: true };
  if (code === 2) return { ...style, isDim: true };
  if (code === 7) return { ...style, isInverse: true };
  if (code === 22) return { ...style, isBold: false, isDim: false };
  if (code === 27) return { ...style, isInverse: false };
  if (code === 39)
    return { ...(style.isBold ? { isBold: true } : {}), ...(style.isDim ? { isDim: true } : {}) };
  return {};
}

/** One text element for each part, at its column: then no font can shift the others. */
function drawRow(row: readonly Part[], y: number): string[] {
  let column = 0;
  return row.flatMap(({ text, style }) => {
    const x = (PADDING + column * CHARACTER).toFixed(1);
    const length = (text.length * CHARACTER).toFixed(1);
    column += text.length;
    if (text.trim() === "" && style.isInverse !== true) return [];
    const ink = style.color ?? (style.isDim === true ? DIM : TEXT);
    const weight = style.isBold === true ? ' font-weight="700"' : "";
    const box =
      style.isInverse === true
        ? [`<rect x="${x}" y="${y - 12.5}" width="${length}" height="16" rx="2" fill="${ink}"/>`]
        : [];
    const fill = style.isInverse === true ? GROUND : ink;
    return [
      ...box,
      `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs" fill="${fill}"${weight}>${escapeXml(text)}</text>`,
    ];
  });
}

function escapeXml(text: string): string {
  // SVG runs blanks together; those that do not break it keeps.
  return text
    .replaceAll(" ", "\u00a0")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
