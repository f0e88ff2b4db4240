/**
 * All English sentences. Code passes codes and values; the sentences are here, and in zh-Hant.js under the same keys.
 * Each section is an export of its own, so that a bundle holds only the sections that it shows.
 */
import { format, range, twoDigits } from './format.js';

/** @typedef {(values: Record<string, string>) => string} Sentence */
/** @typedef {[label: string, left: string, right: string]} Sides a function, and a value on each side of a kink */
/** @typedef {[label: string, step: number]} Divergence */
/**
 * What the benchmark found: nanoseconds per number, and by function the speed-up of the kernel over the loop.
 * @typedef {object} Cost
 * @property {{ label: string, ns: number } | undefined} cheapest as a loop
 * @property {{ label: string, times: number } | undefined} slowest as a loop, in times of the cheapest
 * @property {{ min: number, max: number }} kernels
 * @property {[label: string, ratio: number][]} speedups
 * @property {string[]} withoutLoop the labels of the functions whose kernel alone was timed
 * @property {boolean} isNoisy
 */
/**
 * What training found.
 * @typedef {object} Convergence
 * @property {number} epochs
 * @property {{ label: string, loss: number } | undefined} best undefined where all diverged
 * @property {{ label: string, loss: number, epoch: number } | undefined} worst and the epoch after which the best
 *   had already reached its loss
 * @property {Divergence[]} diverged
 */
/**
 * Which units died.
 * @typedef {object} Death
 * @property {number} rate
 * @property {number} steps
 * @property {{ label: string, dead: number, units: number }[]} counts of the networks that have not diverged
 * @property {{ label: string, from: number | undefined, max: number } | undefined} threshold the smallest learning rate
 *   at which a tenth of the units died, or else `max`, the largest at which fewer died; undefined if the network diverged
 *   at every rate
 * @property {Divergence[]} diverged
 */

export const cspAdvice = "a Content-Security-Policy must allow 'wasm-unsafe-eval' in script-src";
export const serverAdvice =
  'a server that compiles no bytes needs the module of activation-kernels/kernels.wasm: await ready({ wasm }) first';

/**
 * What the package could not read or compute.
 * @satisfies {Record<string, Sentence>}
 */
export const notes = {
  unknownWord: ({ given, allowed }) => `There is no setting ${given}; did you mean ${allowed}?`,
  unknownFunction: ({ given, allowed }) => `There is no function ${given}; similar names are ${allowed}.`,
  unknownParameter: ({ given, name, allowed }) => `${name} has no parameter ${given}; it has ${allowed || 'none'}.`,
  otherKind: ({ name, first }) =>
    `${name} cannot be drawn with ${first}: a plot shows either curves or one kind of bars.`,
  notANumber: ({ given, name }) => `${name} must be a number, not ${given}.`,
  outOfRange: ({ given, name, min, max }) => `${name} must lie between ${min} and ${max}, not ${given}.`,
  emptyRange: ({ low, high, min, max }) => `${low} (${min}) must be less than ${high} (${max}).`,
  narrowRange: ({ min, max }) => `The range from ${min} to ${max} is too narrow to draw in 32-bit floats.`,
  smallStep: ({ given, name, min }) => `${name} must be at least ${min} for this range, not ${given}.`,
  largeStep: ({ given, name, max }) => `${name} must be at most the width of the range, ${max}, not ${given}.`,
  notOneOf: ({ given, name, allowed }) => `${name} must be one of ${allowed}, not ${given}.`,
  tooMany: ({ max }) => `At most ${max} functions are drawn; the others are left out.`,
  tooLong: ({ name, max }) => `Only the first ${max} characters of ${name} are read.`,
  tooManyLogits: ({ max }) => `At most ${max} logits are drawn; the others are left out.`,
  oddLogits: ({ name, given }) =>
    `${name} splits the logits into two halves and needs an even number of them, not ${given}.`,
  noSimd: () =>
    'activation-kernels: this engine lacks WebAssembly SIMD; Chrome 91, Firefox 89, Safari 16.4, Node 16.4 and newer have it',
  noWebAssembly: () =>
    'activation-kernels: there is no WebAssembly here; Node.js has none with --jitless, Safari none in Lockdown Mode',
  notCompiled: ({ reason }) =>
    `activation-kernels: the WebAssembly module could not be compiled (${reason}); ${cspAdvice}`,
  noMemory: ({ reason }) =>
    `activation-kernels: there is not enough memory for the WebAssembly module (${reason}); calls work again once there is`,
};

