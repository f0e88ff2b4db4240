/** Pictures to export: the plot with a title, formulas and axis names, as SVG, and the names of the files. */
import { colors, lookIn } from '../element/colors.js';
import { fontSize, widthOf } from '../element/labels.js';
import { shareBelow } from '../element/layout.js';
import { summaryOf } from '../element/picture.js';
import { kindOf, sceneOf } from '../element/scene.js';
import { escaped, legendOf, svgOf, wrap } from '../element/svg.js';
import { find } from '../package/catalogue.js';
import { gridOf } from '../package/grid.js';

/** @typedef {import('../package/types.js').Plot} Plot */
/** A formula as SVG, and its size in thousandths of the font size. @typedef {{ width: number, ascent: number, descent: number, paths: string }} Formula */
/** Formulas by the names of their functions. The paths refer to the glyphs by number. @typedef {{ glyphs: string[], formulas: Record<string, Formula> }} Formulas */
/**
 * `text` enlarges the text, but less if too little room would remain for the plot; the picture shows `formulas` if they are given.
 * @typedef {{ size: keyof typeof sizes, theme: 'light' | 'dark', text: number, title: string, legend: boolean, axes: boolean, formulas?: Formulas | undefined }} Slide
 */
/** Lines at the top of a picture, as SVG, and the y at which they end. @typedef {{ content: string, bottom: number }} Lines */

/** Half the pixels of a PNG. */
export const sizes = {
  article: { width: 960, height: 640 },
  wide: { width: 960, height: 540 },
  classic: { width: 800, height: 600 },
};

/** The plot has at least this share of the height. */
const minShare = 0.45;
const title = { size: 20, step: 26 };
const formula = { size: 16, gap: 32 };
const margin = 16;

/** Where a title may break: at spaces, and between Chinese characters, except before punctuation. */
const parts = /\s*(?:[\u2e80-\ufeff](?:[\u3001\u3002\uff01-\uff0f\uff1a-\uff1f」』）]*)|[^\s\u2e80-\ufeff]+)/g;

/** @param {string} words @param {number} room @returns {string[]} */
function titleLines(words, room) {
  // The title is bold, and larger than the text that widthOf measures.
  const scale = (1.1 * title.size) / fontSize;
  const short = (/** @type {string} */ part) => widthOf(part) * scale <= room;
  const all = (words.match(parts) ?? []).flatMap((part) => (short(part) ? [part] : [...part]));
  return wrap(all, room / scale);
}

/** @param {string} words @param {number} wide @param {string} fill @returns {Lines} */
function heading(words, wide, fill) {
  const lines = titleLines(words, wide - 2 * margin);
  const content = lines.map(
    (line, i) =>
      `<text x="${wide / 2}" y="${32 + i * title.step}" fill="${fill}" text-anchor="middle" font-size="${title.size}" font-weight="600">${escaped(line)}</text>`,
  );
  return { content: content.join(''), bottom: lines.length > 0 ? 18 + lines.length * title.step : 0 };
}

/** Formulas in rows, each with as many as fit. @param {Formula[]} formulas @param {string[]} glyphs @param {number} wide @param {number} top @param {string} fill @returns {Lines} */
function formulaRows(formulas, glyphs, wide, top, fill) {
  const room = wide - 2 * margin;
  const all = formulas.map((one) => ({ ...one, scale: Math.min(formula.size / 1000, room / one.width) }));
  const widthOfRow = (/** @type {typeof all} */ row) =>
    row.reduce((sum, { width, scale }) => sum + width * scale, (row.length - 1) * formula.gap);
  /** @type {(typeof all)[]} */
  const rows = [];
  for (const one of all) {
    const last = rows.at(-1);
    if (last && widthOfRow([...last, one]) <= room) last.push(one);
    else rows.push([one]);
  }
  let bottom = top;
  const content = rows.map((row) => {
    const [ascent, descent] = [
      Math.max(...row.map(({ ascent, scale }) => ascent * scale)),
      Math.max(...row.map(({ descent, scale }) => descent * scale)),
    ];
    const y = bottom + 8 + ascent;
    bottom = y + descent;
    let x = (wide - widthOfRow(row)) / 2;
    return row.map(({ width, scale, paths }) => {
      const at = `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(5)})`;
      x += width * scale + formula.gap;
      const drawn = paths.replace(/ d="(\d+)"/g, (_, glyph) => ` d="${glyphs[glyph]}"`);
      return `<g transform="${at}" fill="${fill}">${drawn}</g>`;
    });
  });
  return { content: content.flat().join(''), bottom };
}

