/** The tag <activation-plot> in Vue: `import type {} from 'activation-kernels/vue';` in any file of a project. */
import type { HTMLAttributes } from 'vue';
import type { ActivationPlot } from '../activation-plot.js';
import type { PlotAttributes, PlotEvents } from './attributes.js';

type Listeners = {
  [Name in keyof PlotEvents as `on${Capitalize<Name>}`]?: ((event: PlotEvents[Name]) => void) | undefined;
};

declare module 'vue' {
  interface GlobalComponents {
    'activation-plot': new () => ActivationPlot & { $props: HTMLAttributes & PlotAttributes & Listeners };
  }
}
