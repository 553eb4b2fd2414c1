/** @typedef {import("../pageData.ts").PageData} PageData */
/** @typedef {import("../pageData.ts").PageFile} PageFile */
/** @typedef {import("../pageData.ts").PageFinding} PageFinding */
/** @typedef {import("../pageData.ts").PageDiff} PageDiff */
/** @typedef {import("../pageData.ts").PageLine} PageLine */
/** @typedef {string | Node | null | undefined} Child */

/**
 * An element. Text becomes text nodes, never markup: what the report tells of the code stays text.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number | boolean | ((event: Event) => void) | undefined>} attributes `on…` are listeners; true is an attribute without a value
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

/**
 * An SVG element.
 * @param {string} tag
 * @param {Record<string, string | number | boolean | ((event: Event) => void) | undefined>} attributes
 * @param {...Child} children
 * @returns {SVGElement}
 */
function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setAttributes(element, attributes);
  append(element, children);
  return element;
}

/**
 * @param {Element} element
 * @param {Record<string, string | number | boolean | ((event: Event) => void) | undefined>} attributes
 */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

/**
 * @param {Element} element
 * @param {readonly Child[]} children
 */
function append(element, children) {
  for (const child of children) if (child !== null && child !== undefined) element.append(child);
}

/**
 * The element with that id, which is part of the page.
 * @param {string} id
 * @returns {HTMLElement}
 */
function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element;
}

/**
 * A link out of the page; only to the web, whatever the report holds.
 * @param {string} url
 * @param {Record<string, string>} attributes
 * @param {...Child} children
 */
function outLink(url, attributes, ...children) {
  if (!/^https?:\/\//.test(url)) return h("span", attributes, ...children);
  return h("a", { ...attributes, href: url, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/**
 * What the browser keeps for this page; nothing where it does not let us.
 * @param {string} key
 * @param {string} [value] to be kept
 * @returns {string | null}
 */
function remember(key, value) {
  try {
    if (value !== undefined) localStorage.setItem(`sadpath-${key}`, value);
    return localStorage.getItem(`sadpath-${key}`);
  } catch {
    return null;
  }
}
