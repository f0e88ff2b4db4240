/** A plot keeps within the height that its author gives it. */
import { drawn, paste, plotOf, test } from '../fixtures.js';
import { expectHeights } from './heights.js';

test('a plot keeps within the height that its author gives it', async ({ page, site }) => {
  await page.setViewportSize({ width: 900, height: 900 });
  const tag = '<activation-plot functions="relu elu" controls>fallback</activation-plot>';
  await paste(page, site, `<script type="module" src="${site}activation-plot.js"></script><div>${tag}</div>`);
  await drawn(page);
  await expectHeights(plotOf(page));
});
