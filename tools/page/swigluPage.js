/** The page about the conventions of gated functions: web/page/swiglu.html filled with its text, pictures and table. */
import { readFileSync } from 'node:fs';
import { colors } from '../../web/element/colors.js';
import { byId, create, svg, table } from '../../web/element/dom.js';
import { format } from '../../web/messages/format.js';
import { activation } from '../../web/package/kernels.js';
import { projects } from '../../web/page/swiglu/projects.js';
import { finishText } from './articlePage.js';
import { addAddresses, addPreview } from './head.js';
import { fill, jsonLd, markupOf, swigluFiles } from './page.js';

/** @typedef {import('./page.js').Lang} Lang */

const textOf = (/** @type {Lang} */ lang) =>
  readFileSync(new URL(`../../web/page/swiglu/${lang}.html`, import.meta.url), 'utf8');

/** @param {string} template @param {Lang} lang @param {string} [site] the address of the site, if it is known @returns {string} */
export function renderSwiglu(template, lang, site) {
  const { document, text, tools } = fill(template, lang, swigluFiles, './', {
    'script-src': "'self'",
    'connect-src': undefined,
  });
  addPreview(document, 'article', './functions/swiglu.png', site);
  if (site) addAddresses(document, lang, site, swigluFiles);
  document.head.append(
    jsonLd({
      '@context': 'https://schema.org',
      '@type': 'TechArticle',
      headline: document.title,
      description: text('swigluDescription'),
      inLanguage: lang,
      url: site ? new URL(swigluFiles[lang], site).href : undefined,
      image: site ? new URL('functions/swiglu.png', site).href : undefined,
      about: ['SwiGLU', 'GEGLU', 'GLU'].map((name) => ({ '@type': 'DefinedTerm', name })),
    }),
  );
  const article = byId('article');
  // The code is the same in all languages.
  const code = textOf('en').match(/<pre\s*>.*?<\/pre>/gs) ?? [];
  const [first, ...others] = textOf(lang).split('<!-- code -->');
  if (lang !== 'en' && others.length !== code.length)
    throw new Error(`swiglu: ${others.length} places for ${code.length} programs`);
  article.insertAdjacentHTML('beforeend', first + others.map((text, i) => code[i] + text).join(''));
  byId('layout').prepend(create('div', { class: 'panels' }, layouts(text)));
  byId('surface').prepend(surfaces(text));
  byId('calls').append(...callTable(text));
  finishText(article, lang, tools);
  // The page has no script, which would load all of the element for the buttons that copy the code.
  for (const element of article.querySelectorAll('.copied > :not(pre)')) element.remove();
  return markupOf(document);
}

/** @param {(key: string) => string} text */
function callTable(text) {
  const words = (/** @type {string} */ given) => create('code', { translate: 'no' }, given);
  const rows = Object.entries(projects).flatMap(([gate, calls]) =>
    calls.map(([call, functions]) => [
      words(call),
      text(`gate_${gate}`),
      create('ul', {}, ...functions.map(([project, name]) => create('li', {}, `${project} `, words(name)))),
    ]),
  );
  return table(
    ['call', 'activated', 'project'].map((key) => text(`swiglu_${key}`)),
    rows,
  );
}

const both = (/** @type {'text' | 'axis' | 'background'} */ name) =>
  `light-dark(${colors.light[name]}, ${colors.dark[name]})`;
const curve = (/** @type {number} */ i) => `light-dark(${colors.light.curves[i]}, ${colors.dark.curves[i]})`;
const [ink, axis, background] = [both('text'), both('axis'), both('background')];
const [positive, negative] = [curve(0), curve(1)];

const picture = (/** @type {number} */ width, /** @type {number} */ height, /** @type {Element[]} */ ...children) =>
  svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', 'font-family': 'system-ui, sans-serif' },
    ...children,
  );
/** @param {string} words @param {number} x @param {number} y @param {Record<string, string | number>} [own] */
const label = (words, x, y, own) => svg('text', { x, y, fill: ink, 'font-size': 14, ...own }, words);
const middle = { 'text-anchor': 'middle' };

/** A row in each layout. @param {(key: string) => string} text */
function layouts(text) {
  const cell = 44;
  const rows = {
    first: ['g1', 'g2', 'g3', 'u1', 'u2', 'u3'],
    second: ['u1', 'u2', 'u3', 'g1', 'g2', 'g3'],
    interleaved: ['g1', 'u1', 'g2', 'u2', 'g3', 'u3'],
  };
  const drawn = Object.entries(rows).flatMap(([gate, cells], row) => [
    label(text(`gate_${gate}`), 2, row * 72 + 16),
    ...cells.flatMap((name, i) => {
      const isGate = name.startsWith('g');
      const [x, y] = [2 + i * cell, row * 72 + 26];
      return [
        svg('rect', {
          x,
          y,
          width: cell - 4,
          height: 34,
          rx: 4,
          stroke: isGate ? positive : axis,
          fill: isGate ? positive : 'none',
          'fill-opacity': 0.22,
        }),
        label(name, x + cell / 2 - 2, y + 22, { ...middle, ...(isGate && { 'font-weight': 700 }) }),
      ];
    }),
  ]);
  return picture(268, 210, ...drawn);
}

