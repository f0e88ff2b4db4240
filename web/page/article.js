/** The article: its plots are live, and the reader can change a range and a step in place. */
import { enableGrid } from './article/grid.js';
import { enableView } from './article/view.js';
import { enableCopying } from './copied.js';

enableGrid();
enableView();
enableCopying();
