import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';

/** True if pictures are for the documentation, and therefore compressed, which takes time. */
const RENEWS_DOCUMENTATION = process.env['ERRATA_LENS_PICTURES'] !== undefined;

/**
 * Saves a picture of a window. It uses the browser directly: nothing in a window moves, so animations need not be stopped,
 * which would cost as much as the picture.
 */
export async function takePicture(page: Page, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const debug = await page.context().newCDPSession(page);
  const { data } = await debug.send('Page.captureScreenshot', { optimizeForSpeed: !RENEWS_DOCUMENTATION });
  await debug.detach();
  await writeFile(path, Buffer.from(data, 'base64'));
}
