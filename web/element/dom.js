/** What the element and the page make and find elements with. */

/** @template {HTMLElement} T @param {string} id */
export const byId = (id) => /** @type {T} */ (document.getElementById(id));

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Record<string, string>} attributes @param {(Node | string)[]} children
 */
export function create(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Gives an element the words of a query that are among its attributes. @param {Element} element @param {readonly string[]} keys @param {URLSearchParams} query */
export function setWords(element, keys, query) {
  for (const key of keys) {
    const word = query.get(key);
    if (word !== null) element.setAttribute(key, word);
  }
}
