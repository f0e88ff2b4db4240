/** What a document holds that no harmless word would have brought into it. */
import assert from 'node:assert/strict';
import { payloads } from './payloads.js';

/** @typedef {import('./engines.js').Place} Place */

/** Hands the payloads to a document, and the ways to look at it. @param {Place} place */
export async function prepare(place) {
  // As text: not every driver takes half a character.
  await place.evaluate((text) => {
    const own = /** @type {any} */ (window);
    own.payloads = JSON.parse(text);
    /** What elements there are, with what attributes and what hosts in these. */
    own.shapesOf = (/** @type {Document | ShadowRoot} */ root) => {
      const found = new Set();
      for (const element of root.querySelectorAll('*')) {
        const words = /** @type {any} */ (element.constructor).observedAttributes ?? [];
        const names = element.getAttributeNames().filter((name) => !words.includes(name));
        found.add([element.localName, ...names.sort()].join(' '));
        for (const name of ['href', 'src', 'xlink:href', 'action', 'data']) {
          const address = element.getAttribute(name);
          if (address !== null) found.add(`${name} ${new URL(address, document.baseURI).origin}`);
        }
        if (element.hasAttribute('style')) found.add(`style ${[.../** @type {any} */ (element).style]}`);
        if (element.shadowRoot) for (const shape of own.shapesOf(element.shadowRoot)) found.add(shape);
      }
      return found;
    };
    own.known = new Set();
    own.learn = () => {
      for (const shape of own.shapesOf(document)) own.known.add(shape);
    };
    /** What has come that was not known; everything that could have been done by a script. */
    own.strange = () => [
      ...[...own.shapesOf(document)].filter((shape) => !own.known.has(shape)),
      ...['pwned', 'polluted'].filter((name) => name in window || name in {}),
      ...own.complaints,
    ];
  }, JSON.stringify(payloads));
}

/** @param {Place} place @param {string} where */
export async function assertNothingStrange(place, where) {
  const strange = await place.evaluate(() => /** @type {any} */ (window).strange());
  assert.deepEqual(strange, [], where);
}
