import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pageViolations } from '../harness/windows/accessibility.ts';
import { windowBeside } from '../harness/windows/browser.ts';
import { takePicture } from '../harness/windows/picture.ts';
import type { Session } from '../harness/windows/session.ts';
import type { Workbench } from '../harness/windows/workbench.ts';
import { choose } from './choices.ts';
import { pictures, rulesFor, themesFor } from './look.ts';

/** Colour schemes that a browser can request from a page. */
const COLOURS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

/** Words on the way to a saved brief, and the name of its time line. */
const WORDS = {
  en: {
    command: 'Errata Lens: Prepare Change Brief…',
    recommended: 'recommended',
    format: 'HTML file',
    dialog: 'Save the change brief',
    saved: 'Change brief saved',
    timeLine: 'Support by minor version',
  },
  ja: {
    command: 'Errata Lens: 変更計画書の準備…',
    recommended: '推奨',
    format: 'HTML ファイル',
    dialog: '変更計画書の保存',
    saved: '変更計画書を保存しました',
    timeLine: 'マイナーバージョンごとのサポート',
  },
};

/** Saves the brief of the recommended upgrade as one file, looks at it, and removes it. */
export async function lookAtSavedBrief(
  { workbench, folder }: Pick<Session, 'workbench' | 'folder'>,
  locale: keyof typeof WORDS,
): Promise<void> {
  const words = WORDS[locale];
  await workbench.runCommand(words.command);
  await choose(workbench, 'Aurora MySQL 2.11.1');
  const target = workbench.page.locator('.quick-input-list .monaco-list-row').first();
  await target.getByText(words.recommended).waitFor();
  await workbench.page.keyboard.press('Enter');
  await choose(workbench, words.format);
  await workbench.page.locator('.quick-input-widget', { hasText: words.dialog }).waitFor();
  await workbench.page.keyboard.press('Enter');
  const message = workbench.page.locator('.notification-toast', { hasText: words.saved });
  const name = /(change-brief-[\w.-]+\.html)/.exec(await message.innerText())?.[1] ?? '';
  const file = path.join(folder, name);
  await lookAtBrief(workbench, file, locale, words.timeLine);
  await rm(file);
}

/** Looks at the brief in another browser: colour schemes without violations of axe, and a PDF of few pages. */
async function lookAtBrief(
  workbench: Workbench,
  file: string,
  locale: string,
  timeLine: string,
): Promise<void> {
  const page = await windowBeside(workbench.page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setViewportSize({ width: 900, height: 1180 });
  await page.goto(`file://${file}`);
  await page.getByRole('img', { name: timeLine }).waitFor();
  for (const theme of themesFor(locale)) {
    await page.emulateMedia(COLOURS[theme]);
    assert.deepEqual(await pageViolations(page, rulesFor(theme, locale)), [], theme);
    await takePicture(page, path.join(pictures, `brief-${theme}-${locale}.png`));
  }
  assert.deepEqual(
    asked.filter((url) => !url.startsWith('file:')),
    [],
  );
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  assert.ok(pdf.startsWith('%PDF-'));
  const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
  assert.ok(pages >= 1 && pages <= 6, `${pages} pages`);
  assert.doesNotMatch(await readFile(file, 'utf8'), /<script/i);
  await page.close();
}
