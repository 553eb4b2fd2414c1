// Runs in the page: the texts whose contrast with what is behind them is below 4.5 (WCAG 2, level AA).
(() => {
  const parse = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const channel = (part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = ([red, green, blue]) =>
    0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
  const behind = (element) => {
    for (let current = element; current !== null; current = current.parentElement) {
      const color = parse(getComputedStyle(current).backgroundColor);
      if (color.length > 0 && (color[3] ?? 1) === 1) return color;
    }
    return [255, 255, 255];
  };
  const problems = [];
  for (const element of document.querySelectorAll("body *")) {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === 3 && node.textContent.trim() !== "",
    );
    if (
      !hasText ||
      !element.checkVisibility() ||
      element.closest("svg, .hidden-label, option, datalist, script")
    )
      continue;
    const [one, two] = [luminance(parse(getComputedStyle(element).color)), luminance(behind(element))];
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    if (ratio < 4.5)
      problems.push(`${element.className}: ${ratio.toFixed(2)} ${element.textContent.slice(0, 30)}`);
  }
  return problems;
})();
