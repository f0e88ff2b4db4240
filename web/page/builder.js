/** The code that blog authors paste: the plot as a tag, as an iframe, and in the form of several platforms. */
import { byId, create } from '../element/dom.js';
import { labelOf } from '../element/scene.js';
import { formatPlot, parsePlot } from '../package/grammar.js';

/** @typedef {import('../package/types.js').Plot} Plot */
/** @typedef {{ plot: Plot, site: string, width: string, height: string }} Embed `site` is the folder of the page */

/** @param {Embed} embed */
const pageOf = ({ plot, site }) => new URL(`?${formatPlot({ ...plot, controls: false })}`, site).href;
const titleOf = (/** @type {Embed} */ { plot }) => plot.functions.map(labelOf).join(', ');

/** @param {Embed} embed @returns {string} the address of the frame */
export const frameOf = ({ plot, site }) => new URL(`embed.html?${formatPlot(plot)}`, site).href;

/**
 * The markup of an element; attributes without a value need no quotation marks. The style is added to the markup,
 * because the page's policy forbids style attributes on elements.
 * @param {HTMLElement} element @param {string} style
 */
const markup = ({ outerHTML, localName }, style) =>
  outerHTML.replaceAll('=""', '').replace(`<${localName}`, `$& style="${style}"`);

/**
 * @param {{ src: string, title: string, width: string, height: string }} attributes
 * @param {string} page the target of a link, for readers whose platform strips iframes @param {string} text of the link
 */
export function frameCode(attributes, page, text) {
  const element = create('iframe', { ...attributes, loading: 'lazy' }, create('a', { href: page }, text));
  return markup(element, 'border: 0');
}

/** @param {Embed} embed @param {string} [src] @param {string} [title] */
function frame(embed, src = frameOf(embed), title = titleOf(embed)) {
  const { width, height } = embed;
  return frameCode({ src, title, width, height }, pageOf(embed), titleOf(embed));
}

/** The forms, by their names. @type {Record<string, (embed: Embed) => string>} */
export const forms = {
  HTML(embed) {
    const name = /** @type {'div'} */ ('activation-plot');
    const words = Object.fromEntries(new URLSearchParams(formatPlot(embed.plot)));
    const tag = create(name, words, '\n  ', create('a', { href: pageOf(embed) }, titleOf(embed)), '\n');
    // Reserves the plot's space, so that nothing moves when the script loads.
    const style = `display: block; max-width: ${embed.width}px; aspect-ratio: ${embed.width} / ${embed.height}`;
    // Written as text: Trusted Types forbid setting the address of a script element.
    return `<script type="module" src="${new URL('activation-plot.js', embed.site)}"></script>\n${markup(tag, style)}`;
  },
  iframe: (embed) => frame(embed),
  WordPress: (embed) => `<!-- wp:html -->\n${frame(embed)}\n<!-- /wp:html -->`,
  Hugo: (embed) => `layouts/shortcodes/activation-plot.html:
${frame(embed, `${new URL('embed.html', embed.site)}?{{ .Get 0 | safeURL }}`, '{{ .Get 1 }}').replace(/<a .*<\/a>/, '')}

{{< activation-plot "${formatPlot(embed.plot)}" "${titleOf(embed)}" >}}`,
  Markdown: (embed) => `[${titleOf(embed)}](${pageOf(embed).replaceAll('(', '%28').replaceAll(')', '%29')})`,
};

/**
 * Makes the section work, once it is open.
 * @param {(text: string, shown: HTMLElement) => void} copy
 * @returns {(plot: Plot) => void} a function that shows the code and the preview of a plot
 */
export function builder(copy) {
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

  let drawn = parsePlot('').plot;
  function refresh() {
    const [width, height] = ['width', 'height'].map((name) => {
      const { validity, valueAsNumber, defaultValue } = field(name);
      return validity.valid && valueAsNumber ? String(valueAsNumber) : defaultValue;
    });
    const [lang, theme] = ['lang', 'theme'].map((name) => field(name).value || undefined);
    const plot = /** @type {Plot} */ ({ ...drawn, lang, theme, controls: field('controls').checked });
    const embed = { plot, site: new URL('.', location.href).href, width, height };
    const form = /** @type {HTMLInputElement} */ (section.querySelector('[name=form]:checked')).value;
    code.textContent = forms[form](embed);
    Object.assign(preview, { width, height });
    if (preview.src !== frameOf(embed)) preview.src = frameOf(embed);
  }
  section.addEventListener('input', refresh);
  byId('copy-embed').addEventListener('click', () => copy(code.textContent ?? '', code));
  return (plot) => {
    drawn = plot;
    refresh();
  };
}
