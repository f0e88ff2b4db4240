/** The tag <activation-plot> in Solid: `import type {} from 'activation-kernels/solid';` in any file of a project. */
import type { JSX } from 'solid-js';
import type { ActivationPlot } from '../activation-plot.js';
import type { PlotAttributes, PlotListeners } from './attributes.js';

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'activation-plot': JSX.HTMLAttributes<ActivationPlot> & PlotAttributes & PlotListeners<'on:'>;
    }
  }
}
