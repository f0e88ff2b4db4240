/**
 * Random addresses, attributes and messages in Chromium, by fast-check: the same cases in each run, or with
 * `FUZZ=10 npm run fuzz` ten times as many, with a new seed each time. The fixtures fail a test if a page throws, violates
 * its policy or makes a request to another host. These tests check that plots are drawn, and that no foreign elements
 * appear. fast-check shrinks and prints a failing case, which then becomes a test of its own.
 */
import fc from 'fast-check';
import { plotWords } from '../../web/package/plotWords.js';
import { payloads } from '../browsers/payloads.js';
import { drawn, expect, paste, test } from '../fixtures.js';
import { runs, times } from '../fuzz.js';

const net = 600_000 * times;
/** @param {number} cases @param {fc.IAsyncPropertyWithHooks<any>} property */
const fuzz = (cases, property) => fc.assert(property, runs(cases));

const keys = [
  ...[
    'functions',
    'min',
    'max',
    'step',
    'ymin',
    'ymax',
    'derivative',
    'stacked',
    'saturation',
    'logits',
    'temperature',
  ],
  ...['controls', 'lang', 'theme', 'experiment', 'pass', 'size', 'task', 'optimiser', 'rate', 'seed'],
];
const word = fc.oneof(
  fc.constantFrom(...payloads.map((payload) => payload.slice(0, 300).toWellFormed())),
  fc.constantFrom(
    'relu',
    'elu(alpha=2) gelu',
    'softmax',
    'swiglu',
    'en',
    'zh-Hant',
    'dark',
    '1e-300',
    '-5',
    '5',
    'death',
  ),
  fc.double().map(String),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const words = fc.dictionary(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...keys) }, fc.string({ maxLength: 8 })),
  word,
  {
    maxKeys: 8,
    noNullPrototype: true,
  },
);
/** A query, encoded or not: the browser then encodes it. */
const query = fc.oneof(
  words.map((given) => new URLSearchParams(given).toString()),
  words.map((given) =>
    Object.entries(given)
      .flatMap(([key, text]) => [`${key}=${text}`])
      .join('&')
      .replaceAll('#', ''),
  ),
);

/** The names of all elements, whether a script that was let in has run, and where. @returns {[string[], boolean, string]} */
const look = () => {
  const names = new Set();
  const collect = (/** @type {Document | ShadowRoot} */ root) => {
    for (const element of root.querySelectorAll('*')) {
      names.add(element.localName);
      for (const name of element.getAttributeNames()) if (/^on|^srcdoc$/.test(name)) names.add(name);
      if (element.shadowRoot) collect(element.shadowRoot);
    }
  };
  collect(document);
  return [[...names], 'pwned' in window || 'polluted' in {}, location.pathname];
};

for (const name of ['', 'embed.html', 'lab.html', 'lab-embed.html'])
  test(`no query breaks ${name || 'the page'}: ${Math.round(25 * times)} addresses`, async ({ page, site }) => {
    test.setTimeout(net);
    const see = async (/** @type {string} */ address) => {
      await page.goto(`${site}${name}?${address}`);
      await page.waitForFunction(
        (tag) => document.querySelector(tag)?.shadowRoot?.querySelector('.root')?.hasAttribute('data-theme'),
        name.includes('lab') ? 'activation-lab' : 'activation-plot',
      );
      return page.evaluate(look);
    };
    /** @type {string[]} */
    const known = [];
    for (const harmless of [
      'functions=nosuch&controls',
      'functions=elu+relu&derivative&controls',
      'functions=softmax&controls',
    ]) {
      await see(harmless);
      if (!name.includes('lab')) await drawn(page); // with its controls
      known.push(...(await page.evaluate(look))[0]);
    }
    await fuzz(
      25,
      fc.asyncProperty(query, fc.string(), async (given, fragment) => {
        const [names, isDone, path] = await see(`${given}#${fragment}`);
        expect(names.filter((/** @type {string} */ element) => !known.includes(element))).toEqual([]);
        expect([isDone, path.replace('zh-Hant.html', '')]).toEqual([false, `/${name}`]);
      }),
    );
  });

test(`no attributes break a plot: ${Math.round(1000 * times)} cases`, async ({ page, site }) => {
  test.setTimeout(net);
  await paste(
    page,
    site,
    '<script type="module" src="activation-plot.js"></script><activation-plot></activation-plot>',
  );
  await drawn(page);
  const known =
    'html head meta link title script body activation-plot div canvas slot table thead tbody tr th td svg path p fieldset legend span code i sub input'.split(
      ' ',
    );
  await fuzz(
    100,
    fc.asyncProperty(fc.array(words, { minLength: 10, maxLength: 10 }), async (list) => {
      const outcomes = await page.evaluate(
        async ([all, known, max]) => {
          const plot = /** @type {any} */ (document.querySelector('activation-plot'));
          const wrong = [];
          for (const given of all) {
            const drawn = new Promise((resolve) => plot.addEventListener('plotdraw', resolve, { once: true }));
            for (const key of plot.constructor.observedAttributes) plot[key] = given[key];
            plot.functions ??= 'relu'; // so that at least one attribute changes
            const { x } = (await drawn).detail;
            for (const element of plot.shadowRoot.querySelectorAll('*'))
              if (!known.includes(element.localName)) wrong.push(element.outerHTML);
            if (!(plot.plot.functions.length <= max && x.min <= x.max)) wrong.push(given);
          }
          return wrong;
        },
        /** @type {const} */ ([list, known, plotWords.functions.maxCount]),
      );
      expect([outcomes, await page.evaluate(() => 'pwned' in window)]).toEqual([[], false]);
    }),
  );
});

test(`no message breaks a frame: ${20_000 * times} messages`, async ({ page, site }) => {
  test.setTimeout(net);
  await paste(
    page,
    site,
    `<iframe sandbox="allow-scripts" src="embed.html#?secret=right"></iframe><script>
    heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>`,
  );
  await page.waitForFunction(() => /** @type {any} */ (window).heard.some((/** @type {any} */ data) => data.secret));
  const text = fc.oneof(fc.constantFrom('ready', 'height', 'link', 'right'), word);
  const message = fc.oneof(
    text,
    fc.record(
      { message: text, secret: text.filter((secret) => secret !== 'right'), value: fc.anything() },
      { requiredKeys: [] },
    ),
    fc.jsonValue(),
    fc.anything(),
  );
  const frame = page.frames()[1];
  const before = await frame.evaluate(look);
  await fuzz(
    100,
    fc.asyncProperty(fc.array(message, { minLength: 100, maxLength: 100 }), async (messages) => {
      // A frame answers in the order in which it was asked.
      const answers = await page.evaluate(async (all) => {
        const own = /** @type {any} */ (window);
        const target = document.querySelector('iframe')?.contentWindow;
        own.heard.length = 0;
        for (const data of [...all, { message: 'ready', secret: 'right' }]) target?.postMessage(data, '*');
        while (!own.heard.some((/** @type {any} */ data) => data.secret))
          await new Promise((resolve) => setTimeout(resolve));
        return own.heard;
      }, messages);
      for (const { height, message: kind, value, secret, ...others } of answers)
        expect([
          others,
          typeof height === 'number' || (kind === 'height' && typeof value === 'number' && secret === 'right'),
        ]).toEqual([{}, true]);
    }),
  );
  expect(await frame.evaluate(look)).toEqual(before);
});
