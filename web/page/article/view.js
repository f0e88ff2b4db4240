/** The plot of #range, whose range the reader can type. */
import { ActivationPlot } from '../../element/activation-plot.js';
import { byId } from '../../element/dom.js';

/** Enables the fields: the plot follows them, and they follow the plot when the reader moves it. */
export function enableView() {
  const plot = byId('view').querySelector('activation-plot');
  if (!(plot instanceof ActivationPlot)) return;
  /** @type {NodeListOf<HTMLInputElement>} */
  const fields = byId('view').querySelectorAll('input[name]');
  const update = () => {
    // The plot itself says what is wrong with a range.
    for (const { name, value } of fields) plot.setAttribute(name, value);
  };
  for (const field of fields) {
    field.addEventListener('input', update);
    field.disabled = false;
  }
  plot.addEventListener('plotrange', (event) => {
    const { detail } = /** @type {CustomEvent<Record<string, number>>} */ (event);
    for (const field of fields) field.value = String(Number(detail[field.name].toPrecision(4)));
  });
  update(); // the browser may have restored another range
}
