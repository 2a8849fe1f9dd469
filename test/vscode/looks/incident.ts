import assert from 'node:assert/strict';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Session } from '../harness/windows/session.ts';
import type { Workbench } from '../harness/windows/workbench.ts';
import { lookAtAll, pictures } from './look.ts';
import { openSupportCase, openSurfaces } from './surfaces.ts';

/** Size of a window for pages about the incident. */
export const NIGHT = { width: 1180, height: 900 };

/** Finds the incident in the Problems panel, hovers over the version, and opens the linked page. */
export async function lookAtVersion(
  workbench: Workbench,
  locale: string,
  words: string,
  next: string,
): Promise<void> {
  await workbench.page.setViewportSize({ width: 1180, height: 620 });
  await workbench.openFile('database.tf', 5, 30);
  const rows = await workbench.problems(words);
  assert.equal(await rows.count(), 1);
  assert.match((await rows.first().getAttribute('aria-label')) ?? '', /Warning/);
  await workbench.closePanel();
  await workbench.openFile('database.tf', 5, 30);
  const hover = await workbench.hover(5, 30, next);
  await hover.getByText('2.12.1').first().waitFor();
  await workbench.screenshot(path.join(pictures, `diagnostic-${locale}.png`));
  for (let tries = 1; !(await readOn(workbench, hover)); tries++) {
    assert.ok(tries < MOST_TRIES, 'the hover goes each time');
    await workbench.hover(5, 30, next);
  }
  await workbench.screenshot(path.join(pictures, `hover-${locale}.png`));
}

const MOST_TRIES = 3;
const SHORT_WHILE_MS = 5000;

/** Scrolls a hover to its end. Returns false if it closed, as it does when it grows under an approaching mouse. */
async function readOn(workbench: Workbench, hover: Locator): Promise<boolean> {
  const timeout = SHORT_WHILE_MS;
  try {
    await hover.hover({ timeout });
    await workbench.page.mouse.wheel(0, 400);
    await hover.getByText('2.12.6').last().click({ trial: true, timeout });
    return true;
  } catch {
    return false;
  }
}

/** Pages about the incident, the view beside them, and the editor's texts about a version. */
export async function lookAround(session: Session, locale: 'en' | 'ja'): Promise<void> {
  const { workbench, changeSettings } = session;
  await workbench.page.setViewportSize(NIGHT);
  await changeSettings({ 'errataLens.codeLens': true, 'editor.hover.above': false });
  await lookAtAll(session, await openSurfaces(workbench, locale), locale);
  await changeSettings({});
}

export async function lookAtCase(session: Session, locale: 'en' | 'ja'): Promise<void> {
  const { workbench } = session;
  await workbench.page.setViewportSize(NIGHT);
  await lookAtAll(session, [await openSupportCase(workbench, locale)], locale);
  await workbench.runCommand('View: Revert and Close Editor');
}
