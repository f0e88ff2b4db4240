/** toSVG() of the package in Node.js and of the element in Chromium: the same bytes. */
import { catalogue } from 'activation-kernels';
import { toSVG } from 'activation-kernels/svg';
import { expect, test } from '../fixtures.js';

test('the package draws the same picture as the element, byte by byte', async ({ page, site }) => {
  await page.goto(site);
  const queries = [
    ...catalogue.map(({ name }) => `functions=${name}&derivative&saturation`),
    'functions=relu+leakyRelu(negativeSlope=0.3)+elu+gelu+tanh+silu+mish+softsign&min=-3.3&max=7.7&step=0.1',
    'functions=relu+elu+prelu&stacked&saturation&ymin=-1',
    'functions=tanh&min=999000&max=1000000',
    'functions=shrink(bias=0.2)&min=-0.0003&max=0.0007&ymin=-1e-9&ymax=1e-9',
    'functions=softmax+sparsemax&logits=1+2+3+-20&temperature=0.05',
    'functions=',
  ];
  for (const theme of ['light', 'dark'])
    for (const lang of ['en', 'zh-Hant'])
      for (const size of [{}, { width: 240, height: 240 }, { width: 1234, height: 567 }]) {
        const words = queries.map((query) => `${query}&theme=${theme}&lang=${lang}`);
        const drawn = await page.evaluate(
          ({ words, size }) =>
            words.map((query) => {
              const plot = document.createElement('activation-plot');
              for (const [key, value] of new URLSearchParams(query)) plot.setAttribute(key, value);
              document.body.append(plot);
              const picture = plot.toSVG(size);
              plot.remove();
              return picture;
            }),
          { words, size },
        );
        expect(drawn).toEqual(words.map((query) => toSVG(query, size)));
      }
});
