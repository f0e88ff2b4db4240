/** How the elements and the page find and make nodes. */
import { queryWords } from '../package/reader.js';

/** @typedef {string | Node | (string | Node)[]} Content what stands in a cell */

/** @template {HTMLElement} T @param {string} id */
export const byId = (id) => /** @type {T} */ (document.getElementById(id));

/** The language of the page, not that of an element in it. */
export const pageLanguage = () => (document.documentElement.lang === 'en' ? 'en' : 'zh-Hant');

/**
 * Leaves attributes alone that have their value already, because our elements react whenever one is set.
 * @param {Element} element @param {Record<string, string | number | false>} attributes removed where false
 */
export function setAttributes(element, attributes) {
  for (const [key, value] of Object.entries(attributes))
    if (value === false) element.removeAttribute(key);
    else if (element.getAttribute(key) !== String(value)) element.setAttribute(key, String(value));
}

/**
 * Sets the children of a node, and keeps those that are equal, because the browser lays out new nodes.
 * @param {ParentNode & Node} parent @param {Node[]} children
 */
export function updateChildren(parent, children) {
  const before = [...parent.childNodes];
  if (before.length !== children.length) return parent.replaceChildren(...children);
  children.forEach((child, i) => {
    const old = /** @type {ChildNode & ParentNode} */ (before[i]);
    if (old.isEqualNode(child)) return;
    if (old.cloneNode().isEqualNode(child.cloneNode())) updateChildren(old, [...child.childNodes]);
    else old.replaceWith(child);
  });
}

/**
 * @template {Element} T
 * @param {T} element @param {Record<string, string | number>} attributes @param {(Node | string)[]} children
 */
function filled(element, attributes, children) {
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Record<string, string | number>} attributes @param {(Node | string)[]} children
 */
export const create = (name, attributes, ...children) => filled(document.createElement(name), attributes, children);

/**
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name @param {Record<string, string | number>} attributes @param {(Node | string)[]} children
 */
export const svg = (name, attributes, ...children) =>
  filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);

/** The factor by which CSS `zoom` enlarges an element. @param {Element} element @returns {number} */
export function zoomOf(element) {
  if ('currentCSSZoom' in element) return Number(element.currentCSSZoom);
  let zoom = 1;
  /** @type {any} */
  let node = element;
  for (; node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host)
    zoom *= Number(getComputedStyle(node).zoom) || 1;
  return zoom;
}

/**
 * Calls `change` when the size of an element changes, but never in a browser without ResizeObserver.
 * @param {Element} element @param {() => void} change @param {AbortSignal} signal ends it
 */
export function watchSize(element, change, signal) {
  const view = /** @type {Window & typeof globalThis} */ (element.ownerDocument.defaultView);
  if (!('ResizeObserver' in view)) return;
  const observer = new view.ResizeObserver(change);
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}

/** A cell of a table. A td as content is the cell itself. @param {Content} content */
const cell = (content) =>
  typeof content === 'object' && 'nodeName' in content && content.nodeName === 'TD'
    ? content
    : create('td', {}, ...[content].flat());

/** A row, whose first cell is its heading. @param {Content[]} cells */
export const tableRow = ([first, ...others]) =>
  create('tr', {}, create('th', { scope: 'row' }, ...[first].flat()), ...others.map(cell));

/**
 * The head and the body of a table. The first column has the headings of the rows; its own head may be ''.
 * @param {Content[]} heads of the columns @param {Content[][]} rows
 */
export const table = (heads, rows) => [
  create(
    'thead',
    {},
    create(
      'tr',
      {},
      ...heads.map((head) => (head === '' ? cell(head) : create('th', { scope: 'col' }, ...[head].flat()))),
    ),
  ),
  create('tbody', {}, ...rows.map(tableRow)),
];

/**
 * Sets those attributes of an element that a query holds.
 * @param {Element} element @param {readonly string[]} keys its attributes @param {string} query
 */
export function setWords(element, keys, query) {
  setAttributes(element, queryWords(query, keys));
}
