import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Blocks every other host, so that requests of the workbench to galleries fail at once instead of by a time-out.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
/** Flags that keep the compiled workbench, one module of 19 MB, for later windows. */
const KEEP_COMPILED = [
  // 3 keeps a script after its first run, the default after its second.
  '--blink-settings=v8CacheOptions=3',
  // A module that is parsed in the background is compiled again even if its compiled form is cached.
  '--disable-features=BackgroundResourceFetch',
];
/** Kinds of storage that a workbench uses in its browser, without the browser's cache of scripts. */
const KEPT_BY_WORKBENCH = 'cookies,local_storage,indexeddb,service_workers,cache_storage,file_systems';

/** Starts a Chromium with a separate profile for each page. */
export function startBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
}

/** Starts a Chromium for windows of VS Code, one after another: they share a page and a profile. */
export function startWindows(executablePath: string, profileFolder: string): Promise<BrowserContext> {
  const args = [...CHROMIUM_ARGUMENTS, ...KEEP_COMPILED];
  return chromium.launchPersistentContext(profileFolder, { executablePath, args });
}

/**
 * Returns the page after clearing everything that an earlier window has stored at this origin. All windows use one page,
 * because its process has the workbench's scripts loaded.
 */
export async function emptyPage(windows: BrowserContext, origin: string): Promise<Page> {
  const [page] = windows.pages();
  if (page === undefined) throw new Error('the browser has lost its page');
  const debug = await windows.newCDPSession(page);
  await debug.send('Storage.clearDataForOrigin', { origin, storageTypes: KEPT_BY_WORKBENCH });
  await debug.detach();
  return page;
}

/** Another page beside a window, in the same browser with a separate profile. */
export async function windowBeside(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the window has no browser');
  return browser.newPage();
}

/** Closes the window by opening an empty address, and closes all other pages of the test. */
export async function closeWindows(windows: BrowserContext, elsewhere: string): Promise<void> {
  const beside = (windows.browser()?.contexts() ?? []).filter((context) => context !== windows);
  const [page, ...more] = windows.pages();
  await Promise.all([...beside, ...more].map((each) => each.close()));
  try {
    await page?.goto(elsewhere);
  } catch {
    // The page has crashed or hangs. The browser would end with its last page.
    await windows.newPage();
    await page?.close();
  }
}