/**
 * What the plot could not do, besides `notes`.
 * @satisfies {Record<string, Sentence>}
 */
export const plotNotes = {
  noCanvas: () => 'The browser could not provide a canvas; reload the page to try again.',
  notComputed: () => 'An unexpected error stopped the computation; reload the page to try again.',
};

/**
 * What failed on a page of the site. Pages show `notes` and `plotNotes` too.
 * @satisfies {Record<string, Sentence>}
 */
export const pageNotes = {
  // Firefox remembers a failed import until the page is reloaded.
  notLoaded: () => 'Part of the page could not be loaded; try again once you are online, or reload the page.',
};

/**
 * What failed in an experiment. Experiments show `notes`, `plotNotes` and `pageNotes` too.
 * @satisfies {Record<string, Sentence>}
 */
export const labNotes = {
  noClock: () => 'The browser’s clock does not advance.',
  notAnInteger: ({ given, name }) => `${name} must be an integer, not ${given}.`,
  wholeRows: ({ name }) => `${name} takes a whole row; this experiment accepts only elementwise functions.`,
};

/** The plot. */
export const plot = {
  plot: 'plot',
  values: 'values',
  temperature: 'temperature',
  keys: 'The left and right arrow keys move along the plot and read its values.',
  handle: (/** @type {string} */ parameter, /** @type {string} */ label) => `Handle: ${parameter} of ${label}`,
  /** @param {string[]} functions @param {boolean} derivative @param {number} min @param {number} max */
  curves: (functions, derivative, min, max) =>
    `${functions.join(', ') || 'No function'}${derivative ? ' with derivatives' : ''}, x from ${format(min)} to ${format(max)}.`,
  /** @param {string[]} functions @param {string[]} names of the bars */
  bars: (functions, names) => `${functions.join(', ')} of a row: ${names.join('; ')}.`,
  /** Kinks at one x. @param {Sides[]} jumps of f @param {Sides[]} corners the slopes */
  kinks: (jumps, corners) => {
    const from = jumps.map(([label, low, high]) => `${label} jumps from ${low} to ${high}.`);
    const slopes = corners.map(([label, left, right]) => `${label} ${left} and ${right}`).join('; ');
    return [...from, ...(slopes ? [`A kink with slopes on the left and right: ${slopes}.`] : [])].join(' ');
  },
};

/** A page in a frame. */
export const frame = { open: 'Open the full page' };

