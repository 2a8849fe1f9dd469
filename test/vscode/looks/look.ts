import assert from 'node:assert/strict';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { copyViolations, frameOf, violations, type Rules } from '../harness/windows/accessibility.ts';
import { projectFolder } from '../harness/project.ts';
import type { Session } from '../harness/windows/session.ts';
import { THEMES, type Theme } from '../harness/windows/themes.ts';
import type { Workbench } from '../harness/windows/workbench.ts';

/** Folder of pictures: `ERRATA_LENS_PICTURES=docs/images` renews those of the documentation. */
export const pictures = path.resolve(
  projectFolder,
  process.env['ERRATA_LENS_PICTURES'] ?? 'test-results/pictures',
);

/** Something visible to a person. */
export interface Surface {
  name: string;
  /** Makes it completely visible. */
  show: (workbench: Workbench) => Promise<void>;
  /**
   * Kind of surface: a page of ours; a page without scripts, of which a copy is checked; the editor's own preview of Markdown, which is
   * such a page in a foreign frame; or a part of the editor itself.
   */
  drawnBy: 'page' | 'still page' | 'preview' | 'editor';
}

/** Content of a separate tab. @param isShown resolves when the page is complete */
export function tabbed(
  name: string,
  tab: string | RegExp,
  drawnBy: Surface['drawnBy'],
  isShown: (page: FrameLocator, workbench: Workbench) => Promise<void>,
): Surface {
  return {
    name,
    drawnBy,
    async show(workbench) {
      await workbench.page.locator('.tab', { hasText: tab }).first().click();
      await isShown(workbench.webview(), workbench);
    },
  };
}

/** Colours to look at. Only the words differ between languages, so other languages than English have light alone. */
export function themesFor(locale: string): Theme[] {
  return locale === 'en' ? ['light', 'dark', 'contrast'] : ['light'];
}

/** Rules to check in these colours: the colours of other languages are those of English. */
export function rulesFor(theme: Theme, locale: string): Rules {
  if (theme !== 'light') return 'colours';
  return locale === 'en' ? 'all' : 'structure';
}

/** Rules that only a page around a document can meet. */
const OF_THE_FRAME = /^(?:document-title|html-has-lang|landmark-one-main|region):/;

/** Saves a picture of each in all colours for this language, and asserts that axe finds no violation in our parts. */
export async function lookAtAll(
  { workbench, chooseTheme }: Session,
  surfaces: readonly Surface[],
  locale: string,
): Promise<void> {
  const faults: string[] = [];
  const there = themesFor(locale);
  for (const [index, surface] of surfaces.entries()) {
    await surface.show(workbench);
    // Alternates the direction, because each change of colours redraws everything.
    for (const theme of index % 2 === 0 ? there : there.toReversed()) {
      await chooseTheme(theme);
      if (surface.drawnBy !== 'editor') await drawnIn(workbench.webview(), THEMES[theme].label);
      await workbench.page.mouse.move(5, 5);
      await workbench.screenshot(path.join(pictures, `${surface.name}-${theme}-${locale}.png`));
      const found = await faultsOf(surface, workbench, rulesFor(theme, locale));
      faults.push(...found.map((fault) => `${surface.name} ${theme} ${locale}: ${fault}`));
    }
  }
  await chooseTheme('light');
  assert.deepEqual(faults, []);
}

/** A page receives the window's theme, and changes after the window. */
async function drawnIn(page: FrameLocator, theme: string): Promise<void> {
  await page.locator(`body[data-vscode-theme-name=${JSON.stringify(theme)}]`).waitFor();
}

async function faultsOf({ drawnBy }: Surface, workbench: Workbench, what: Rules): Promise<string[]> {
  if (drawnBy === 'editor') return [];
  const page = workbench.webview();
  if (drawnBy === 'page') return violations(page, what);
  const found = await copyViolations(page, workbench.page, what);
  return drawnBy === 'preview' ? found.filter((fault) => !OF_THE_FRAME.test(fault)) : found;
}

/** Unfolds everything, and waits for the icons, which pictures need. */
export async function unfold(page: FrameLocator): Promise<void> {
  const frame = await frameOf(page);
  await frame.evaluate('for (const each of document.querySelectorAll("details")) each.open = true;');
  await frame.evaluate('document.fonts.ready.then(() => null)');
}
