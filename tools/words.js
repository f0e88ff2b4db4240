/** What the words of plots and experiments mean, for the documentation. Not in their tables, which readers download. */

/** @type {Record<import('../web/package/plotWords.js').PlotWord, string>} */
export const plotMeanings = {
  functions: 'Functions by any of their names, each with its parameters: `relu elu(alpha=2)`.',
  min: 'Left end of the x axis; if omitted, it follows from the functions’ own ranges: see below the table.',
  max: 'Right end of the x axis; if omitted, it follows from the functions’ own ranges.',
  step: 'Spacing of the points; a 400th of the range if omitted.',
  ymin: 'Lower end of the y axis; fitted to the curves if omitted.',
  ymax: 'Upper end of the y axis; fitted to the curves if omitted.',
  derivative: 'Also draws f′, dashed.',
  stacked:
    'Draws f′ below f, on the same x axis; implies `derivative`. `ymin` and `ymax` apply to f only. In a picture lower than 200 pixels, f and f′ share one area.',
  saturation: 'Shades where |f′| is below 0.01, except around an extremum.',
  logits: 'Input row of row functions and gated functions, whose results are drawn as bars.',
  temperature: 'Divides the input row; gated functions take the row as it is.',
  controls: 'Shows sliders for the parameters, or for the input row.',
  lang: 'Language, as any language tag: `zh-TW` means `zh-Hant`, `en-GB` means `en`; the host page’s if omitted.',
  theme: 'Colour scheme; the host page’s if omitted.',
};

/** @type {Record<import('../web/lab/labWords.js').LabWord, string>} */
export const labMeanings = {
  experiment:
    '`cost` times the functions, `convergence` trains networks with them, `death` counts hidden units that die.',
  functions: 'Elementwise functions by any of their names, each with its parameters.',
  pass: 'What `cost` times: f, or the backward pass.',
  size: 'Length of the arrays that `cost` times.',
  task: 'What the networks learn.',
  optimiser: 'How the networks learn.',
  rate: 'Learning rate.',
  seed: 'Seed of the initial weights and of the order of the examples.',
  lang: plotMeanings.lang,
  theme: plotMeanings.theme,
};
