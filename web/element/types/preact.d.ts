/** The tag <activation-plot> in Preact: `import type {} from 'activation-kernels/preact';` in any file of a project. */
import type { HTMLAttributes } from 'preact';
import type { ActivationPlot } from '../activation-plot.js';
import type { PlotAttributes, PlotListeners } from './attributes.js';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'activation-plot': HTMLAttributes<ActivationPlot> & PlotAttributes & PlotListeners<'on'>;
    }
  }
}