/** The experiments. */
export const lab = {
  questions: {
    cost: 'How long does each function take in your browser, as a JavaScript loop and as a WebAssembly kernel?',
    convergence:
      'The same small network, data and seed, each time with another activation function: which network learns fastest?',
    death: 'Turn up the learning rate: how many hidden units die, so that no example activates them any more?',
  },
  /** @param {string[]} labels */
  functions: (labels) => `Functions: ${labels.join(', ')}`,
  pass: 'What to time',
  value: 'f(x)',
  backward: 'backward pass',
  size: 'Array length',
  task: 'Task',
  curve: 'a noisy curve',
  moons: 'two moons',
  spirals: 'two spirals',
  ring: 'a ring',
  iris: 'iris flowers',
  optimiser: 'Optimiser',
  sgd: 'SGD with momentum',
  adam: 'Adam',
  rate: 'Learning rate',
  seed: 'Seed',
  textbook: 'The textbook case',
  run: 'Run',
  pause: 'Pause',
  resume: 'Continue',
  stop: 'Stop',
  progress: 'Progress',
  loss: 'log₁₀ of the loss',
  deadShare: 'share of dead units, %',
  unitsLegend: 'Each square is a hidden unit: × is dead, ● was dead and is alive again.',
  epoch: 'Epoch',
  step: 'Step',
  columns: { loss: 'Loss', accuracy: 'Accuracy', norms: 'Gradient norm per layer' },
  timing: {
    loop: 'loop',
    kernel: 'kernel',
    times: 'speed-up',
    speed: 'kernel, millions per second',
    ns: 'ns per number',
  },
  /** @param {string} label @param {string} task */
  pictureOf: (label, task) => `${label}: what the network has learned (task: ${task})`,
  /** @param {{ label: string, dead: number, units: number, revived: number }} counts */
  unitsOf: ({ label, dead, units, revived }) =>
    `${label}: ${dead} of ${units} units dead${revived > 0 ? `, ${revived} came back to life` : ''}`,
  /** @param {Divergence} divergence */
  divergedAt: ([label, step]) => `${label}: diverged at step ${step}`,
  failed: (/** @type {string} */ reason) => `The experiment could not run: ${reason}`,
  stopped: 'Stopped.',
  irises:
    'Petals of 150 irises: length on the x axis, width on the y axis, both standardised. Data of R. A. Fisher (1936), from the UCI Machine Learning Repository under CC BY 4.0.',
  /** @param {Cost} found */
  cost: ({ cheapest, slowest, kernels: { min, max }, speedups, withoutLoop, isNoisy }) =>
    [
      ...(cheapest
        ? [
            slowest
              ? `As a loop, ${cheapest.label} is the cheapest at ${twoDigits(cheapest.ns)} ns per number; ${slowest.label} takes ${twoDigits(slowest.times)} times as long.`
              : `As a loop, ${cheapest.label} takes ${twoDigits(cheapest.ns)} ns per number.`,
          ]
        : []),
      `With WebAssembly kernels a number takes ${range(min, max, ' to ')} ns.`,
      ...(cheapest
        ? [`Speed-up over the loop: ${speedups.map(([label, ratio]) => `${label} ${twoDigits(ratio)}×`).join(', ')}.`]
        : []),
      ...(withoutLoop.length > 0 ? [`This experiment has no loop for ${withoutLoop.join(', ')}.`] : []),
      ...(isNoisy
        ? [
            'But this machine was busy with other things: the times vary too much to be trusted. Run the experiment again.',
          ]
        : []),
    ].join(' '),
  /** @param {Convergence} found */
  convergence: ({ epochs, best, worst, diverged }) =>
    [
      ...(best ? [`After ${epochs} epochs ${best.label} has the smallest loss, ${twoDigits(best.loss)}.`] : []),
      ...(best && worst
        ? [
            `${best.label} had already reached ${worst.label}’s final loss, ${twoDigits(worst.loss)}, after epoch ${worst.epoch}.`,
          ]
        : []),
      ...diverged.map(divergence),
    ].join(' '),
  /** @param {Death} found */
  death: ({ rate, steps, counts, threshold, diverged }) =>
    [
      ...(counts.length === 0
        ? []
        : [
            `Dead after ${steps} steps at a learning rate of ${twoDigits(rate)}: ${counts.map(({ label, dead, units }) => `${label} ${dead} of ${units}`).join(', ')}.`,
          ]),
      ...(threshold ? [fatalRate(threshold)] : []),
      ...diverged.map(divergence),
    ].join(' '),
};

/** @param {NonNullable<Death['threshold']>} threshold */
const fatalRate = ({ label, from, max }) =>
  from === undefined
    ? `In this run fewer than a tenth of ${label}’s units died at any learning rate tried, up to ${twoDigits(max)}.`
    : `The lowest learning rate tried at which at least a tenth of ${label}’s units died is ${twoDigits(from)}.`;

/** @param {Divergence} divergence */
function divergence([label, step]) {
  return `${label} diverged at step ${step}: its values became too large for 32-bit floats.`;
}

