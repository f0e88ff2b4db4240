/** embed.html in a host page that has a strict policy and treats its frames as WordPress does. */
import assert from 'node:assert/strict';
import { complaintsOf, eventually, inEveryEngine, seePlot } from './engines.js';
import { html, quote, serve } from './site.js';

/** The host page's side of WordPress's protocol, and a list of all messages from the frames. */
const script = `
  window.heard = [];
  addEventListener('message', ({ source, data }) => {
    heard.push(data);
    const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
    if (!frame || !data?.secret || data.secret !== frame.dataset.secret) return;
    frame.classList.remove('clipped');
    if (data.message === 'height') frame.height = Math.min(Math.max(Math.trunc(data.value), 200), 1000);
    if (data.message === 'link' && new URL(data.value).host === new URL(frame.src).host) location.href = data.value;
  });
`;

const style = `
  .gap { height: 20000px }
  .clipped { position: absolute; clip: rect(1px, 1px, 1px, 1px) }
`;

const site = await serve({ folder: true });
const blog = await serve({
  files: { '/blog.js': { body: script }, '/blog.css': { body: style } },
});

const view = 'functions=elu(alpha=2)+leakyRelu(negativeSlope=0.1)&min=-3&max=3&derivative';
const secret = 'k3yOfTheFrame';

/** A frame that is clipped until it is heard, or without a key an ordinary one. @param {{ query?: string, width?: number, height?: number, key?: string }} how */
function frame({ query = view, width = 600, height = 300, key = secret }) {
  const address = quote(`${site.origin}/embed.html?${query}#?secret=${key}`);
  const own = key ? `class="clipped" data-secret="${key}"` : 'loading="lazy"';
  return `<iframe ${own} sandbox="allow-scripts" security="restricted" width="${width}" height="${height}" src="${address}"></iframe>`;
}

/** @param {import('./engines.js').Open} open @param {string} body */
async function visit(open, body) {
  const head = '<link rel="stylesheet" href="/blog.css"><script src="/blog.js"></script>';
  const policy = `default-src 'none'; frame-src ${site.origin}; script-src 'self'; style-src 'self'; img-src data:`;
  blog.files['/post.html'] = { body: html(body, { head }), policy };
  return open(`${blog.origin}/post.html`);
}

/** The number of messages with a secret that a page has received. @param {string} key */
const answers = (key) =>
  /** @type {any} */ (window).heard.filter((/** @type {any} */ { secret }) => secret === key).length;

/** The same once the frame sends no more. @param {import('./engines.js').Page} page */
async function answersAtRest(page) {
  for (let before = -1; ; ) {
    await page.frame(0).evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const now = await page.evaluate(answers, secret);
    if (now === before) return now;
    before = now;
  }
}

/** @param {import('./engines.js').Page} page */
async function assertNoComplaints(page) {
  assert.deepEqual([await complaintsOf(page), await complaintsOf(page.frame(0)), page.errors()], [[], [], []]);
}

inEveryEngine({
  'a sandboxed frame draws, and reports the height that it needs at every width': async (open) => {
    const page = await visit(open, frame({}));
    const { drawn, painted, fallback, notes } = await seePlot(page.frame(0));
    assert.deepEqual({ drawn, painted, fallback, notes }, { drawn: true, painted: true, fallback: false, notes: [] });
    assert.equal(await page.frame(0).evaluate(() => origin), 'null');
    for (const width of [320, 480, 780]) {
      await page.evaluate((w) => document.querySelector('iframe')?.setAttribute('width', w), width);
      await eventually(
        page.frame(0),
        (w) => innerWidth === w && document.documentElement.scrollHeight <= innerHeight,
        [width],
        (result) => result === true,
      );
      const { height, heard } = await page.evaluate(() => ({
        height: document.querySelector('iframe')?.offsetHeight,
        heard: /** @type {any} */ (window).heard,
      }));
      const told = heard.filter((/** @type {any} */ message) => message.message === 'height').at(-1);
      assert.deepEqual(told, { message: 'height', value: told.value, secret });
      assert.equal(height - 4, told.value); // without the border
      assert.ok(heard.some((/** @type {any} */ message) => message.height === told.value && !('message' in message)));
    }
    await assertNoComplaints(page);
  },

  'a frame answers only the message that its parent is ready': async (open) => {
    const page = await visit(open, frame({}));
    await seePlot(page.frame(0));
    const odd = [
      ...[null, 0, true, '', 'ready', [], ['ready'], {}, { message: 'ready' }, { message: 'ready', secret: null }],
      ...[
        { message: 'ready', secret: 'wrong' },
        { message: 'ready', secret: [secret] },
        { message: ['ready'], secret },
      ],
      ...[
        { message: { message: 'ready', secret }, secret: { secret } },
        { message: 'height', value: 5, secret },
      ],
    ];
    const before = await answersAtRest(page);
    await page.frame(0).evaluate((key) => postMessage({ message: 'ready', secret: key }, '*'), secret); // not the parent
    await page.evaluate(
      (messages, key) => {
        const { contentWindow } = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
        const huge = { message: 'ready', secret: key.repeat(100_000), more: new Array(100_000).fill({ key }) };
        const nested = Array.from({ length: 1000 }).reduce((inner) => ({ message: inner, secret: inner }), 'ready');
        for (const message of [...messages, huge, nested, { message: 'ready', secret: key }])
          contentWindow?.postMessage(message, '*');
      },
      odd,
      secret,
    );
    await eventually(page, answers, [secret], (count) => count > before);
    assert.equal(await answersAtRest(page), before + 1);
    await assertNoComplaints(page);
  },

  'a plot is visible in frames of WordPress’s min and max height': async (open) => {
    for (const height of [200, 1000]) {
      const page = await visit(open, frame({ height, key: '' }));
      const { drawn, painted } = await seePlot(page.frame(0));
      assert.deepEqual({ drawn, painted }, { drawn: true, painted: true });
      const seen = await page.frame(0).evaluate(() => {
        scrollTo(0, 0);
        const box = document
          .querySelector('activation-plot')
          ?.shadowRoot?.querySelector('canvas')
          ?.getBoundingClientRect();
        return { top: box?.top, bottom: box?.bottom, height: box?.height, innerHeight };
      });
      assert.ok(
        seen.innerHeight === height && seen.top >= 0 && seen.bottom <= height && seen.height >= 100,
        JSON.stringify(seen),
      );
      await assertNoComplaints(page);
    }
  },

  'a click on the link leads to the full page, with the same plot': async (open) => {
    const page = await visit(open, frame({ height: 700 }));
    const { plot } = await seePlot(page.frame(0));
    await page.frame(0).click('#open');
    await eventually(
      page,
      () => location.href,
      [],
      (address) => address === `${site.origin}/?${view}`,
    );
    assert.deepEqual((await seePlot(page)).plot, plot);
    assert.deepEqual([await complaintsOf(page), page.errors()], [[], []]);
  },

  'a frame far below loads only when the reader comes near': async (open) => {
    const far = 'functions=tanh';
    const page = await visit(open, `${frame({})}<div class="gap"></div>${frame({ query: far, key: '' })}`);
    await seePlot(page.frame(0));
    const isAsked = () => site.requests.some((path) => path.includes(far));
    site.requests.length = 0;
    assert.equal(isAsked(), false);
    await page.evaluate(() => document.querySelectorAll('iframe')[1].scrollIntoView());
    const { drawn, painted } = await seePlot(page.frame(1));
    assert.deepEqual({ drawn, painted, isAsked: isAsked() }, { drawn: true, painted: true, isAsked: true });
    await assertNoComplaints(page);
  },
});
