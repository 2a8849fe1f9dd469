import { basename, dirname } from 'node:path';
import { errors, type BrowserContext, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { closeWindows, emptyPage } from './browser.ts';
import { KEYS } from './keys.ts';
import { takePicture } from './picture.ts';

/** Milliseconds until the effect of a step has to be visible. */
export const PATIENCE = 60_000;
/** Milliseconds until an open palette answers. */
const A_MOMENT = 2_000;
/** Mark of a window that has loaded its key bindings and all commands; before that, it ignores half of the input. */
const READY = 'code/didLoadExtensions';
/** Default size of a window. */
export const USUAL_SIZE = { width: 1280, height: 800 };

export interface WorkbenchOptions {
  /** `vscode.env.language`, and the language of contributed titles. VS Code's own words stay English. */
  locale?: 'en' | 'ja';
  viewport?: { width: number; height: number };
}

/** A window of VS Code that the test opened beside its first one, and closes with its page. */
export type OtherWorkbench = Omit<Workbench, keyof AsyncDisposable>;

/** A window of VS Code, used like a person does. Every method waits until its effect is visible. */
export interface Workbench extends AsyncDisposable {
  page: Page;
  openFolder: (path: string) => Promise<void>;
  /** Opens a folder in another window in English. The browser stores the state that all windows of a machine share. */
  openBeside: (path: string) => Promise<OtherWorkbench>;
  /** Runs the command with this exact title (with its category, if it has one) from the command palette. */
  runCommand: (title: string) => Promise<void>;
  /** Titles in the command palette for these words. */
  commandsNamed: (words: string) => Promise<string[]>;
  /** Opens the product's view in the side bar: a click on one that is open closes it. */
  openView: () => Promise<void>;
  openExplorer: () => Promise<void>;
  closeEditors: () => Promise<void>;
  closePanel: () => Promise<void>;
  clearNotifications: () => Promise<void>;
  /** Types an answer into the input box of a command. */
  answerInput: (text: string) => Promise<void>;
  /** Runs a command by its key, and types an answer into the input box that it opens. */
  answerByKey: (what: keyof typeof KEYS, text: string) => Promise<void>;
  /** Opens a file of the folder and puts the cursor there. Lines and columns count from 1. */
  openFile: (name: string, line?: number, column?: number) => Promise<void>;
  placeCursor: (line: number, column: number) => Promise<void>;
  /** Replaces `length` characters from this position on by `text`, as typed. */
  replaceText: (line: number, column: number, length: number, text: string) => Promise<void>;
  save: () => Promise<void>;
  /** Hover at this position, as soon as it has this text: a hover is filled in parts. */
  hover: (line: number, column: number, text: string | RegExp) => Promise<Locator>;
  /** The quick fix with this text, at the cursor of the editor that has the focus. */
  quickFix: (text: string | RegExp) => Promise<Locator>;
  /** The rows of the Problems panel with this text. `getAttribute('aria-label')` begins with the severity. */
  problems: (text: string | RegExp) => Promise<Locator>;
  /** The document inside the visible webview. */
  webview: () => FrameLocator;
  screenshot: (path: string) => Promise<void>;
}

/** Opens a window on a server's workbench, without state of earlier windows. No folder is open yet. */
export async function openWorkbench(
  windows: BrowserContext,
  serverUrl: string,
  options: WorkbenchOptions = {},
): Promise<Workbench> {
  const page = await emptyPage(windows, serverUrl);
  await page.setViewportSize(options.viewport ?? USUAL_SIZE);
  page.setDefaultTimeout(PATIENCE);
  // Otherwise a crashed window looks like a product that does not answer.
  const tellCrash = (): void => console.log('The page of the workbench crashed.');
  page.on('crash', tellCrash);
  // The workbench reads its language here, and passes it to the extension host and to package.nls.
  const language = JSON.stringify(options.locale ?? 'en');
  const speaking = await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${language};`);
  return {
    ...driver(page, serverUrl),
    async [Symbol.asyncDispose]() {
      page.off('crash', tellCrash);
      await speaking.dispose();
      await closeWindows(windows, `${serverUrl}/version`);
    },
  };
}

/**
 * Repeats a step until its effect is visible, because a change of focus closes a palette, a list or a hover.
 * @param shows fails with a timeout if the step has to be repeated
 */
export async function untilItShows(step: () => Promise<void>, shows: () => Promise<void>): Promise<void> {
  const patience = AbortSignal.timeout(PATIENCE);
  do {
    patience.throwIfAborted();
    await step();
  } while (!(await inTime(shows())));
}

/** True if a step ended before its time limit. */
async function inTime(step: Promise<void>): Promise<boolean> {
  try {
    await step;
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
}

function driver(page: Page, serverUrl: string): OtherWorkbench {
  const quickInput = page.locator('.quick-input-widget input[type=text]').first();

  /** The row with this title; its label goes on after a comma with the key binding or a note ("file results"). */
  function quickInputRow(title: string): Locator {
    const [whole, beginning] = [JSON.stringify(title), JSON.stringify(`${title},`)];
    const row = '.quick-input-list .monaco-list-row';
    return page.locator(`${row}[aria-label=${whole}], ${row}[aria-label^=${beginning}]`).first();
  }

  /**
   * Opens a palette with these words again until `use` succeeds: it lists only commands registered before it opened, without
   * those of extensions at the start, and it closes when an opening editor takes the focus, even during a click.
   */
  async function inPalette(
    key: string,
    words: string,
    answer: Locator,
    use: () => Promise<void>,
  ): Promise<void> {
    await untilItShows(
      async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press(key);
      },
      async () => {
        await quickInput.fill(words, { timeout: A_MOMENT });
        await answer.waitFor({ timeout: A_MOMENT });
        await use();
      },
    );
  }

  async function askQuickInput(key: string, words: string, answer: Locator): Promise<void> {
    await inPalette(key, words, answer, () => answer.click({ timeout: A_MOMENT }));
    await answer.waitFor({ state: 'hidden' });
  }

  async function quickFix(text: string | RegExp): Promise<Locator> {
    const offered = page.locator('.action-widget').getByText(text).first();
    await untilItShows(
      async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+.');
      },
      () => offered.waitFor({ timeout: A_MOMENT }),
    );
    return offered;
  }

  async function commandsNamed(words: string): Promise<string[]> {
    const rows = page.locator('.quick-input-list .monaco-list-row', { hasText: words });
    let titles: string[] = [];
    await inPalette('F1', `>${words}`, rows.first(), async () => {
      titles = await rows.allTextContents();
    });
    await page.keyboard.press('Escape');
    return titles;
  }

  async function openFolder(path: string): Promise<void> {
    await page.goto(`${serverUrl}/?folder=${encodeURIComponent(path)}`);
    await page.locator('.explorer-folders-view').waitFor();
    await page.waitForFunction(`performance.getEntriesByName(${JSON.stringify(READY)}).length > 0`);
  }

  async function openBeside(path: string): Promise<OtherWorkbench> {
    const beside = await page.context().newPage();
    beside.setDefaultTimeout(PATIENCE);
    const other = driver(beside, serverUrl);
    await other.openFolder(path);
    return other;
  }

  async function runCommand(title: string): Promise<void> {
    // The palette finds no title if the ellipsis is typed.
    await askQuickInput('F1', `>${title.replace(/…$/, '')}`, quickInputRow(title));
  }

  /** Presses the key again until the window has loaded its binding and the focused element passes it on. */
  async function byKey(what: keyof typeof KEYS, shows: (timeout: number) => Promise<void>): Promise<void> {
    await untilItShows(
      () => page.keyboard.press(KEYS[what].key),
      () => shows(PATIENCE / 10),
    );
  }

  async function openView(): Promise<void> {
    const view = page.getByRole('tab', { name: /^Errata Lens/ });
    if ((await view.getAttribute('aria-selected')) !== 'true') await view.click();
  }

  async function openExplorer(): Promise<void> {
    await byKey('showExplorer', (timeout) => page.locator('.explorer-folders-view').waitFor({ timeout }));
  }

  async function closeEditors(): Promise<void> {
    const tab = page.locator('.editor-group-container .tab').first();
    await byKey('closeEditors', (timeout) => tab.waitFor({ state: 'detached', timeout }));
  }

  async function closePanel(): Promise<void> {
    const panel = page.locator('.part.panel');
    await byKey('closePanel', (timeout) => panel.waitFor({ state: 'hidden', timeout }));
  }

  async function clearNotifications(): Promise<void> {
    const toast = page.locator('.notification-toast').first();
    await byKey('clearNotifications', (timeout) => toast.waitFor({ state: 'detached', timeout }));
  }

  async function answerInput(text: string): Promise<void> {
    await quickInput.waitFor();
    await untilItShows(
      async () => {
        // The list is filled a moment later; until then the key has no effect.
        if (!(await quickInput.isVisible())) return;
        await quickInput.fill(text);
        await page.keyboard.press('Enter');
      },
      () => quickInput.waitFor({ state: 'hidden', timeout: A_MOMENT }),
    );
  }

  async function answerByKey(what: keyof typeof KEYS, text: string): Promise<void> {
    await byKey(what, (timeout) => quickInput.waitFor({ timeout }));
    await answerInput(text);
  }

  async function openFile(name: string, line = 1, column = 1): Promise<void> {
    const title = dirname(name) === '.' ? name : `${basename(name)} ${dirname(name)}`;
    await goTo(line, column, () =>
      askQuickInput('Control+P', `${name}:${line}:${column}`, quickInputRow(title)),
    );
  }

  async function placeCursor(line: number, column: number): Promise<void> {
    const answer = page.locator('.quick-input-list .monaco-list-row').filter({
      hasText: `to line ${line} at column ${column}.`,
    });
    await goTo(line, column, () => askQuickInput('Control+G', `:${line}:${column}`, answer.first()));
  }

  /** Repeats if an opening page took the focus back. */
  async function goTo(line: number, column: number, ask: () => Promise<void>): Promise<void> {
    await untilItShows(ask, () => cursorIsAt(line, column, PATIENCE / 10));
  }

  async function cursorIsAt(line: number, column: number, timeout = PATIENCE): Promise<void> {
    const cursor = page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line}, Col ${column}` });
    await cursor.waitFor({ timeout });
  }

  async function replaceText(line: number, column: number, length: number, text: string): Promise<void> {
    await placeCursor(line, column);
    for (let count = 0; count < length; count += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.insertText(text);
    await cursorIsAt(line, column + text.length);
  }

  async function save(): Promise<void> {
    await page.keyboard.press('Control+S');
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  async function hover(line: number, column: number, text: string | RegExp): Promise<Locator> {
    await placeCursor(line, column);
    // A hover that grows under a resting mouse closes, because the editor believes that the mouse has left it.
    await page.mouse.move(0, 0);
    const shown = page.locator('.monaco-hover:visible').filter({ hasText: text });
    await byKey('showHover', (timeout) => shown.waitFor({ timeout }));
    return shown;
  }

  async function problems(text: string | RegExp): Promise<Locator> {
    await byKey('showProblems', (timeout) => page.locator('.markers-panel').waitFor({ timeout }));
    const rows = page.locator('.markers-panel').getByRole('treeitem').filter({ hasText: text });
    await rows.first().waitFor();
    return rows;
  }

  function webview(): FrameLocator {
    return page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  }

  return {
    page,
    openFolder,
    openBeside,
    runCommand,
    commandsNamed,
    openView,
    openExplorer,
    closeEditors,
    closePanel,
    clearNotifications,
    answerInput,
    answerByKey,
    openFile,
    placeCursor,
    replaceText,
    save,
    hover,
    quickFix,
    problems,
    webview,
    screenshot: (path) => takePicture(page, path),
  };
}
