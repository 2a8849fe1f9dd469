import assert from 'node:assert/strict';
import type { Workbench } from '../harness/windows/workbench.ts';

/** Contrast of a graphic to its background by WCAG 2, 1.4.11. */
const LEAST_CONTRAST = 3;

/**
 * Colours of the tree's icons with too little contrast in some built-in theme, measured in the workbench. A theme without a
 * colour uses the foreground of the row.
 */
export async function faintColours(workbench: Workbench, ids: readonly string[]): Promise<string[]> {
  const { page } = workbench;
  await workbench.runCommand('Preferences: Color Theme');
  const list = page.locator('.quick-input-list');
  await list.locator('.monaco-list-row').first().waitFor();
  const seen = new Map<string, string[]>();
  await page.keyboard.press('Home');
  await skipGallery(workbench);
  // The list wraps around: two known themes end it. One can be the theme before the first.
  let again = 0;
  for (let theme = await themeAfter(workbench, null); again < 2; theme = await themeAfter(workbench, theme)) {
    again = seen.has(theme) ? again + 1 : 0;
    if (again === 0) seen.set(theme, await faintNow(workbench, ids));
    await page.keyboard.press('ArrowDown');
    await skipGallery(workbench);
  }
  await page.keyboard.press('Escape');
  assert.ok(seen.size >= 15, `${seen.size} themes were looked at`);
  return [...seen].flatMap(([theme, faint]) => faint.map((colour) => `${theme}: ${colour}`));
}

/** Skips the row for more themes, which applies none. */
async function skipGallery({ page }: Workbench): Promise<void> {
  const focused = page.locator('.quick-input-list .monaco-list-row.focused');
  if (/Browse Additional/.test(await focused.innerText())) await page.keyboard.press('ArrowDown');
}

/** Current theme, as soon as it differs from `before`. */
async function themeAfter({ page }: Workbench, before: string | null): Promise<string> {
  const name = `[...document.querySelector('.monaco-workbench').classList].find((name) => name.endsWith('-json'))`;
  const handle = await page.waitForFunction(`${name} !== ${JSON.stringify(before)} && ${name}`);
  return String(await handle.jsonValue());
}

type Colour = readonly [red: number, green: number, blue: number, opacity: number];

/** The given colours that have too little contrast on the current side bar. */
async function faintNow({ page }: Workbench, ids: readonly string[]): Promise<string[]> {
  const variable = (id: string): string => `--vscode-${id.replaceAll('.', '-')}`;
  const asked = [...ids, 'sideBar.background', 'editor.background', 'sideBar.foreground', 'foreground'].map(
    variable,
  );
  const values = await page.evaluate<Record<string, string>>(
    `(() => {
      const style = getComputedStyle(document.querySelector('.monaco-workbench'));
      return Object.fromEntries(${JSON.stringify(asked)}.map((name) => [name, style.getPropertyValue(name).trim()]));
    })()`,
  );
  const colourOf = (...names: string[]): Colour =>
    parsed(names.map((name) => values[variable(name)] ?? '').find((value) => value !== '') ?? '');
  const behind = colourOf('sideBar.background', 'editor.background');
  return ids.flatMap((id) => {
    const contrast = contrastOf(colourOf(id, 'sideBar.foreground', 'foreground'), behind);
    return contrast < LEAST_CONTRAST ? [`${id} ${contrast.toFixed(2)}`] : [];
  });
}

/** `#rrggbb`, `#rrggbbaa`, `rgba(r, g, b, a)`. */
function parsed(css: string): Colour {
  const numbers = css.startsWith('#')
    ? (css.slice(1).match(/../g) ?? []).map((pair, index) => parseInt(pair, 16) / (index === 3 ? 255 : 1))
    : (css.match(/[\d.]+/g) ?? []).map(Number);
  const [red, green, blue, opacity = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`no colour: ${css}`);
  return [red, green, blue, opacity];
}

function contrastOf(colour: Colour, behind: Colour): number {
  const [, , , opacity] = colour;
  const drawn = [0, 1, 2].map((i) => (colour[i] ?? 0) * opacity + (behind[i] ?? 0) * (1 - opacity));
  const [bright = 0, dark = 0] = [luminance(drawn), luminance(behind)].sort((a, b) => b - a);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
  const linear = (part: number): number => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