/** The pages, as the build writes them into the HTML. */
export const page = {
  title: 'ReLU, Leaky ReLU and more: {count} activation functions, live',
  description:
    'Draw {count} activation functions with their derivatives, among them ReLU, Leaky ReLU, GELU and softmax. Adjust their parameters, compare PyTorch, Keras, JAX, ONNX and TensorFlow.js, and copy the code.',
  heading: 'Activation functions, live',
  shortName: 'Activations',
  otherLanguage: '中文',
  intro: 'An activation function bends the output of each unit, so that a network can learn more than straight lines.',
  introMore: 'Read the introduction.',
  introTutorial: 'The first plot comes from Clay’s ReLU tutorial (2021).',
  site: 'Site',
  contents: 'Contents',
  explore: 'Explore',
  explorer: 'Explorer',
  article: 'Introduction',
  articleTitle: 'Activation functions explained: ReLU, Leaky ReLU and GELU with plots and code',
  articleDescription:
    'What an activation function is, and how ReLU, Leaky ReLU and GELU differ, in plain words: formulas, short implementations in Python and JavaScript, programs that plot them, and live plots.',
  swigluTitle: 'Which SwiGLU is it?',
  swigluDescription:
    'Which half of a row do vLLM, PyTorch, ggml, diffusers, gpt-oss and ONNX activate? A table of projects, pictures, code and a check for your own weights.',
  swiglu_activated: 'Activated',
  swiglu_project: 'Project and name',
  swiglu_call: 'Call',
  gate_first: 'First half',
  gate_second: 'Second half',
  gate_interleaved: 'Even elements',
  gate_both: 'First of two arrays',
  whichSwiglu: 'Which SwiGLU is it?',
  articleHeading: 'Activation functions: ReLU, Leaky\u00a0ReLU and GELU',
  toTop: 'Back to the top',
  themeOs: 'Theme: as on your device',
  themeLight: 'Theme: light',
  themeDark: 'Theme: dark',
  reference: 'All functions',
  accuracy: 'Accuracy',
  labTitle: 'What activation functions cost, and what they do to a network',
  labDescription:
    'Three experiments that run in your browser: how long ReLU, GELU and others take, which one lets a small network learn fastest, and at what learning rate units die.',
  labIntro:
    'Three experiments on your own machine. Nothing runs until you start it. With the same seed, training reaches the same numbers to the last bit.',
  experiments: 'Experiments',
  cost: 'Is ReLU cheap?',
  convergence: 'Does ReLU learn faster?',
  death: 'Can a unit die?',
  navCost: 'Cost',
  navConvergence: 'Learning',
  navDeath: 'Dead units',
  noScriptLab: 'The experiment needs JavaScript and WebAssembly with SIMD.',
  presets: 'Examples',
  functions: 'Functions',
  gallery: 'Gallery',
  nothing: 'No function is chosen. Choose one in the gallery.',
  readAbout: 'Read about',
  search: 'Search functions by name',
  searchExample: 'swish, nn.LeakyReLU …',
  row: 'Input row',
  fewer: 'Remove a number',
  more: 'Add a number',
  ranges: 'Ranges',
  min: 'x from',
  max: 'x to',
  step: 'x step',
  ymin: 'y from',
  ymax: 'y to',
  gestures:
    'Empty fields are automatic. Drag or pinch the plot, or scroll with Ctrl or ⌘. Drag a handle on a curve to change a parameter.',
  derivative: 'Derivative f′',
  stacked: 'f′ below',
  saturation: 'Saturation',
  reset: 'Reset',
  resetView: 'Reset view',
  undo: 'Undo',
  about: 'About these functions',
  furtherReading: 'Further reading',
  articleIntro: 'ReLU, Leaky ReLU and GELU step by step: formulas, programs, pitfalls.',
  apiIntro: 'How to call each function on a Float32Array: its options, results and errors.',
  export: 'Export',
  copyLink: 'Copy link',
  copyPicture: 'Copy image',
  pictures: 'PNG and SVG',
  size: 'Size',
  sizeArticle: 'Article, 3:2',
  sizeWide: 'Slide, 16:9',
  sizeClassic: 'Slide, 4:3',
  textSize: 'Text size',
  textNormal: 'Normal',
  textLarge: 'Large',
  textLargest: 'Very large',
  pictureTitle: 'Title',
  asPage: 'Like this page',
  axisNames: 'Axis names',
  formulas: 'Formulas',
  legend: 'Legend',
  savePng: 'PNG',
  saveSvg: 'SVG',
  saveCsv: 'CSV',
  codeIntro: 'Code that draws the plot above:',
  codeLanguage: 'Language and framework of the code',
  code: 'Code',
  copyCode: 'Copy',
  embed: 'Embed it in an article',
  embedIntro:
    'The tag adapts to the article around it; the iframe also works where scripts are removed. Both draw the plot above.',
  embedForm: 'Where to paste it',
  embedCode: 'Code to paste',
  width: 'Width',
  height: 'Height',
  language: 'Language',
  theme: 'Theme',
  readers: 'Reader’s setting',
  light: 'Light',
  dark: 'Dark',
  withControls: 'Sliders under the plot',
  preview: 'Preview',
  data: 'Data as a table',
  accuracyIntro:
    'The worst error over all 4,294,967,296 floats, in ULPs: one ULP is the distance from one float to the next. Rounding to a float alone can cost half an ULP. Row functions and gated functions were measured on random rows of numbers from −10 to 10.',
  function: 'Function',
  at: 'at',
  api: 'API reference',
  footer: 'activation-kernels: MIT licence. Nothing you do here leaves your browser.',
  noScript: 'The live plot needs JavaScript and WebAssembly with SIMD. This is a static picture.',
  openExplorer: 'Open in the explorer',
  formula: 'Function',
  otherwise: 'otherwise',
  facts: 'Facts',
  values: 'Values',
  frameworksTitle: 'In the frameworks',
  expressions: 'In one line',
  program: 'A program that draws the plot above:',
  accuracyOfCurve:
    'The worst errors over all 4,294,967,296 floats, in ULPs: one ULP is the distance from one float to the next. Rounding to a float alone can cost half an ULP.',
  accuracyOfRows:
    'The worst error on random rows of numbers from −10 to 10, in ULPs: one ULP is the distance from one float to the next.',
  compare: 'Compare',
  compareTwo: '{own} and {other}',
  difference: 'Between x = {min} and {max} they differ by at most {difference}, at x = {x}.',
  same: 'With the default parameters they are the same function.',
  pageOf: 'More about {label}',
  apiOf: '{label} in the API reference',
  title_elementwise: '{label} activation function: formula, derivative, plot, code',
  title_row: '{label} activation function: formula, Jacobian, plot, code',
  title_gated: '{label} activation function: formula, gradient, plot, code',
  functionDescription:
    '{label} ({fullName}): {f}; {slope}. Live plot, code, and the differences between PyTorch, Keras, JAX, ONNX and TensorFlow.js.',
  functionsTitle: 'All {count} activation functions: plots, formulas, derivatives',
  functionsDescription:
    'ReLU, Leaky ReLU, GELU, SiLU, Mish, sigmoid, tanh, softmax and others, {count} in all: for each its plot, formula, derivative, pitfalls and code.',
  functionsHeading: 'All activation functions',
  functionsIntro: 'Each function has a page with its formula, its derivative, a live plot, code and pitfalls.',
  families: 'Families',
  notFoundTitle: 'This page does not exist',
  notFound: 'The address may be misspelt, or the page may have moved.',
  offlineTitle: 'You are offline',
  offline:
    'The explorer, the introduction, the experiments and the pages of all functions work offline. This page does not.',
  suggestions: 'Did you mean one of these?',
  family_basic: 'Basics',
  family_rectifier: 'ReLU and its variants',
  family_smooth: 'Smooth ReLUs',
  family_sigmoid: 'Sigmoids',
  family_shrinkage: 'Shrinkage',
  family_row: 'Row functions',
  family_gated: 'Gated functions',
  explained_row: 'They take a whole row of numbers, so the plot shows a bar for each number of the result.',
  explained_gated:
    'They activate one half of a row and multiply it by the other half, so the plot shows a bar for each product.',
  preset_article: 'The tutorial’s plot',
  preset_family: 'Compare the ReLU family',
  preset_smooth: 'Smooth ReLUs',
  preset_saturation: 'Why sigmoids saturate',
  preset_row: 'Softmax',
  fact_derivative: 'Derivative',
  fact_jacobian: 'Jacobian',
  fact_gradient: 'Gradient in a and b',
  fact_range: 'Range',
  fact_smoothness: 'Smoothness',
  fact_monotonicity: 'Monotonicity',
  fact_kinks: 'At the kink',
  fact_parameters: 'Parameters',
  fact_origin: 'Paper',
  smoothness_discontinuous: 'discontinuous (jumps)',
  smoothness_continuous: 'continuous, with kinks',
  smoothness_once: 'differentiable once, f′ continuous',
  smoothness_smooth: 'smooth (differentiable any number of times)',
  monotonicity_none: 'not monotonic',
  monotonicity_notDecreasing: 'non-decreasing, flat in parts',
  monotonicity_increasing: 'strictly increasing',
  use: 'When to use it',
  care: 'What can go wrong',
  framework: 'Framework',
  nameAndDefaults: 'Name and defaults',
  atKink: 'f′ at the kink',
  differs: 'differs',
  explainedMark: '≠ differs from the definition on this page.',
  noFramework: 'None of the frameworks that this site compares has it built in; “Code” below has the expressions.',
  defaultIs: 'default',
};

