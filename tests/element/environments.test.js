/** Environments that have a DOM but no layout, such as those of unit tests: the fallback stays, and no error escapes. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { parseHTML } from 'linkedom';

// linkedom, like jsdom, has neither matchMedia nor observers, and no requestAnimationFrame.
const window = /** @type {any} */ (parseHTML('<!doctype html><html lang="zh-TW"><body></body></html>'));
for (const name of ['document', 'customElements', 'HTMLElement', 'CustomEvent', 'Event'])
  Object.assign(globalThis, { [name]: window[name] });
Object.assign(globalThis, { getComputedStyle: () => ({ fontFamily: '' }) }); // as of an element without a layout
const { document } = window;
const { ActivationPlot } = await import('../../web/element/activation-plot.js');

const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 20)); // after whatever was scheduled

test('a plot shows its fallback, and its attributes, properties and moves work', async () => {
  document.body.innerHTML = '<activation-plot functions="relu gelo" controls>fallback</activation-plot>';
  const plot = document.querySelector('activation-plot');
  assert.ok(plot instanceof ActivationPlot);
  await nextTurn();
  assert.equal(plot.shadowRoot?.querySelector('.fallback')?.hasAttribute('hidden'), false);
  assert.equal(plot.textContent, 'fallback');
  plot.setAttribute('functions', 'softmax');
  plot.min = -5;
  plot.derivative = true;
  assert.equal(plot.getAttribute('min'), '-5');
  assert.equal(plot.plot.functions[0].name, 'softmax');
  assert.match(plot.toSVG({ width: 400 }), /^<svg .*width="400"/);
  const other = document.createElement('p');
  document.body.append(other);
  for (let i = 0; i < 3; ++i) {
    other.append(plot);
    document.body.append(plot);
  }
  plot.remove();
  await nextTurn();
});
