/** The element's style. A constructed sheet, because a Content-Security-Policy may forbid <style>. */
const text = `
  :host { display: block; }
  :host([hidden]) { display: none; }
  .root {
    --background: var(--activation-plot-background, #fff);
    --text: var(--activation-plot-text, #3c434d);
    --axis: var(--activation-plot-axis, #6b7280);
    --grid: var(--activation-plot-grid, #e7e9ee);
    --note: #9a3412;
    --color-1: var(--activation-plot-color-1, #0b62c4);
    --color-2: var(--activation-plot-color-2, #c8430b);
    --color-3: var(--activation-plot-color-3, #087f5b);
    --color-4: var(--activation-plot-color-4, #8e3fc5);
    --color-5: var(--activation-plot-color-5, #8a5a00);
    --color-6: var(--activation-plot-color-6, #00798c);
    --color-7: var(--activation-plot-color-7, #c2185b);
    --color-8: var(--activation-plot-color-8, #5f6368);
    color-scheme: light;
    background: var(--background);
    border-radius: 8px;
    color: var(--text);
    padding: 8px;
    font: 14px/1.5 var(--activation-plot-font, system-ui, sans-serif);
  }
  .root[data-theme='dark'] {
    --background: var(--activation-plot-background, #14181f);
    --text: var(--activation-plot-text, #c9d1db);
    --axis: var(--activation-plot-axis, #8b95a3);
    --grid: var(--activation-plot-grid, #262d37);
    --note: #fdba74;
    --color-1: var(--activation-plot-color-1, #6cb2ff);
    --color-2: var(--activation-plot-color-2, #ff9a5c);
    --color-3: var(--activation-plot-color-3, #4fd1a5);
    --color-4: var(--activation-plot-color-4, #d19cff);
    --color-5: var(--activation-plot-color-5, #f2c14e);
    --color-6: var(--activation-plot-color-6, #4dd0e1);
    --color-7: var(--activation-plot-color-7, #ff80ab);
    --color-8: var(--activation-plot-color-8, #b0b8c1);
    color-scheme: dark;
  }
  .frame { position: relative; aspect-ratio: 16 / 10; min-height: 220px; width: 100%; border-radius: 4px; }
  .fallback { inset: 0; overflow: auto; position: absolute; }
  .fallback[hidden] { display: none; }
  .frame:focus-visible { outline: 2px solid var(--color-1); outline-offset: 2px; }
  .legend {
    display: flex; flex-wrap: wrap; gap: 2px 18px; justify-content: center;
    list-style: none; margin: 6px 0 0; min-height: 1.5em; padding: 0;
  }
  .notes p { border-left: 3px solid; color: var(--note); margin: 6px 0 0; overflow-wrap: anywhere; padding: 2px 10px; }
  .swatch { border-top: 3px solid; display: inline-block; margin-right: 7px; vertical-align: middle; width: 22px; }
  .swatch.dashed { border-top-style: dashed; }
`;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** One sheet for all elements of the page. */
export function styles() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
  }
  return sheet;
}