/** The explorer and the pages of functions while they are used. */
export const live = {
  /** @param {number} count */
  found: (count) => (count === 1 ? '1 function' : `${count} functions`),
  /** @param {string} text what was searched */
  notFound: (text) => `No function has the name “${text}”.`,
  suggestions: 'Did you mean one of these?',
  searchHelp: 'Try a part of a name: “relu”, “soft”.',
  /** @param {number} count */
  limit: (count) => `A plot shows at most ${count} curves. Remove one to add another.`,
  bars: {
    row: 'The functions take the whole row. Each bar is one number of the result.',
    gated: 'The functions take the row in two halves, a and b. Each bar is the result of one a and one b.',
  },
  /** The label of a field in a sentence. @param {string} text */
  label: (text) => text,
  copied: 'Copied.',
  copiedShort: 'Copied',
  notCopied: 'The browser did not allow copying; the text is selected instead.',
  pictureNotCopied: 'The browser did not allow copying; the PNG and SVG buttons save the image.',
  /** @param {string} file */
  saved: (file) => `Saved ${file}.`,
  /** @param {number} shown @param {number} all */
  rows: (shown, all) =>
    shown === all ? `${all} rows.` : `The first ${shown} of ${all} rows; the CSV file has them all.`,
  /** @param {string} file @param {string} reason */
  failed: (file, reason) => `${file} could not be created: ${reason}`,
  /** Of the size of an embedded plot: the text of a field, and what is allowed. */
  sizeOutside: {
    /** @param {string} text @param {{ min: number, max: number, default: string }} allowed */
    width: (text, { min, max, default: used }) =>
      `The width must be from ${min} to ${max} pixels, or 100%, not “${text}”. The code uses ${used} instead.`,
    /** @param {string} text @param {{ min: number, max: number, default: string }} allowed */
    height: (text, { min, max, default: used }) =>
      `The height must be from ${min} to ${max} pixels, not “${text}”. The code uses ${used} instead.`,
  },
  /** Where to paste each form of the code. */
  forms: {
    HTML: 'For a page, or a blog that keeps scripts: Jekyll, Eleventy, Hexo, MkDocs, Pelican, Ghost (HTML card).',
    iframe: 'For a blog that removes scripts but keeps iframes.',
    WordPress:
      'Paste it into a Custom HTML block, as administrator or editor. WordPress removes iframes from the posts of authors and contributors.',
    Hugo: 'Paste it into a post. The site needs the shortcode once: see “Hugo shortcode”.',
    'Hugo shortcode': 'Save it once as layouts/shortcodes/activation-plot.html.',
    VitePress: 'Paste it into a Markdown file.',
    'MDX / JSX': 'Paste it into a file of MDX or JSX: Docusaurus, Next.js, Astro.',
    Markdown: 'A link, for a blog that removes HTML.',
  },
};
