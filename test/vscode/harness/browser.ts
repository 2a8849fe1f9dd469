import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing outside this machine answers: the workbench's questions to galleries fail at once instead of some time.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
/** The workbench is one module of 19 MB: what the first window compiled is kept for those that come after. */
const KEEP_COMPILED = [
  // 3: after the first run of a script, not after the second.
  '--blink-settings=v8CacheOptions=3',
  // A module that is read in the background is compiled there, whether or not its compiled form is kept.
  '--disable-features=BackgroundResourceFetch',
];
/** What a workbench keeps in its browser; what the browser keeps of its scripts is not among it. */
const KEPT_BY_WORKBENCH = 'cookies,local_storage,indexeddb,service_workers,cache_storage,file_systems';

/** Starts a Chromium in which each page that is asked for has a profile of its own. */
export function startBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
}

/** Starts a Chromium for windows of VS Code, one after another: they share a profile, which is removed with it. */
export function startWindows(executablePath: string): Promise<BrowserContext> {
  const args = [...CHROMIUM_ARGUMENTS, ...KEEP_COMPILED];
  return chromium.launchPersistentContext('', { executablePath, args });
}

/** An empty page in which nothing is kept that an earlier window has stored at this origin. */
export async function newWindow(windows: BrowserContext, origin: string): Promise<Page> {
  const page = await windows.newPage();
  const debug = await windows.newCDPSession(page);
  await debug.send('Storage.clearDataForOrigin', { origin, storageTypes: KEPT_BY_WORKBENCH });
  await debug.detach();
  return page;
}

/** Another window beside one, in the same browser, with a profile of its own. */
export async function windowBeside(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the window has no browser');
  return browser.newPage();
}

/** Closes every window: also those that a test has opened beside its own. */
export async function closeWindows(windows: BrowserContext): Promise<void> {
  const beside = (windows.browser()?.contexts() ?? []).filter((context) => context !== windows);
  // The first page came with the browser, which would end with its last one.
  await Promise.all([...beside, ...windows.pages().slice(1)].map((each) => each.close()));
}
