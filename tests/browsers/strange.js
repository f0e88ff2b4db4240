/** Finds elements, attributes and hosts in a document that harmless input does not create. */
import assert from 'node:assert/strict';
import { payloads } from './payloads.js';

/** @typedef {import('./engines.js').Place} Place */

/** Gives a document the payloads and the functions that inspect it. @param {Place} place */
export async function prepare(place) {
  // As text: not every driver accepts lone surrogates.
  await place.evaluate((text) => {
    const own = /** @type {any} */ (window);
    own.payloads = JSON.parse(text);
    /** The elements, with their attributes and the hosts that these name. */
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
    // Coloured code, the preview of a picture, and the languages of programs, which a page shows late.
    own.known = new Set(['i class', 'img alt id src', 'input name type value', 'input checked name type value']);
    own.learn = () => {
      for (const shape of own.shapesOf(document)) own.known.add(shape);
    };
    /** What was found and is not allowed, and traces of a script that ran. */
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
