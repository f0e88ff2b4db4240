/** The style sheet of <activation-plot>. Authors restyle it with the custom properties --activation-plot-*. */
import { colors } from './colors.js';
import { create } from './dom.js';

/** The custom properties of a theme; the author's win. @param {import('./colors.js').Colors} theme */
function properties({ curves, note, ...others }) {
  const all = [...Object.entries(others), ...curves.map((color, i) => [`color-${i + 1}`, color])];
  return `${all.map(([name, color]) => `--${name}: var(--activation-plot-${name}, ${color});`).join(' ')} --note: ${note};`;
}

// The probe gives the element a natural width. An <svg> with a maximum in percent shrinks with its container, as an image
// does, which no other kind of box can. Where that would make the element vanish, the size of the root keeps it visible.
// The canvas floats, because in right-to-left pages WebKit counts the space beside a block as its margin, which Chart.js
// subtracts. It is stretched for printing, because Chart.js resizes it only after the browser has printed.
const text = `
  :host { display: flex; flex-flow: column; max-inline-size: 100%; min-inline-size: 0; writing-mode: horizontal-tb; }
  :host([hidden]) { display: none; }
  .probe {
    background: Canvas; block-size: 0; display: block; inline-size: 600px; max-inline-size: 100%;
    transition: 1ms step-start; transition-property: background-color, outline-offset;
  }
  :host(:lang(zh)) .probe { outline-offset: 1px; }
  .room {
    border: 0 solid transparent; border-width: var(--Top) 0 var(--Bottom); box-sizing: border-box; display: flex; flex-flow: column;
    margin: calc(-1 * var(--Top)) 0 calc(-1 * var(--Bottom)); min-block-size: inherit; overflow: hidden;
  }
  .bounded { block-size: calc(100% + var(--Top) + var(--Bottom)); }
  .capped { max-block-size: inherit; }
  .root {
    all: initial;
    ${properties(colors.light)} color-scheme: light;
    pointer-events: inherit; user-select: inherit; visibility: inherit;
    background: var(--background);
    border-radius: 8px;
    box-sizing: border-box;
    color: var(--text);
    contain-intrinsic-inline-size: 104px;
    container-type: inline-size;
    display: flex; flex-flow: column;
    font: 14px/1.5 var(--activation-plot-font, system-ui, sans-serif);
    forced-color-adjust: none;
    overflow: auto;
    padding: 8px;
  }
  .root[data-theme='dark'] { ${properties(colors.dark)} color-scheme: dark; }
  .root > * { flex: none; }
  .root > :not(.frame), canvas { direction: ltr; }
  .frame {
    aspect-ratio: 16 / 10; border-radius: 4px; break-inside: avoid; flex: 0 1 auto; min-height: 220px; position: relative;
    touch-action: pan-y; width: 100%;
    max-height: 4096px; max-width: 4096px;
  }
  :host([stacked]:not([stacked='false'])) .frame { min-height: 250px; }
  canvas { display: block; float: left; max-height: 100%; max-width: 100%; object-fit: contain; }
  .frame.curves { cursor: crosshair; }
  .fallback { inset: 0; overflow: hidden; position: absolute; }
  .handles { position: relative; }
  .handle {
    border-radius: 50%; cursor: move; display: grid; height: 24px; place-items: center; position: absolute;
    touch-action: none; transform: translate(-50%, 50%); user-select: none; width: 24px;
  }
  .handle::before { background: currentColor; border: 2px solid var(--background); border-radius: 50%; box-shadow: 0 0 0 2px; content: ''; height: 8px; width: 8px; }
  @media (pointer: coarse) { .handle { height: 44px; width: 44px; } }
  :is(.frame, .handle, .values):focus-visible { outline: 2px solid var(--color-1); outline-offset: 2px; }
  /* A shadow at each edge beyond which a table continues: phones hide scroll bars. What scrolls is cut to whole pixels. */
  .values {
    background:
      linear-gradient(90deg, var(--background) 80%, transparent) local 0 / 14px 100% no-repeat,
      linear-gradient(-90deg, var(--background) 80%, transparent) local 100% / 14px 100% no-repeat,
      linear-gradient(90deg, var(--axis), transparent) 0 / 12px calc(100% - 2px) no-repeat,
      linear-gradient(-90deg, var(--axis), transparent) calc(100% - 1px) / 12px calc(100% - 2px) no-repeat;
    overflow-x: auto;
  }
  table { border-collapse: collapse; margin: 6px auto 0; width: 100%; }
  th, td { font-weight: inherit; padding: 1px 0 1px 14px; text-align: end; white-space: nowrap; }
  :is(th, td):last-child { padding-right: 4px; }
  th:first-child { padding-left: 4px; text-align: start; white-space: normal; }
  tbody th:first-child { padding-left: 42px; text-indent: -38px; }
  .parameters { display: inline-block; text-indent: 0; }
  thead { color: var(--axis); }
  td { font-variant-numeric: tabular-nums; width: 9em; }
  .swatch { height: 14px; margin-right: 8px; overflow: visible; vertical-align: -2px; width: 30px; }
  .mark { display: none; }
  .mark.seen, .colorless .mark { display: inline; }
  .kinks { color: var(--axis); display: grid; font-size: 13px; margin: 2px 4px 0; min-height: 1.5em; }
  .kinks::after { content: attr(data-longest) / ''; visibility: hidden; }
  .kink, .kinks::after { grid-area: 1 / 1; margin: 0; }
  .kinks[data-longest=''] { display: none; }
  @container (max-width: 504px) {
    td { min-width: 5em; width: auto; }
    th, td { padding-left: 10px; }
    .kinks { min-height: 3em; }
  }
  @media print {
    canvas { inset: 0; min-height: 100%; min-width: 100%; position: absolute; }
    .controls, .handles { display: none; }
  }
  .controls > div { display: grid; gap: 0 24px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); }
  fieldset { border: 0; margin: 8px 0 0; min-width: 0; padding: 0; }
  legend { font-weight: 600; padding: 0 4px; }
  .parameter { margin: 2px 4px; align-items: center; display: grid; gap: 0 8px; grid-template-columns: auto minmax(0, 1fr) 7em; }
  .name { color: var(--axis); min-width: 3.5em; }
  .name:has(code) { min-width: 5.5em; }
  .name code { font-size: 12px; }
  input { accent-color: var(--color-1); font: inherit; margin: 0; min-width: 0; }
  input[type='range'] { height: 32px; }
  input[type='number'] {
    background: var(--background); border: 1px solid var(--axis); border-radius: 4px; box-sizing: border-box; color: inherit;
    height: 30px; padding: 0 6px;
  }
  .notes p { border-left: 3px solid; color: var(--note); margin: 6px 0 0; overflow-wrap: anywhere; padding: 2px 10px; }
`;

/** A style sheet works only in the document that made it. @type {WeakMap<Document, Record<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/**
 * Gives a shadow root style sheets that all elements of its document share.
 * @param {ShadowRoot} root @param {string[]} more besides the plot's
 */
export function adoptStyles(root, ...more) {
  const all = [text, ...more];
  const { ownerDocument } = root;
  const made = sheets.get(ownerDocument) ?? {};
  sheets.set(ownerDocument, made);
  const sheetOf = (/** @type {string} */ css) => {
    const sheet = new /** @type {Window & typeof globalThis} */ (ownerDocument.defaultView).CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  };
  root.querySelector('style')?.remove();
  try {
    for (const css of all) made[css] ??= sheetOf(css);
    root.adoptedStyleSheets = all.map((css) => made[css]);
  } catch {
    root.append(create('style', {}, ...all)); // Firefox before 101 cannot make style sheets
  }
}
