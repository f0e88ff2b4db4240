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
  /** @type {Map<EventTarget | null, Handle>} */
  let shown = new Map();
  /** @type {Drawn} */
  let drawn;
  /** The dragged handle, the place of the pointer on it, and the picture at the start of the drag. @type {{ element: Element, grip: number[], before: Drawn } | undefined} */
  let drag;
  const box = create('div', { class: 'handles' });
  const handles = {
    box,
    /** The ranges during a drag, fixed so that the handle stays under the pointer. @type {object | undefined} */
    kept: /** @type {{ min: number, max: number, ymin: number, ymax: number } | undefined} */ (undefined),
    clear() {
      shown.clear();
      box.replaceChildren();
      drag = handles.kept = undefined;
    },
    /**
     * @param {import('../package/types.js').Plot} plot @param {import('./layout.js').Panel} panel @param {number} height
     * @param {(parameter: string, label: string) => string} text the label of a handle
     */
    show(plot, { scene, area }, height, text) {
      if (scene.kind !== 'curves') return handles.clear();
      drawn = { scene, area, height };
      const before = shown;
      shown = new Map();
      for (const handle of handlesOf(plot, scene.x, area)) {
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
        element.style.cssText = `color: ${color}; left: ${area.toX(x)}px; bottom: ${height - area.toY(y)}px`;
        if (!same) box.append(element);
        shown.set(element, handle);
      }
      for (const element of before.keys()) if (!shown.has(element)) /** @type {Element} */ (element).remove();
      if (drag && !shown.has(drag.element)) release();
    },
  };

  /** The place of a pointer on its element, also inside transforms. @param {PointerEvent} event */
  const placeOn = ({ offsetX, offsetY }) => [offsetX, offsetY].map((pixels) => pixels / zoomOf(frame));

  function release() {
    if (!drag) return;
    drag = handles.kept = undefined;
    change();
  }

  box.addEventListener('pointerdown', (event) => {
    const handle = shown.get(event.target);
    if (!handle || event.button !== 0) return;
    const element = /** @type {HTMLElement} */ (event.target);
    drag = { element, grip: placeOn(event), before: drawn };
    element.setPointerCapture(event.pointerId);
  });
  box.addEventListener('pointermove', (event) => {
    const element = /** @type {HTMLElement} */ (event.target);
    const handle = shown.get(element);
    if (drag?.element !== element || !handle || event.buttons === 0) return;
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
    change({ curve: handle.curve, name: handle.parameter.name, value });
  });
  for (const type of ['pointerup', 'pointercancel']) box.addEventListener(type, release);

  box.addEventListener('keydown', (event) => {
    const handle = shown.get(event.target);
    const steps = stepsOf(event);
    if (!handle || steps === undefined) return;
    event.preventDefault();
    const { curve, parameter, value } = handle;
    const { name, min, max, step } = parameter;
    // Whole steps from the minimum, so that the values are those of the parameter's slider.
    const stepped = min + (Math.round((value - min) / step) + steps) * step;
    change({ curve, name, value: clamp(Number(stepped.toPrecision(12)), min, max) });
  });
  return handles;
}
