import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import { projectFolder } from '../harness/project.ts';
import { inWorkbench } from '../harness/session.ts';

const INCIDENT = path.join(projectFolder, 'test/workspaces/incident/terraform');
const FILES = ['database.tf', 'web.tf', 'variables.tf', 'main.tf'];

// `ERRATA_LENS_PICTURES=docs/images` renews the pictures of the README.
const pictures = process.env['ERRATA_LENS_PICTURES'] ?? 'test-results/pictures';

async function incident(): Promise<Record<string, string>> {
  const files = await Promise.all(
    FILES.map(async (file) => [file, await readFile(path.join(INCIDENT, file), 'utf8')]),
  );
  return Object.fromEntries(files) as Record<string, string>;
}

for (const [locale, words, severity] of [
  ['en', 'urgent known bugs', 'Warning'],
  ['ja', '緊急の既知の不具合', 'Warning'],
] as const) {
  test(`a person sees the incident on the version, hovers over it, and reads on (${locale})`, async (t) => {
    const viewport = { width: 1180, height: 620 };
    await inWorkbench(t, { locale, viewport, workspace: await incident() }, async ({ workbench }) => {
      await workbench.openFile('database.tf', 5, 30);
      const rows = await workbench.problems(words);
      assert.equal(await rows.count(), 1);
      assert.match((await rows.first().getAttribute('aria-label')) ?? '', new RegExp(severity));
      await workbench.runCommand('View: Toggle Panel Visibility');
      await workbench.openFile('database.tf', 5, 30);
      const hover = await workbench.hover(5, 30, words);
      await hover.getByText('2.12.1').first().waitFor();
      await workbench.screenshot(path.resolve(projectFolder, pictures, `diagnostic-${locale}.png`));
      await hover.hover();
      await workbench.page.mouse.wheel(0, 400);
      await hover.getByText('2.12.6').last().click({ trial: true });
      await workbench.screenshot(path.resolve(projectFolder, pictures, `hover-${locale}.png`));
    });
  });
}

test('a person edits the version and the problem follows', async (t) => {
  await inWorkbench(t, { workspace: await incident() }, async ({ workbench }) => {
    await workbench.openFile('database.tf', 5, 30);
    await workbench.problems('2.11.1');
    await workbench.openFile('database.tf', 5, 30);
    await workbench.replaceText(5, 25, '5.7.mysql_aurora.2.11.1'.length, '8.0.mysql_aurora.3.10.4');
    const rows = await workbench.problems('Aurora MySQL 3.10.4');
    assert.ok((await rows.count()) >= 1);
  });
});

test('the palette shows the known bugs of a version as a document', async (t) => {
  await inWorkbench(t, { workspace: await incident() }, async ({ workbench }) => {
    await workbench.runCommand('Errata Lens: Show Known Bugs of a Version…');
    await workbench.answerInput('2.11.1');
    await workbench.webview().getByRole('heading', { name: 'Aurora MySQL 2.11.1' }).first().waitFor();
    await workbench.screenshot(path.resolve(projectFolder, pictures, 'bugs-en.png'));
  });
});
