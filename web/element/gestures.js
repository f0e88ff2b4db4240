/**
 * Gestures with mouse, fingers and wheel on a plot. One finger and the wheel without Ctrl still scroll the host page.
 * chartjs-plugin-zoom prevents that (https://github.com/chartjs/chartjs-plugin-zoom/issues/791) and needs Hammer.js for
 * touch.
 */

import { zoomOf } from './dom.js';

/**
 * @typedef {object} Handlers x in CSS pixels of the canvas, from its left edge
 * @property {(x: number) => void} read a pointer is at x
 * @property {() => void} leave no pointer is on the plot
 * @property {() => void} start a change of the range begins
 * @property {(from: [number, number], to: [number, number]) => void} change two points were moved since the start
 */

/** @param {HTMLElement} area that a canvas fills @param {Handlers} handlers */
export function addGestures(area, { read, leave, start, change }) {
  /**
   * Where each pressed pointer was at the start, and where it is now.
   * @type {Map<number, { from: number, at: number }>}
   */
  const pressed = new Map();
  // Of the coordinates of an event, only offsetX and offsetY follow the transforms of all ancestors; they ignore `zoom`.
  const place = (/** @type {MouseEvent} */ { offsetX }) => offsetX / zoomOf(area);
  const restart = () => {
    for (const pointer of pressed.values()) pointer.from = pointer.at;
    start();
  };

  area.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    if (event.isPrimary) pressed.clear(); // an element that was moved in the document got no pointerup
    pressed.set(event.pointerId, { from: place(event), at: place(event) });
    if (event.pointerType === 'mouse') area.setPointerCapture(event.pointerId);
    read(place(event));
    restart();
  });
  area.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'mouse' && event.buttons === 0) pressed.delete(event.pointerId);
    const pointer = pressed.get(event.pointerId);
    if (pointer) pointer.at = place(event);
    const [a, b] = [...pressed.values()];
    if (a && b) change([a.from, b.from], [a.at, b.at]);
    // One finger reads values, like a mouse without a pressed button.
    else if (pointer && event.pointerType === 'mouse' && Math.abs(a.at - a.from) > 3)
      change([a.from, a.from + 100], [a.at, a.at + 100]);
    else read(place(event));
  });
  for (const type of /** @type {const} */ (['pointerup', 'pointercancel']))
    area.addEventListener(type, ({ pointerId }) => {
      if (pressed.delete(pointerId)) restart();
    });
  // The guide stays where a finger lifts, but not when the finger scrolls.
  area.addEventListener('pointerleave', ({ pointerType }) => {
    if (pressed.size === 0 && pointerType !== 'touch') leave();
  });
  area.addEventListener('pointercancel', leave);
  area.addEventListener(
    'wheel',
    (event) => {
      // Every browser reports a pinch on a touchpad as a wheel event with Ctrl.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const x = place(event);
      const factor = Math.exp(Math.min(Math.max(-event.deltaY, -50), 50) / 200);
      restart();
      change([x - 100, x + 100], [x - 100 * factor, x + 100 * factor]);
    },
    { passive: false },
  );
}
