/** The page about the conventions of gated functions: its code can be copied. */
import { enableCopying } from './copied.js';

enableCopying();
