/** Posts of each role in WordPress, made with the code of the page's builder, with addresses and with the plugin. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parseHTML } from 'linkedom';
import { assertShown, codes, programs, query, site } from './blog.js';
import { wordPress } from './systems.js';
import { startWordPress } from './wordpress.js';

/** @typedef {import('./systems.js').Kind} Kind */

const gelu = `${site}plots/gelu.html`;
const geluPlot = { functions: ['gelu'], derivative: false };
const words = 'functions="elu(alpha=2) leakyRelu(negativeSlope=0.1)" min="-3" max="3" derivative';

/** What the block editor saves for a text. @type {Record<string, (text: string) => string>} */
const blocks = {
  code: (text) => `<!-- wp:html -->\n${text}\n<!-- /wp:html -->`,
  address: (text) => `<!-- wp:embed {"url":"${text.replaceAll('&', '\\u0026')}"} -->
<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
${text.replaceAll('&', '&amp;')}
</div></figure>
<!-- /wp:embed -->`,
  shortcode: (text) => `<!-- wp:shortcode -->\n${text}\n<!-- /wp:shortcode -->`,
};

/** @typedef {import('./wordpress.js').Post & { name: string, kind: Kind, wanted?: object }} Case */

/** @param {string[]} roles @param {string} name @param {Kind} kind @param {keyof typeof blocks} block @param {string} text @param {object} [wanted] @returns {Case[]} */
const cases = (roles, name, kind, block, text, wanted) =>
  roles.flatMap((role) => [
    { role, editor: 'blocks', content: blocks[block](text), name, kind, wanted },
    { role, editor: 'classic', content: `Before the plot.\n\n${text}\n\nAfter the plot.`, name, kind, wanted },
  ]);

const plain = Object.values(wordPress).flatMap(({ roles, shown }) =>
  Object.entries(shown).flatMap(([form, kind]) =>
    form === 'address'
      ? cases(roles, 'the address of a plot', kind, 'address', gelu, geluPlot)
      : cases(roles, `the form ${form}`, kind, 'code', codes[form]),
  ),
);
for (const editor of /** @type {const} */ (['blocks', 'classic']))
  plain.push({
    ...{ role: 'author', first: 'editor', editor, content: codes.WordPress },
    ...{ name: 'the form WordPress, which an editor pasted', kind: 'link' },
  });
const withPlugin = [
  ...cases(['contributor'], 'a shortcode', 'frame', 'shortcode', `[activation-plot ${words}]`),
  ...cases(['contributor'], 'any address of the page', 'frame', 'address', `${site}?${query}`),
];

/** Addresses whose queries would end an attribute or a tag, and that PHP reads as an array. */
const hostile = [
  'functions=relu%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E',
  'functions[]=%27%3E%3Cimg%20src=x%3E',
].flatMap((text) => cases(['contributor'], 'a hostile address', 'frame', 'address', `${site}?${text}`));

describe('WordPress', { skip: !programs && !process.env.CI && 'the blog software is missing' }, () => {
  /** @type {Awaited<ReturnType<typeof startWordPress>>} */
  let blog;
  before(async () => {
    blog = await startWordPress([...plain, ...withPlugin, ...hostile]);
  });
  after(() => blog?.close());

  /** The links of a post. @param {string} address */
  async function linksOf(address) {
    const { document } = parseHTML(await (await fetch(address)).text());
    const content = /** @type {Element} */ (document.querySelector('.entry-content'));
    return [...content.querySelectorAll('a')].map((link) => decodeURIComponent(link.href));
  }

  for (const [i, { role, editor, name, kind, wanted }] of plain.entries()) {
    for (const width of [1000, 375])
      test(`${name}, by the ${role} in the ${editor} editor, on ${width} pixels`, async () => {
        await assertShown(blog.posts[i].address, width, kind, wanted);
      });
    test(`${name}, by the ${role} in the ${editor} editor, without scripts leaves a link to the plot`, async () => {
      const link = wanted ? `${site}?functions=gelu` : `${site}?${query}`;
      const links = await linksOf(blog.posts[i].address);
      assert.ok(links.includes(link), String(links));
    });
  }

  test('the plugin draws nothing until it is active', async () => {
    for (let i = 0; i < withPlugin.length; i++) await assertShown(blog.posts[plain.length + i].address, 1000, 'link');
    await blog.activatePlugin();
  });

  for (const [i, { role, editor, name, kind }] of withPlugin.entries())
    for (const width of [1000, 375])
      test(`with the plugin, ${name}, by the ${role} in the ${editor} editor, on ${width} pixels`, async () => {
        await assertShown(blog.posts[plain.length + i].address, width, kind);
      });

  test('with the plugin, a hostile address stays inside its attributes', async () => {
    for (const { address } of blog.posts.slice(-hostile.length)) {
      const { document } = parseHTML(await (await fetch(address)).text());
      const content = /** @type {Element} */ (document.querySelector('.entry-content'));
      const frame = content.querySelector('iframe');
      const names = ['src', 'title', 'width', 'height', 'loading', 'style'];
      assert.deepEqual([[...(frame?.getAttributeNames() ?? [])], content.querySelector('img')], [names, null], address);
      assert.ok(frame?.getAttribute('src')?.startsWith(`${site}embed.html?functions`), address);
    }
  });

  test('with the plugin, the feed has a link to each plot', async () => {
    const feed = await (await fetch(`${blog.address}?feed=rss2`)).text();
    assert.doesNotMatch(feed, /\[activation-plot/);
    assert.ok(feed.includes(`<a href="${site}?functions=elu`), feed);
  });
});
