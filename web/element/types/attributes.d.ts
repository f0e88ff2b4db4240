import type { Note, Plot } from '../../package/types.js';
import type { Box } from '../labels.js';
import type { Range } from '../scene.js';
import type { Properties } from './properties.js';

/** The attributes of <activation-plot>, as the templates of frameworks set them. */
export type PlotAttributes = {
  [Key in keyof Properties]?: (Properties[Key] extends boolean ? boolean : string | number) | null | undefined;
};

/** The events of <activation-plot>, by name. */
export interface PlotEvents {
  /** The plot has been drawn. */
  plotdraw: CustomEvent<{
    plot: Plot;
    /** The distance between points, also where the attribute is absent. */
    step: number;
    /** Where the axes lie, in CSS pixels of the canvas. */
    area: Box;
    x: Range;
    y: Range;
    /** The same for f′, if `stacked` draws it in an area of its own. */
    below: { area: Box; y: Range } | undefined;
  }>;
  /** A reader has changed the range of x. */
  plotrange: CustomEvent<Range>;
  /** A reader has changed a parameter with its handle; `curve` is the index of the function. */
  plotparameter: CustomEvent<{ curve: number; name: string; value: number }>;
  /** An attribute cannot be read, or the plot cannot be drawn. */
  ploterror: CustomEvent<{ notes: Note[] }>;
}

/** Attributes that listen to the events: `onplotdraw` with the prefix `on`. */
export type PlotListeners<Prefix extends string> = {
  [Name in keyof PlotEvents as `${Prefix}${Name}`]?: ((event: PlotEvents[Name]) => void) | undefined;
};
