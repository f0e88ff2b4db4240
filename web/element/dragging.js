/** The handles on the curves as sliders, which readers drag with a pointer or move with keys. */
import { format } from '../messages/format.js';
import { create, setAttributes, zoomOf } from './dom.js';
import { handlesOf, valueAt } from './handles.js';
import { clamp, stepsOf } from './pointer.js';
import { shortLabels } from './scene.js';

/** @typedef {import('./handles.js').Handle} Handle */
/** @typedef {import('./scene.js').Curves} Curves */
/** The new value of parameter `name` of function number `curve`. @typedef {{ curve: number, name: string, value: number }} Change */
/** A picture of curves, and its height. @typedef {{ scene: Curves, area: import('./layout.js').Area, height: number }} Drawn */

/**
 * The handles of a plot. They are siblings of its frame, because the frame is a slider, and a slider cannot hold others.
 * @param {HTMLElement} frame of the plot, which stands just before the box
 * @param {(change?: Change) => void} change called without a change when the reader releases a handle
 */
export function addHandles(frame, change) {
  /** @type {Map<EventTarget | null | undefined, Handle>} */
  let shown = new Map();
  /** @type {Drawn} */
  let drawn;
  /** The element that the reader moves, with a pointer or with keys. @type {EventTarget | null | undefined} */
  let held;
  /** The pointer that drags the handle, its place on the handle, and the picture when the drag began. @type {{ pointerId: number, grip: number[], before: Drawn } | undefined} */
  let drag;
  const box = create('div', { class: 'handles' });
  const handles = {
    box,
    /** The ranges during a drag, fixed so that the handle stays under the pointer. @type {object | undefined} */
    kept: /** @type {{ min: number, max: number, ymin: number, ymax: number } | undefined} */ (undefined),
    clear() {
      held = drag = handles.kept = undefined;
      shown.clear();
      box.replaceChildren();
    },
    /**
     * @param {import('../package/types.js').Plot} plot @param {import('./layout.js').Panel} panel @param {number} height
     * @param {(parameter: string, label: string) => string} text the label of a handle
     */
    show(plot, { scene, area, labels }, height, text) {
      const before = shown;
      shown = new Map();
      if (scene.kind === 'curves') drawn = { scene, area, height };
      for (const handle of scene.kind === 'curves' ? handlesOf(plot, scene, area, labels, before.get(held)) : []) {
        const { curve, parameter, value, x, y } = handle;
        const same = [...before].find(([, other]) => other.curve === curve && other.parameter === parameter);
        const element = /** @type {HTMLElement} */ (
          same?.[0] ?? create('div', { class: 'handle', part: 'handle', role: 'slider', tabindex: 0 })
        );
        setAttributes(element, {
          'aria-label': text(parameter.name, shortLabels(plot)[curve]),
          'aria-valuemin': parameter.min,
          'aria-valuemax': parameter.max,
          'aria-valuenow': value,
          'aria-valuetext': `${parameter.symbol} = ${format(value)}`,
        });
        const color = `var(--color-${scene.colors[curve] + 1})`;
        // Keys can move a handle beyond a range that does not follow.
        const left = clamp(area.toX(x), area.left, area.right);
        const bottom = height - clamp(area.toY(y), area.top, area.bottom);
        element.style.cssText = `color: ${color}; left: ${left}px; bottom: ${bottom}px`;
        if (!same) box.append(element);
        shown.set(element, handle);
      }
      for (const element of before.keys()) if (!shown.has(element)) /** @type {Element} */ (element).remove();
      if (held && !shown.has(held)) release();
    },
  };

  /** The place of a pointer on its element, also inside transforms. @param {PointerEvent} event */
  const placeOn = ({ offsetX, offsetY }) => [offsetX, offsetY].map((pixels) => pixels / zoomOf(frame));

  function release() {
    held = drag = handles.kept = undefined;
    change();
  }

  // The plot below a handle can still be zoomed.
  box.addEventListener('wheel', (event) => {
    if (!frame.dispatchEvent(new WheelEvent('wheel', event))) event.preventDefault();
  });

  /** @param {Handle} handle @param {number} value also for the next event, which may come before the next drawing */
  function set(handle, value) {
    handle.value = value;
    change({ curve: handle.curve, name: handle.parameter.name, value });
  }

  box.addEventListener('pointerdown', (event) => {
    const handle = shown.get(event.target);
    if (!handle || event.button !== 0 || drag) return;
    held = /** @type {HTMLElement} */ (event.target);
    drag = { pointerId: event.pointerId, grip: placeOn(event), before: drawn };
    /** @type {HTMLElement} */ (held).setPointerCapture(event.pointerId);
  });
  box.addEventListener('pointermove', (event) => {
    const element = /** @type {HTMLElement} */ (event.target);
    const handle = shown.get(element);
    if (!drag || !handle || event.pointerId !== drag.pointerId) return;
    const { x, y } = drag.before.scene;
    const { left, right, top, bottom } = drag.before.area;
    const [dx, dy] = placeOn(event).map((at, i) => at - /** @type {any} */ (drag).grip[i]);
    const pixel = { x: (x.max - x.min) / (right - left), y: (y.max - y.min) / (bottom - top) };
    const target = {
      x: x.min + (Number.parseFloat(element.style.left) + dx - left) * pixel.x,
      y: y.min + (Number.parseFloat(element.style.bottom) - dy - drawn.height + bottom) * pixel.y,
    };
    const value = valueAt(handle, target[handle.axis]);
    if (value === handle.value) return;
    // The ranges grow so that they hold the handle.
    const place = handle.at(value);
    handles.kept = {
      min: Math.min(x.min, place.x),
      max: Math.max(x.max, place.x),
      ymin: Math.min(y.min, place.y),
      ymax: Math.max(y.max, place.y),
    };
    set(handle, value);
  });
  // Every end of a drag fires this event, a cancelled one too.
  box.addEventListener('lostpointercapture', ({ pointerId }) => {
    if (pointerId === drag?.pointerId) release();
  });

  box.addEventListener('keydown', (event) => {
    const handle = shown.get(event.target);
    const steps = stepsOf(event);
    if (!handle || steps === undefined) return;
    event.preventDefault();
    held = event.target;
    const { min, max, step } = handle.parameter;
    // Whole steps from the minimum, so that the values are those of the parameter's slider.
    const stepped = min + (Math.round((handle.value - min) / step) + steps) * step;
    set(handle, clamp(Number(stepped.toPrecision(12)), min, max));
  });
  box.addEventListener('focusout', ({ target }) => {
    if (!drag && target === held) release();
  });
  return handles;
}
