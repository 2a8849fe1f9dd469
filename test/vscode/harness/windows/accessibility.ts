import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { windowBeside } from './browser.ts';
import { projectFolder } from '../project.ts';

const AXE = path.join(projectFolder, 'node_modules/axe-core/axe.min.js');

/** Rules of axe: all, those that another theme can break, or those that another language or size can break. */
export type Rules = 'all' | 'colours' | 'structure';

const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** Options of axe. Only rules about orientation, one of `all`, need style sheets, which axe would load first. */
const OPTIONS: Record<Rules, RunOptions> = {
  all: {},
  colours: { preload: false, runOnly: COLOUR_RULES },
  structure: {
    preload: false,
    rules: Object.fromEntries(COLOUR_RULES.map((rule) => [rule, { enabled: false }])),
  },
};

/** Frame of a webview's page. */
export async function frameOf(page: FrameLocator): Promise<Frame> {
  const handle = await page.locator('body').elementHandle();
  const frame = await handle.ownerFrame();
  assert.ok(frame);
  return frame;
}

/** Violated rules, each with the first violating element. */
export async function violations(page: FrameLocator, what: Rules = 'all'): Promise<string[]> {
  return violationsIn(await frameOf(page), what);
}

/** A page for copies, into which axe is loaded once. */
let beside: Page | undefined;

/** The same for a page that may run no scripts: axe checks a copy of it. */
export async function copyViolations(
  page: FrameLocator,
  window: Page,
  what: Rules = 'all',
): Promise<string[]> {
  const root = page.locator('html');
  const [language, style, inner] = await Promise.all([
    root.getAttribute('lang'),
    root.getAttribute('style'),
    root.innerHTML(),
  ]);
  if (beside === undefined || beside.isClosed()) beside = await windowBeside(window);
  const copy = beside;
  const content = inner.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  // A webview has the background of the editor.
  const colours = `${(style ?? '').replaceAll('"', '&quot;')}; background: var(--vscode-editor-background)`;
  await copy.setContent(`<html lang="${language ?? ''}" style="${colours}">${content}</html>`);
  return violationsIn(copy.mainFrame(), what);
}

/** The same for a whole page of a browser. */
export function pageViolations(page: Page, what: Rules = 'all'): Promise<string[]> {
  return violationsIn(page.mainFrame(), what);
}

async function violationsIn(frame: Frame, what: Rules): Promise<string[]> {
  // Uses the debugger, because the content security policy of the page blocks foreign scripts.
  if (await frame.evaluate<boolean>('globalThis.axe === undefined'))
    await frame.evaluate(await readFile(AXE, 'utf8'));
  const options: RunOptions = { resultTypes: ['violations'], ...OPTIONS[what] };
  const results = await frame.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
  );
}