/** @param {Plot} plot @param {Slide} slide @param {'en' | 'zh-Hant'} lang @returns {string} */
export function slideOf(plot, { size, theme, text, title, legend, axes, formulas }, lang) {
  const { width, height } = sizes[size];
  const scene = sceneOf(plot);
  const look = lookIn(theme);
  const { background, text: fill } = colors[theme];
  const hasNames = axes && scene.kind === 'curves';
  const room = hasNames ? 18 : 0;
  // A y axis at the right edge has its labels where the name of the x axis would be.
  const left = scene.kind === 'curves' && shareBelow(scene.x) === 1 ? room : 0;
  const names = [...new Set(plot.functions.map(({ name }) => name))];

  /** A larger text is a smaller picture, enlarged. @param {number} scale */
  const measure = (scale) => {
    const [wide, high] = [Math.round(width / scale), Math.round(height / scale)];
    const head = heading(title, wide, fill);
    const rows = formulas
      ? formulaRows(
          names.map((name) => formulas.formulas[name]),
          formulas.glyphs,
          wide,
          head.bottom,
          fill,
        )
      : { content: '', bottom: head.bottom };
    const top = Math.round(rows.bottom) + (hasNames ? 16 : 0);
    const below = legend ? legendOf(scene, look, wide - room).height : 0;
    return { wide, high, top, content: head.content + rows.content, share: (high - top - below) / high };
  };
  let scale = text;
  let fitted = measure(scale);
  for (; fitted.share < minShare; fitted = measure(scale)) scale *= 0.95;
  const { wide, high, top, content } = fitted;

  const { svg, panels } = svgOf(scene, look, {
    width: wide - room,
    height: high - top,
    title: summaryOf(plot, scene, lang),
    legend,
  });
  const axisName = (/** @type {string} */ words, /** @type {number} */ x, /** @type {number} */ y, anchor = 'start') =>
    `<text x="${x}" y="${y}" fill="${fill}" text-anchor="${anchor}" font-style="italic" font-size="14">${words}</text>`;
  const axisNames = [];
  const { area, scene: lowest } = panels[panels.length - 1];
  if (axes && lowest.kind === 'curves') {
    const x0 = left + area.left + (area.right - area.left) * shareBelow(lowest.x);
    const y0 = area.bottom - (area.bottom - area.top) * shareBelow(lowest.y);
    axisNames.push(
      left > 0 ? axisName('x', left + area.left - 8, top + y0 + 4, 'end') : axisName('x', area.right + 8, top + y0 + 4),
    );
    // The areas of a stack have captions of their own.
    if (panels.length === 1) axisNames.push(axisName(plot.derivative ? 'f(x), f′(x)' : 'f(x)', x0, top - 2, 'middle'));
  }
  const picture = svg.replace('<svg ', `<svg x="${left}" y="${top}" `);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${width}" height="${height}" font-family="${look.font}"><rect width="${wide}" height="${high}" fill="${background}"/>${content}${picture}${axisNames.join('')}</svg>`;
}

/**
 * The name of a file, which says what is in it: "relu-leakyRelu=0.07_-20-to-20". Every file system accepts it.
 * @param {Plot} plot
 */
export function fileNameOf(plot) {
  const short = (/** @type {number} */ value) => Number(value.toPrecision(4));
  const names = plot.functions.map(({ name, parameters }) => {
    const isPlain = find(name)?.parameters.every((p) => parameters[p.name] === p.default);
    return isPlain ? name : `${name}=${Object.values(parameters).map(short)}`;
  });
  const { min, max } = gridOf(plot);
  const range = kindOf(plot) === 'elementwise' ? `${short(min)}-to-${short(max)}` : plot.logits.map(short);
  const parts = [names.join('-') || 'activation-functions', ...(plot.derivative ? ['derivative'] : []), String(range)];
  return parts.join('_').slice(0, 200);
}
