/** The tag <activation-plot> in React: `import type {} from 'activation-kernels/react';` in any file of a project. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ActivationPlot } from '../activation-plot.js';
import type { PlotAttributes, PlotListeners } from './attributes.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'activation-plot': DetailedHTMLProps<HTMLAttributes<ActivationPlot>, ActivationPlot> &
        PlotAttributes &
        PlotListeners<'on'>;
    }
  }
}
