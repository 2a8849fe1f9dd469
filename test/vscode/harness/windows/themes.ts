/** Built-in themes in which everything has to be readable, by their names in the setting, a page and the window's class. */
export const THEMES = {
  light: { setting: 'Light Modern', label: 'Light Modern', drawn: 'themes-light_modern-json' },
  dark: { setting: 'Dark Modern', label: 'Dark Modern', drawn: 'themes-dark_modern-json' },
  contrast: { setting: 'Default High Contrast', label: 'Dark High Contrast', drawn: 'themes-hc_black-json' },
} as const;

export type Theme = keyof typeof THEMES;
