/** Plots and sizes of pictures whose labels are tested, and the boxes of texts. */
import { namesOf } from '../package/helpers.js';

/** @typedef {{ words: string, fill: string, left: number, right: number, top: number, bottom: number }} Text */

/** Helvetica's widths in thousandths of the size, and those of wider characters where it lacks one. @param {string} words */
export function metric(words) {
  const kinds = /** @type {[RegExp, number][]} */ ([
    [/[ijl.,:|′' ]/, 278],
    [/[ft()I]/, 333],
    [/[mM%W]/, 889],
    [/[A-Z−=+<>]/, 722],
    [/[\u2e80-\uffff]/, 1000],
  ]);
  const units = [...words].map((c) => kinds.find(([kind]) => kind.test(c))?.[1] ?? 556);
  return (12 * units.reduce((sum, unit) => sum + unit, 0)) / 1000;
}

/** The texts of a picture, with the boxes that they need. @param {string} picture @returns {Text[]} */
export function textsOf(picture) {
  const legend = picture.lastIndexOf('<g transform="translate(0 ');
  const shift = Number(picture.slice(legend).match(/^<g transform="translate\(0 ([\d.]+)\)/)?.[1] ?? 0);
  return Array.from(picture.matchAll(/<text ([^>]*)>([^<]*)</g), (found) => {
    const attribute = (/** @type {string} */ name) => found[1].match(`(?:^| )${name}="([^"]*)"`)?.[1] ?? '';
    const anchor = attribute('text-anchor') || 'start';
    const scale = Number(attribute('font-size') || 12) / 12;
    const width = metric(found[2]) * scale * (attribute('font-weight') ? 1.06 : 1);
    const isLegend = legend >= 0 && found.index > legend;
    const [x, y] = [Number(attribute('x')), Number(attribute('y')) + (isLegend ? shift : 0)];
    const left = x - width * (anchor === 'end' ? 1 : anchor === 'middle' ? 0.5 : 0);
    return {
      words: found[2],
      fill: attribute('fill'),
      left,
      right: left + width,
      top: y - 9 * scale,
      bottom: y + 2 * scale,
    };
  });
}

export const touch = (/** @type {Text} */ a, /** @type {Text} */ b) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const sizes = [
  [240, 240],
  [320, 240],
  [390, 260],
  [390, 640],
  [720, 450],
  [960, 640],
  [1600, 500],
];
export const many = 'relu+leakyRelu(negativeSlope=0.1)+elu+selu+gelu+silu+mish+softplus';
export const queries = [
  '',
  ...namesOf('elementwise').flatMap((name) => [`functions=${name}`, `functions=${name}&derivative`]),
  ...['row', 'gated'].flatMap((kind) => namesOf(/** @type {'row'} */ (kind)).map((name) => `functions=${name}`)),
  `functions=${many}`,
  `functions=${many}&derivative&saturation`,
  ...namesOf('elementwise').map((name) => `functions=${name}&stacked`),
  `functions=${many}&stacked&saturation`,
  'functions=gelu+silu+mish&stacked&ymin=-1&ymax=1',
  'functions=logSigmoid&stacked&min=1&max=2&ymin=-5&ymax=-1',
  'functions=exponential&stacked&min=-3&max=-1',
  'functions=shrink(bias=0.2)&stacked&min=-0.0003&max=0.0007',
  'functions=softmax&stacked',
  'functions=gelu+silu+mish&derivative',
  'functions=sigmoid+tanh+hardSigmoid&min=-8&max=8&derivative&saturation',
  'functions=leakyRelu(negativeSlope=0.1)+leakyRelu(negativeSlope=0.3)&min=-4&max=4',
  `functions=${'rrelu(lower=0.123456,upper=0.654321)+'.repeat(3)}relu`,
  'functions=tanh&min=999000&max=1000000',
  'functions=identity&min=-1e6&max=1e6',
  'functions=shrink(bias=0.2)&min=-0.0003&max=0.0007&ymin=-1e-9&ymax=1e-9',
  'functions=exponential&min=-3&max=-1',
  'functions=exponential&max=40',
  'functions=identity&min=-5&max=-1',
  `functions=softmax+softmin&logits=${'-12.3456+'.repeat(16)}`,
  `functions=softmax&logits=${'0+1+'.repeat(5)}2`,
  'functions=swiglu+geglu+reglu',
  'functions=',
];
