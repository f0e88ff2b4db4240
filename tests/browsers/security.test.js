/** No text from an attribute, a field or a message becomes markup, script or style. */
import assert from 'node:assert/strict';
import { ActivationPlot } from '../../web/element/activation-plot.js';
import { keys as labKeys } from '../../web/lab/labWords.js';
import { eventually, inEveryEngine, seePlot } from './engines.js';
import { payloads } from './payloads.js';
import { html, serve } from './site.js';
import { assertNothingStrange, prepare } from './strange.js';

const plotKeys = ActivationPlot.observedAttributes;
const site = await serve({ folder: true });
const blog = await serve({ folder: true });

/** The elements of each text, as another program would read it, which may have no frames. @param {string[]} texts @param {DOMParserSupportedType} type */
const elementsOf = (texts, type) => {
  const read = (/** @type {string} */ markup) =>
    [...new DOMParser().parseFromString(markup, type).querySelectorAll('*')].filter(
      ({ localName }) => !['html', 'head', 'body'].includes(localName),
    );
  return texts.map((text) =>
    read(text)
      .flatMap((element) => (element.localName === 'iframe' ? [element, ...read(element.textContent)] : [element]))
      .map((element) => [element.localName, ...element.getAttributeNames()].join(' ')),
  );
};

/** The same in a page without a policy, which would forbid it. @param {import('./engines.js').Open} open @param {string[]} texts @returns {Promise<string[][]>} */
async function read(open, texts) {
  blog.files['/reader.html'] = { body: html('') };
  const reader = await open(`${blog.origin}/reader.html`);
  return reader.evaluate(elementsOf, texts, 'text/html');
}

/** Sets every word of a plot, as attributes and as properties. @param {string[]} keys @param {string | number} given a text, or a payload's number */
const setWords = async (keys, given, asProperties = false) => {
  const plot = /** @type {any} */ (document.querySelector('activation-plot'));
  const word = typeof given === 'string' ? given : /** @type {any} */ (window).payloads[given];
  const drawn = new Promise((resolve) => plot.addEventListener('plotdraw', resolve, { once: true }));
  for (const key of keys) {
    if (asProperties) plot[key] = word;
    else plot.setAttribute(key, word);
  }
  await drawn;
};

const svgNames =
  /^(svg|g|rect|path|text)( (xmlns|viewBox|width|height|role|aria-label|font-family|font-size|font-style|font-weight|fill|x|y|overflow|d|stroke|stroke-width|stroke-dasharray|stroke-linejoin|paint-order|transform|fill-opacity|text-anchor))*$/;

const frameShape = 'iframe style src title width height loading';
const mdxShape =
  /^<iframe style=\{\{ border: 0, display: 'block', maxWidth: '100%' \}\}( (src|title|width|height|loading)="[^"<>{}]*"){5} \/>$/;

