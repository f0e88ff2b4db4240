/** The code that blog authors paste: the plot as a tag, as an iframe, and in the form of several platforms. */
import { byId, create, pageLanguage } from '../element/dom.js';
import { labelOf } from '../element/scene.js';
import { live } from '../messages/index.js';
import { formatPlot, parsePlot } from '../package/grammar.js';
import { copyText } from './clipboard.js';
import { showCode } from './showCode.js';

/** @typedef {import('../package/types.js').Plot} Plot */
/** @typedef {{ plot: Plot, site: string, width: string, height: string }} Embed `site` is the folder of the site */

/** The width of a plot that fills the width of its article. */
const full = '100%';

/** The sizes in pixels that the fields accept, and the default, which the code has while a field is invalid. */
const sizes = {
  width: { min: 200, max: 2000, default: '600' },
  height: { min: 200, max: 1000, default: '480' },
};

/**
 * A width or height as HTML writes it, or undefined if it is not allowed.
 * @param {keyof typeof sizes} name @param {string} text
 */
function sizeOf(name, text) {
  const { min, max } = sizes[name];
  const trimmed = text.replace(/\s/g, '').replace(/px$/, '');
  if (name === 'width' && /^100[%％]$/.test(trimmed)) return full;
  return /^\d+$/.test(trimmed) && Number(trimmed) >= min && Number(trimmed) <= max
    ? String(Number(trimmed))
    : undefined;
}

/** @param {Embed} embed @returns {string} the address of the explorer with the plot */
export const pageOf = ({ plot, site }) => new URL(`?${formatPlot({ ...plot, controls: false })}`, site).href;
const titleOf = (/** @type {Embed} */ { plot }) => plot.functions.map(labelOf).join(', ');

/** @param {Embed} embed @returns {string} the address of the frame */
export const frameOf = ({ plot, site }) => new URL(`embed.html?${formatPlot(plot)}`, site).href;

/** The markup of an element; attributes without a value need no quotation marks. @param {HTMLElement} element */
const markup = ({ outerHTML }) => outerHTML.replaceAll('=""', '');

/**
 * Adds an attribute to the markup of an element. Styles are added so, because the page's policy forbids them on elements.
 * @param {string} code @param {string} attribute
 */
const withAttribute = (code, attribute) => code.replace(/<[\w-]+/, (name) => `${name} ${attribute}`);

/**
 * @param {{ src: string, title: string, width: string, height: string }} attributes
 * @param {string} page the target of a link, for readers whose platform strips iframes @param {string} text of the link
 */
export function frameCode(attributes, page, text) {
  const element = create('iframe', { ...attributes, loading: 'lazy' }, create('a', { href: page }, text));
  // On a phone an iframe of a fixed width would be wider than the article.
  return withAttribute(markup(element), 'style="border: 0; display: block; max-width: 100%"');
}

/** The attributes of the frame. @param {Embed} embed */
export const attributesOf = (embed) => ({
  src: frameOf(embed),
  title: titleOf(embed),
  width: embed.width,
  height: embed.height,
});

/** @param {Embed} embed */
const frame = (embed) => frameCode(attributesOf(embed), pageOf(embed), titleOf(embed));

/** The style of the tag. @param {Embed} embed */
const spaceOf = ({ width, height }) =>
  width === full ? `height: ${height}px` : `max-width: ${width}px; aspect-ratio: ${width} / ${height}`;

/** The tag, with an attribute that reserves the plot's space, so that nothing moves when the script loads. @param {Embed} embed */
function tag(embed) {
  const { plot } = embed;
  const words = Object.fromEntries(new URLSearchParams(formatPlot(plot)));
  const link = create('a', { href: pageOf(embed) }, titleOf(embed));
  const element = create(/** @type {'div'} */ ('activation-plot'), words, '\n  ', link, '\n');
  return withAttribute(markup(element), `style="display: block; ${spaceOf(embed)}"`);
}

const scriptOf = (/** @type {Embed} */ { site }) => new URL('activation-plot.js', site).href;

