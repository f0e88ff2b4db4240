/** Heights that authors give an element, in every kind of box, and what the element makes of them. */
import { expect } from '../fixtures.js';

/** @typedef {import('@playwright/test').Locator} Locator */
/**
 * @typedef {object} Case
 * @property {string} [box] the style of the box around
 * @property {number} [above] the height of a sibling above the element
 * @property {string} style of the element
 * @property {number} [height] of the element; that of its content if absent
 * @property {number} [room] for the content; the height of the element if absent
 */

const column = 'display: flex; flex-direction: column; height: 300px';
/** A row of a grid that does not grow with its content. */
const row = 'display: grid; grid-template-rows: minmax(0, 1fr); height: 300px';
const padded = 'border: 5px solid; padding: 20px;';

/** @type {Case[]} */
const each = [
  { style: '' },
  { style: 'height: 300px', height: 300 },
  { style: 'height: 300px; max-height: 1600px', height: 300 },
  { style: 'height: 1600px; max-height: 300px', height: 300 },
  { style: 'max-height: 300px', height: 300 },
  { style: 'max-height: 30vh', height: 270 },
  { style: 'height: 1600px', height: 1600 },
  { style: 'min-height: 1600px', height: 1600 },
  { style: 'min-height: 1600px; max-height: 1700px', height: 1600 },
  { style: 'min-height: 1600px; max-height: 300px', height: 1600 },
  { style: 'min-height: 200px; max-height: 300px', height: 300 },
  { style: 'height: 200px; min-height: 300px; max-height: 1600px', height: 300 },
  { style: 'height: min-content' },
  { style: 'height: 50%' },
  { box: 'height: 300px', style: 'height: 100%', height: 300 },
  { box: 'height: 300px', style: 'height: 100%; max-height: 1600px', height: 300 },
  { box: 'height: 600px', style: 'height: 100%; max-height: 50%', height: 300 },
  { box: column, above: 40, style: 'flex: 1; min-height: 0', height: 260 },
  { box: column, above: 40, style: 'flex: 1; min-height: 0; max-height: 1600px', height: 260 },
  { box: column, above: 40, style: 'flex: 1; min-height: 0; max-height: 200px', height: 200 },
  { box: column, above: 40, style: 'flex: none' },
  { box: 'display: flex; height: 300px', style: '', height: 300 },
  { box: 'display: flex; height: 300px', style: 'max-height: 1600px', height: 300 },
  { box: 'display: flex; height: 1600px', style: '', height: 1600 },
  { box: row, style: '', height: 300 },
  { box: row, style: 'max-height: 1600px', height: 300 },
  { box: 'display: grid; height: 300px', style: '' },
  { box: 'height: 300px; position: relative', style: 'inset: 0; position: absolute', height: 300 },
  {
    box: 'height: 300px; position: relative',
    style: 'inset: 0; max-height: 1600px; position: absolute',
    height: 300,
  },
  { style: `${padded} height: 300px; max-height: 1600px`, height: 350, room: 300 },
  { style: `${padded} max-height: 300px`, height: 350, room: 300 },
  { style: `${padded} box-sizing: border-box; height: 300px; max-height: 1600px`, height: 300, room: 250 },
  { style: `${padded} box-sizing: border-box; max-height: 300px`, height: 300, room: 250 },
  {
    style: 'border-block: 5px solid; padding-block: 20px; box-sizing: border-box; min-height: 1600px',
    height: 1600,
  },
];

/** The same, whatever the author does to the element's own box. */
const cases = [
  ...['', 'display: block;', 'display: grid;'].flatMap((display) =>
    each.map(({ style, ...others }) => ({ ...others, style: `${display} ${style}` })),
  ),
  { style: 'aspect-ratio: 5' },
  { style: 'display: block; aspect-ratio: 5' },
  { style: 'aspect-ratio: 5; max-height: 300px', height: 300 },
  { style: 'display: block; aspect-ratio: 5; max-height: 300px', height: 300 },
  { style: 'aspect-ratio: 0.2', height: 2000 },
  // A block does not pass these on to its content.
  { box: 'height: 300px', style: 'max-height: 100%', height: 300 },
  { style: 'aspect-ratio: 5; height: 300px', height: 300 },
];

/**
 * Asserts that the element has the height that its author gives it, and that its content keeps within: it is as tall as it
 * would be alone, or as the room that it has, and then its end is reached by scrolling.
 * @param {Locator} element
 */
export async function expectHeights(element) {
  const seen = await element.evaluate(async (node, all) => {
    const results = [];
    for (const { box = '', above = 0, style } of all) {
      const outer = document.createElement('div');
      outer.style.cssText = `${box}; width: 400px`;
      const sibling = document.createElement('p');
      sibling.style.cssText = `flex: none; height: ${above}px; margin: 0`;
      if (above) outer.append(sibling);
      /** @type {HTMLElement} */ (node).style.cssText = style;
      node.parentElement?.append(outer);
      outer.append(node);
      // Until nothing changes any more.
      const root = /** @type {HTMLElement} */ (node.shadowRoot?.querySelector('.root'));
      const sizes = () => [node, root].map((part) => part.getBoundingClientRect().height).join();
      for (let [last, same] = ['', 0]; same < 3; same = sizes() === last ? same + 1 : 0) {
        last = sizes();
        await new Promise(requestAnimationFrame);
      }
      const own = node.getBoundingClientRect();
      const content = root.getBoundingClientRect();
      const { borderTopWidth, paddingTop } = getComputedStyle(node);
      root.scrollTop = 1e6;
      results.push({
        height: own.height,
        content: content.height,
        starts: content.top - own.top - Number.parseFloat(borderTopWidth) - Number.parseFloat(paddingTop),
        whole: root.scrollHeight,
        isAtEnd: Math.abs(root.scrollTop + root.clientHeight - root.scrollHeight) < 1.5,
      });
      outer.before(node);
      outer.remove();
    }
    return results;
  }, cases);
  const natural = seen[0].height;
  expect(natural).toBeGreaterThan(350);
  expect(natural).toBeLessThan(1500);
  for (const [i, { style, box = '', height = natural, room = height }] of cases.entries())
    expect.soft(seen[i], `${style} in ${box}`).toEqual({
      height: expect.closeTo(height, 0),
      content: expect.closeTo(Math.min(room, natural), 0),
      starts: expect.closeTo(0, 0),
      whole: expect.anything(),
      isAtEnd: true,
    });
}