inEveryEngine({
  'no attribute or property of a plot becomes markup': async (open) => {
    // Without a policy: nothing else may be needed.
    const head = '<script type="module" src="/activation-plot.js"></script>';
    blog.files['/post.html'] = { body: html('<activation-plot></activation-plot>', { head }) };
    const page = await open(`${blog.origin}/post.html`);
    await seePlot(page);
    await prepare(page);
    for (const harmless of ['nosuch', 'elu(alpha=2)', 'relu leakyRelu', '1']) {
      await page.evaluate(setWords, plotKeys, harmless);
      await page.evaluate(() => {
        const plot = /** @type {HTMLElement} */ (document.querySelector('activation-plot'));
        plot.style.setProperty('--activation-plot-font', 'serif');
        /** @type {any} */ (window).learn();
      });
    }
    for (const i of payloads.keys())
      for (const asProperties of [false, true]) {
        await page.evaluate(setWords, plotKeys, i, asProperties);
        const svg = await page.evaluate((index) => {
          const plot = /** @type {any} */ (document.querySelector('activation-plot'));
          const payload = /** @type {any} */ (window).payloads[index];
          // The author's custom properties become part of the picture.
          plot.style.setProperty('--activation-plot-font', `"${CSS.escape(payload)}"`);
          return plot.toSVG();
        }, i);
        const [elements] = await page.evaluate(elementsOf, [svg], 'image/svg+xml');
        for (const element of elements) assert.match(element, svgNames, payloads[i]);
        assert.ok(elements.length > 5, payloads[i]);
        await assertNothingStrange(page, payloads[i]);
      }
    assert.equal(await page.evaluate(() => location.pathname), '/post.html');
  },

  'no attribute of an experiment becomes markup, nor does the code to paste': async (open) => {
    const page = await open(`${site.origin}/lab.html`);
    await eventually(page, () =>
      Boolean(document.querySelectorAll('activation-lab')[2]?.shadowRoot?.querySelector('select')),
    );
    await prepare(page);
    const set = (/** @type {string[]} */ keys, /** @type {string | number} */ given) => {
      const own = /** @type {any} */ (window);
      const word = typeof given === 'string' ? given : own.payloads[given];
      for (const [i, lab] of document.querySelectorAll('activation-lab').entries()) {
        for (const key of keys.slice(i)) lab.setAttribute(key, word); // the others keep their `experiment`
        for (const field of /** @type {Iterable<any>} */ (lab.shadowRoot?.querySelectorAll('input, select') ?? [])) {
          if (field.type === 'number') field.type = 'text';
          if (field.type !== 'checkbox') field.value = word;
          field.dispatchEvent(new Event('input'));
        }
      }
      return Array.from(document.querySelectorAll('#labs code'), (code) => code.textContent);
    };
    await page.evaluate(set, labKeys, 'nosuch');
    await page.evaluate(() => /** @type {any} */ (window).learn());
    const codes = [];
    for (const i of payloads.keys()) {
      codes.push(await page.evaluate(set, labKeys, i));
      await assertNothingStrange(page, payloads[i]);
    }
    for (const [i, elements] of (await read(open, codes.flat())).entries())
      assert.deepEqual(elements, [frameShape, 'a href'], codes.flat()[i]);
  },

  'no field of the page becomes markup, in no export either': async (open) => {
    const page = await open(`${site.origin}/`);
    await seePlot(page);
    await prepare(page);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await eventually(
      page,
      () =>
        document.querySelectorAll('#forms input').length === 8 &&
        document.querySelector('#accuracy td') !== null &&
        document.querySelector('#export button:enabled') !== null,
    );
    const set = async (/** @type {string | number} */ given) => {
      const own = /** @type {any} */ (window);
      const word = typeof given === 'string' ? given : own.payloads[given];
      const fields = /** @type {NodeListOf<any>} */ (
        document.querySelectorAll('#explorer input, #embed :is(input, select)')
      );
      for (const field of fields) {
        if (field.matches('[type=checkbox], [type=radio]')) continue;
        if (field.type === 'number') field.type = 'text'; // a number field would reject other text
        if (field.localName === 'select') field.append(new Option(word, word));
        field.value = word;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      document.querySelector('#search')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
      location.hash = word;
      const forms = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('#forms input'));
      const codes = Array.from(forms, (form) => {
        form.checked = true;
        form.dispatchEvent(new Event('input', { bubbles: true }));
        return document.querySelector('#embed code')?.textContent ?? '';
      });
      // The page draws in the next frame, if anything could be read.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return codes;
    };
    for (const harmless of ['nosuch', 'geul', 'elu(alpha=1)']) {
      await page.evaluate(set, harmless);
      await page.evaluate(() => /** @type {any} */ (window).learn());
    }
    const codes = [];
    for (const i of payloads.keys()) {
      codes.push(await page.evaluate(set, i));
      await assertNothingStrange(page, payloads[i]);
    }
    const taken = await page.evaluate(async () => {
      /** @type {Blob[]} */
      const blobs = [];
      const { createObjectURL } = URL;
      URL.createObjectURL = (/** @type {any} */ blob) => {
        blobs.push(blob);
        return createObjectURL.call(URL, blob);
      };
      HTMLAnchorElement.prototype.click = () => {};
      for (const id of ['save-svg', 'save-csv']) document.getElementById(id)?.click();
      const types = ['image/svg+xml', 'text/csv'];
      const files = () => types.flatMap((type) => blobs.find((blob) => blob.type === type) ?? []);
      while (files().length < 2 || location.search === '') await new Promise((resolve) => setTimeout(resolve, 20));
      const [svg, csv] = await Promise.all(files().map((blob) => blob.text()));
      return { svg, csv, search: location.search };
    });
    assert.match(taken.csv, /^"x"(,"[\w()=.-]+")+\r\n([-\d.e,]+\r\n)+$/);
    assert.match(taken.search, /^\?functions=[\w+()=.&-]*$/);
    const lists = await read(open, [...codes.flat(), taken.svg]);
    for (const element of lists.pop() ?? []) assert.match(element, svgNames);
    for (const [i, texts] of codes.entries()) {
      const [tag, frame, wordPress, hugo, shortcode, vitePress, , markdown] = lists.slice(8 * i, 8 * i + 8);
      for (const [script, ...elements] of [tag, vitePress]) {
        const [element, link, ...more] = elements;
        assert.match(script, /^(script|component is) type src$/);
        assert.deepEqual([link, more], ['a href', []], texts.join('\n'));
        const [name, ...words] = element.replace(' v-pre', '').split(' ');
        assert.equal(name, 'activation-plot');
        assert.ok(
          words.every((word) => word === 'style' || plotKeys.some((key) => key === word)),
          element,
        );
      }
      for (const elements of [frame, wordPress, shortcode])
        assert.deepEqual(elements, [frameShape, 'a href'], texts.join('\n'));
      assert.deepEqual([hugo, markdown], [[], []], texts.join('\n'));
      assert.deepEqual(
        [3, 4].map((form) => texts[form].split('{{').length),
        [2, 5],
        texts.join('\n'),
      );
      assert.match(texts[6], mdxShape);
    }
  },

  'no message to a frame becomes markup, nor does its secret': async (open) => {
    const secrets = payloads.filter((_, i) => i % 9 === 0).map((payload) => payload.slice(0, 500).toWellFormed());
    const frames = secrets.map(
      (secret, i) =>
        `<iframe sandbox="allow-scripts" width="180" height="150" src="${site.origin}/${i % 2 ? 'lab-embed' : 'embed'}.html?functions=nosuch#?secret=${encodeURIComponent(secret)}"></iframe>`,
    );
    blog.files['/heard.js'] = { body: 'heard = []; addEventListener("message", ({ data }) => heard.push(data))' };
    blog.files['/post.html'] = { body: html(frames.join(''), { head: '<script src="/heard.js"></script>' }) };
    const page = await open(`${blog.origin}/post.html`);
    await prepare(page);
    const places = secrets.map((_, i) => page.frame(i));
    for (const [i, place] of places.entries()) {
      await eventually(place, () => {
        const element = document.querySelector('activation-plot, activation-lab');
        return Boolean(element?.shadowRoot?.querySelector('.notes p'));
      });
      await prepare(place);
      await place.evaluate(() => /** @type {any} */ (window).learn());
      await eventually(
        page,
        (secret) => /** @type {any} */ (window).heard.some((/** @type {any} */ data) => data.secret === secret),
        [secrets[i]],
      );
    }
    await page.evaluate(() => {
      const own = /** @type {any} */ (window);
      own.heard.length = 0;
      for (const { contentWindow } of document.querySelectorAll('iframe'))
        for (const text of own.payloads) {
          const polluting = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
          const messages = [
            text,
            [text],
            { message: text, secret: text },
            { message: 'ready', secret: `${text} ` },
            { height: text },
          ];
          for (const message of [...messages, Object.assign(polluting, { message: text, secret: text })])
            contentWindow?.postMessage(message, '*');
        }
    });
    for (const [i, place] of places.entries()) {
      // Messages arrive in order, so the answer to this one comes after all others.
      await page.evaluate(
        (k, secret) =>
          document.querySelectorAll('iframe')[k].contentWindow?.postMessage({ message: 'ready', secret }, '*'),
        i,
        secrets[i],
      );
      await eventually(
        page,
        (secret) => /** @type {any} */ (window).heard.some((/** @type {any} */ data) => data.secret === secret),
        [secrets[i]],
      );
      await assertNothingStrange(place, secrets[i]);
    }
    const heard = await page.evaluate(() => /** @type {any} */ (window).heard);
    for (const { message, value, secret, height, ...others } of heard)
      assert.ok(
        Object.keys(others).length === 0 &&
          (typeof height === 'number' ||
            (message === 'height' && typeof value === 'number' && secrets.includes(secret))),
        JSON.stringify(heard),
      );
  },
});