const [side, edge, levels, step] = [240, 4, [0.5, 1, 2, 4, 8], 0.125];
const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
const toX = (/** @type {number} */ v) => round(24 + ((v + edge) / (2 * edge)) * side);
const toY = (/** @type {number} */ v) => round(28 + ((edge - v) / (2 * edge)) * side);

/**
 * The contours of a gated function over the plane of both elements of a row.
 * @param {string} clip the id of its frame @param {string} title
 * @param {object} options of swiglu
 * @param {boolean} isSwapped whether the second element is the gate
 */
function surface(clip, title, options, isSwapped) {
  const swiglu = activation('swiglu');
  const valueAt = (/** @type {number} */ g, /** @type {number} */ u) =>
    swiglu(Float32Array.of(g), Float32Array.of(u), options)[0];
  const place = (/** @type {number} */ g, /** @type {number} */ u) =>
    isSwapped ? `${toX(u)} ${toY(g)}` : `${toX(g)} ${toY(u)}`;
  /** Where the value is `level` at the gate g: the product is linear in u. @param {number} g @param {number} level */
  const uAt = (g, level) => {
    const [at, next] = [valueAt(g, 0), valueAt(g, 1)];
    return (level - at) / (next - at);
  };
  const limit = edge + 0.3;
  const near = (/** @type {number} */ u) => Math.min(Math.max(u, -limit), limit);
  /** The lines of a level on both sides of the gate's zero, and the area beyond them. @param {number} level */
  const sheets = (level) =>
    [-1, 1].map((sign) => {
      const points = Array.from({ length: edge / step }, (_, i) => sign * (i + 1) * step).map((g) => ({
        g,
        u: uAt(g, level),
      }));
      const inside = points.filter(({ u }, i) =>
        [u, points[i - 1]?.u, points[i + 1]?.u].some((v) => v !== undefined && Math.abs(v) < limit),
      );
      const beyond = Math.sign(level) * sign * limit;
      return { inside, beyond };
    });
  const path = (/** @type {{ g: number, u: number }[]} */ points) =>
    points.map(({ g, u }, i) => `${i === 0 ? 'M' : 'L'}${place(g, near(u))}`).join('');
  const drawn = [...levels, ...levels.map((level) => -level)].flatMap((level) =>
    sheets(level).flatMap(({ inside, beyond }) => {
      if (inside.length < 2) return [];
      const color = level > 0 ? positive : negative;
      const [first, last] = [inside[0], inside[inside.length - 1]];
      const area = `${path(inside)}L${place(last.g, beyond)}L${place(first.g, beyond)}Z`;
      return [
        svg('path', { d: area, fill: color, 'fill-opacity': 0.15 }),
        svg('path', {
          d: path(inside),
          stroke: color,
          fill: 'none',
          'stroke-width': 1.5,
          ...(level < 0 && { 'stroke-dasharray': '5 3' }),
        }),
      ];
    }),
  );
  const numbers = [1, 4, -1, -4].map((level) => {
    // The widest place for a number is near the diagonal.
    const g = Array.from({ length: 40 }, (_, i) => (i + 1) / 10).find((v) => Math.abs(uAt(v, level)) <= v) ?? edge;
    const [x, y] = place(g, uAt(g, level)).split(' ').map(Number);
    const halo = { stroke: background, 'stroke-width': 4, 'paint-order': 'stroke', 'stroke-linejoin': 'round' };
    return label(format(level), x, y + 5, { ...middle, ...halo, 'font-size': 13 });
  });
  const [a, b] = [3, -2];
  const value = isSwapped ? valueAt(b, a) : valueAt(a, b);
  const zero = uAt(1, 0);
  const zeros = [
    [place(-edge, zero), place(edge, zero)],
    [place(0, -edge), place(0, edge)],
  ];
  return picture(
    side + 36,
    side + 72,
    svg('clipPath', { id: `frame-${clip}` }, svg('rect', { x: 24, y: 28, width: side, height: side })),
    label(title, 24 + side / 2, 16, middle),
    svg('g', { 'clip-path': `url(#frame-${clip})` }, ...drawn),
    svg('rect', { x: 24, y: 28, width: side, height: side, fill: 'none', stroke: axis }),
    ...zeros.map(([from, to]) => svg('path', { d: `M${from}L${to}`, stroke: axis, 'stroke-width': 2 })),
    ...numbers,
    svg('circle', { cx: toX(a), cy: toY(b), r: 4, fill: ink, stroke: background, 'stroke-width': 1.5 }),
    label(format(Math.round(100 * value) / 100), toX(a), toY(b) + 20, {
      ...middle,
      'font-weight': 700,
      stroke: background,
      'stroke-width': 4,
      'paint-order': 'stroke',
    }),
    ...[-edge, 0, edge].flatMap((v) => [
      label(format(v), toX(v), 28 + side + 18, middle),
      label(format(v), 18, toY(v) + 5, { 'text-anchor': 'end' }),
    ]),
    label('a', 24 + side / 2, 28 + side + 38, { ...middle, 'font-style': 'italic' }),
    label('b', 8, 28 + side / 4, { 'font-style': 'italic' }),
  );
}

/** @param {(key: string) => string} text */
function surfaces(text) {
  return create(
    'div',
    { class: 'panels' },
    surface('first', text('gate_first'), {}, false),
    surface('second', text('gate_second'), {}, true),
    surface('third', 'gpt-oss', { alpha: 1.702, limit: 7, offset: 1 }, false),
  );
}
