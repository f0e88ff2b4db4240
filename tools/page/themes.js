/** The button that changes the theme. */

/** What it says in each theme, and before there are scripts. @param {Record<string, string>} texts */
export const themesOf = ({ themeOs, themeLight, themeDark }) => ({
  'aria-label': themeOs,
  'data-os': themeOs,
  'data-light': themeLight,
  'data-dark': themeDark,
});
