import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pageViolations } from '../harness/windows/accessibility.ts';
import { windowBeside } from '../harness/windows/browser.ts';
import { takePicture } from '../harness/windows/picture.ts';
import type { Workbench } from '../harness/windows/workbench.ts';
import { pictures, rulesFor, themesFor } from './look.ts';

/** Colour schemes that a browser can request from a page. */
const COLOURS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

/** Looks at the brief in another browser: colour schemes without violations of axe, and a PDF of few pages. */
export async function lookAtBrief(
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
