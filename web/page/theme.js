/** For pages in one language. The build makes a classic script of it, which runs before the first paint. */
import { followTheme } from './followTheme.js';

followTheme();
