import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { incident } from '../harness/incident.ts';
import { projectFolder } from '../harness/project.ts';
import { sharedWindow } from '../harness/windows/session.ts';

const TEMPLATE = path.join(projectFolder, 'test/workspaces/incident/cloudformation/shop.yaml');

interface ScanJson {
  findings: {
    ruleId: string;
    message: string;
    bugIds: string[];
    urgent: number;
    ordinary: number;
    minor: number;
    counts: { apply: number; listed: number; off: number };
    advice: { now: { version: string }; destination: { version: string; before: string } };
    places: { location: { file: string } }[];
  }[];
}

/** Output of the command line about a folder. */
async function printed(folder: string, ...words: string[]): Promise<string> {
  const command = [path.join(projectFolder, 'dist/cli.js'), 'scan', folder, '--offline', '--lang', 'en'];
  const { stdout } = await promisify(execFile)(process.execPath, [...command, ...words], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

describe('the counts of the incident', async () => {
  const viewport = { width: 1280, height: 900 };
  const inWindow = sharedWindow({ viewport, workspace: await incident() });

  test('are equal in the window, the terminal and JSON', async (t) => {
    await inWindow(t, async ({ workbench, folder }) => {
      // The same cluster in another tool is part of one finding.
      await cp(TEMPLATE, path.join(folder, 'shop.yaml'));
      const scan = JSON.parse(await printed(folder, '--format', 'json')) as ScanJson;
      const ofRule = (rule: string, file: string) =>
        scan.findings.find(
          ({ ruleId, places }) =>
            ruleId === rule && places.some(({ location }) => location.file.endsWith(file)),
        ) ?? assert.fail(`${rule} in ${file}`);
      const bugs = ofRule('known-bugs', 'database.tf');
      const loop = ofRule('check/replacement-loop', 'web.tf');
      const { urgent, ordinary, minor } = bugs;
      const all = bugs.bugIds.length;
      assert.equal(urgent + ordinary + minor, all);
      const fixes = /fixes (\d+ of \d+)\./.exec(bugs.message)?.[1] ?? assert.fail(bugs.message);
      assert.ok(bugs.message.includes(`${urgent} urgent known bugs, ${all} in all`), bugs.message);
      const { apply, listed, off } = bugs.counts;
      assert.deepEqual([apply, listed - off], [all, all]);
      const counts = `${all} known bugs apply here (${listed} listed; ${off} need features that are off here): ${urgent} urgent, ${ordinary} ordinary, ${minor} minor`;
      const threatens = /\d+ known bugs with connections or restarts/.exec(loop.message)?.[0] ?? '';
      assert.notEqual(threatens, '');

      const terminal = await printed(folder, '--verbose');
      for (const words of [bugs.message, counts, threatens]) assert.ok(terminal.includes(words), words);

      await workbench.openFile('database.tf', 5, 30);
      await (await workbench.problems(bugs.message)).first().waitFor();
      await workbench.closePanel();

      await workbench.openFile('database.tf', 5, 30);
      const hover = await workbench.hover(5, 30, counts);
      const { now, destination } = bugs.advice;
      const words = `Upgrade to ${now.version} now, and to ${destination.version} before ${destination.before}.`;
      await hover.getByText(words).waitFor();
      await hover.getByText('All known bugs of 2.11.1').click();
      await workbench.webview().getByText(`${all} known bugs apply here (${listed} listed`).first().waitFor();

      await workbench.openFile('database.tf', 5, 30);
      const urgentOnes = fixes.split(' of ')[0] ?? '';
      await workbench.quickFix(
        new RegExp(
          `^Set to ${now.version}(?: in all \\d+ places)?: fixes \\d+ known bugs, ${urgentOnes} of them urgent`,
        ),
      );
      await workbench.page.keyboard.press('Escape');
      await workbench.openFile('database.tf', 5, 30);
      await workbench.quickFix(
        `Compare before moving to ${destination.version} before ${destination.before}`,
      );
      await workbench.page.keyboard.press('Escape');

      await workbench.runCommand('Errata Lens: Open Checklist');
      await workbench.webview().getByText(threatens).first().waitFor();
    });
  });
});