/** The forms, by their names; `live.forms` says where each goes. @satisfies {Record<string, (embed: Embed) => string>} */
export const forms = {
  // Written as text: Trusted Types forbid setting the address of a script element.
  HTML: (embed) => `<script type="module" src="${scriptOf(embed)}"></script>\n${tag(embed)}`,
  iframe: frame,
  // Within the comments of a block, WordPress would lose it: https://github.com/WordPress/gutenberg/issues/28537
  WordPress: frame,
  Hugo: (embed) => `{{< activation-plot "${formatPlot(embed.plot)}" "${titleOf(embed)}" >}}`,
  'Hugo shortcode'({ site, width, height }) {
    const [query, title] = ['{{ .Get 0 | safeURL }}', '{{ .Get 1 }}'];
    const src = `${new URL('embed.html', site)}?${query}`;
    return frameCode({ src, title, width, height }, `${site}?${query}`, title);
  },
  // Vue takes a script for the component's, and a tag that it does not know for a component.
  VitePress: (embed) =>
    `<component is="script" type="module" src="${scriptOf(embed)}" />\n${withAttribute(tag(embed), 'v-pre')}`,
  // An object as style; the link, which is text inside an iframe, would not match what React expects there.
  'MDX / JSX': (embed) =>
    withAttribute(
      markup(create('iframe', { ...attributesOf(embed), loading: 'lazy' })),
      "style={{ border: 0, display: 'block', maxWidth: '100%' }}",
    ).replace('></iframe>', ' />'),
  Markdown: (embed) => `[${titleOf(embed)}](${pageOf(embed).replaceAll('(', '%28').replaceAll(')', '%29')})`,
};

/**
 * Makes the section work, once it is open.
 * @param {import('./clipboard.js').Texts} texts
 * @returns {(plot: Plot) => void} a function that shows the code and the preview of a plot
 */
export function builder(texts) {
  const section = byId('embed');
  const code = /** @type {HTMLElement} */ (section.querySelector('code'));
  const preview = /** @type {HTMLIFrameElement} */ (byId('preview'));
  const field = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (section.querySelector(`[name=${name}]`));
  byId('forms').append(
    ...Object.keys(forms).map((value, i) => {
      const button = create('input', { type: 'radio', name: 'form', value, ...(i === 0 && { checked: '' }) });
      return create('label', { class: 'chip' }, button, create('span', {}, value));
    }),
  );
  const hint = create('p', { class: 'hint' });
  byId('forms').after(hint);
  const notes = byId('embed-notes');
  const { forms: hints, sizeOutside } = live[pageLanguage()];

  let drawn = parsePlot('').plot;
  function refresh() {
    const names = /** @type {(keyof typeof sizes)[]} */ (Object.keys(sizes));
    const read = names.map((name) => sizeOf(name, field(name).value));
    const wrong = names.filter((_, i) => read[i] === undefined);
    for (const name of names) field(name).ariaInvalid = String(wrong.includes(name));
    const sentences = wrong.map((name) => create('p', {}, sizeOutside[name](field(name).value, sizes[name])));
    // Screen readers announce every replacement, so an unchanged text stays.
    if (notes.textContent !== sentences.map(({ textContent }) => textContent).join(''))
      notes.replaceChildren(...sentences);
    const [width, height] = names.map((name, i) => read[i] ?? sizes[name].default);
    const [lang, theme] = ['lang', 'theme'].map((name) => field(name).value || undefined);
    const plot = /** @type {Plot} */ ({ ...drawn, lang, theme, controls: field('controls').checked });
    const embed = { plot, site: new URL('.', location.href).href, width, height };
    const chosen = /** @type {HTMLInputElement} */ (section.querySelector('[name=form]:checked'));
    const form = /** @type {keyof typeof forms} */ (chosen.value);
    hint.textContent = hints[form];
    const text = forms[form](embed);
    showCode(code, text, text.startsWith('<') ? 'xml' : undefined);
    Object.assign(preview, { width, height });
    if (preview.src !== frameOf(embed)) preview.src = frameOf(embed);
  }
  section.addEventListener('input', refresh);
  const button = byId('copy-embed');
  button.addEventListener('click', () => copyText(button, byId('embed-status'), texts, code.textContent ?? '', code));
  return (plot) => {
    drawn = plot;
    refresh();
  };
}
