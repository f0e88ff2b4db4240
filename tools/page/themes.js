/** The button that changes the theme. */

/** Its label in each theme, and before the script runs. @param {Record<string, string>} texts */
export const themesOf = ({ themeOs, themeLight, themeDark }) => ({
  'aria-label': themeOs,
  'data-os': themeOs,
  'data-light': themeLight,
  'data-dark': themeDark,
});
