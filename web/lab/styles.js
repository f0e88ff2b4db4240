/** The style sheet of the experiments, besides the style sheet that both elements share. */

export const labStyles = `
  .root { display: block; padding: 14px; }
  .question { font-size: 16px; font-weight: 600; margin: 0 0 8px; text-wrap: balance; word-break: keep-all; }
  details { margin: 4px 0; }
  summary { cursor: pointer; list-style-position: outside; margin-left: 1.2em; padding: 3px 0; }
  .chips { display: flex; flex-wrap: wrap; gap: 6px; margin: 6px 0; }
  .chip { cursor: pointer; position: relative; }
  .chip input { inset: 0; opacity: 0; position: absolute; }
  .chip span { border: 1px solid var(--axis); border-radius: 999px; display: block; padding: 2px 11px; }
  .fields { align-items: end; flex-wrap: wrap; margin: 8px 0; }
  .fields label { display: grid; gap: 2px; }
  .fields label span { color: var(--axis); font-size: 13px; }
  .fields select, .fields input[type='number'] {
    background: var(--background); border: 1px solid var(--axis); border-radius: 4px; box-sizing: border-box; color: inherit;
    font: inherit; height: 32px; max-width: 100%; padding: 0 6px;
  }
  legend { padding: 0; }
  .parameter { margin: 2px 0; max-width: 560px; }
  .fields input[type='number'] { width: 7em; }
  .chip :checked + span { background: var(--text); border-color: var(--text); color: var(--background); }
  .chip :focus-visible + span { outline: 2px solid var(--color-1); outline-offset: 2px; }
  .chip :disabled:not(:checked) + span { opacity: 0.5; }
  .rate { align-items: end; display: flex; flex-wrap: wrap; gap: 0 10px; }
  .rate input[type='range'] { width: 180px; }
  .controls > div:not(.fields):empty { display: none; }
  .controls > .fields { display: flex; gap: 8px 16px; }
  .actions { align-items: center; display: flex; flex-wrap: wrap; gap: 8px; margin: 10px 0; }
  button {
    background: var(--background); border: 1px solid var(--axis); border-radius: 6px; color: inherit; cursor: pointer;
    font: inherit; min-height: 34px; padding: 2px 16px;
  }
  .controls > button { margin-top: 8px; }
  .actions button:first-child { background: var(--text); border-color: var(--text); color: var(--background); }
  button:disabled { cursor: default; opacity: 0.5; }
  button:focus-visible, summary:focus-visible, select:focus-visible { outline: 2px solid var(--color-1); outline-offset: 2px; }
  progress { accent-color: var(--color-1); flex: 1; min-width: 80px; }
  progress[hidden], .time[hidden] { display: none; }
  figure { margin: 0; min-width: 0; }
  figcaption { color: var(--axis); font-size: 13px; }
  .frame { min-height: 200px; max-height: 340px; }
  .figures { display: grid; gap: 10px; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); margin: 8px 0; }
  .figures canvas { aspect-ratio: 1; border: 1px solid var(--grid); border-radius: 4px; float: none; max-width: 240px; width: 100%; }
  .figures figcaption { color: inherit; margin-top: 4px; padding-left: 38px; text-indent: -38px; }
  .units { display: grid; gap: 3px; grid-template-columns: repeat(8, 1fr); max-width: 240px; }
  .units i { aspect-ratio: 1; background: var(--axis); border-radius: 2px; forced-color-adjust: none; }
  .units .dead { background: none; box-shadow: inset 0 0 0 1.5px var(--note); }
  .units .dead::after { color: var(--note); content: '×'; display: grid; font: 14px/1 system-ui; height: 100%; place-items: center; }
  .units .diverged { background: none; box-shadow: inset 0 0 0 1.5px var(--grid); }
  .units .revived { border-radius: 50%; }
  .bars { min-width: 120px; width: 40%; }
  .bar { display: block; height: 11px; margin: 2px 0; overflow: visible; width: 100%; }
  tbody th:first-child:not(:has(.swatch)) { padding-left: 4px; text-indent: 0; }
  @container (max-width: 520px) {
    th, td { min-width: 2.5em; padding-left: 5px; white-space: normal; }
    .bars { min-width: 40px; width: 12%; }
    .quartiles { display: block; font-size: 12px; white-space: nowrap; }
    table:has(.bars) th + th { white-space: nowrap; }
    table:not(:has(.bars)) td:last-child { font-size: 12px; white-space: nowrap; }
    /* The pictures above have the colours of the curves. */
    .values .swatch { display: none; }
    tbody th:first-child { padding-left: 4px; text-indent: 0; }
    /* The kernel's speed is the inverse of its time. */
    table:has(.bars) :is(th, td):last-child { display: none; }
  }
  .time { align-items: center; display: grid; gap: 10px; grid-template-columns: auto minmax(0, 1fr) 3em; }
  .credit { color: var(--axis); font-size: 13px; margin: 6px 0; }
  @media print { .controls, .actions, .time { display: none; } }
  .conclusion { font-size: 15px; margin: 10px 0 0; }
  .conclusion:empty { margin: 0; }
`;
