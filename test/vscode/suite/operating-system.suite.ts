import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type * as vscode from 'vscode';
import type { Case, CaseContext } from '../harness/cases.ts';
import { codeActionsAt } from './code-actions.ts';
import { eventually } from './eventually.ts';

/** The finding about a pinned release, and the text of the hover over it. */
async function findingIn(
  { vscode, folder }: CaseContext,
  name: string,
  content: string,
): Promise<{ document: vscode.TextDocument; finding: vscode.Diagnostic; hover: string }> {
  await writeFile(path.join(folder, name), content);
  const document = await vscode.workspace.openTextDocument(path.join(folder, name));
  await vscode.window.showTextDocument(document);
  const finding = await eventually('older than', vscode.languages.onDidChangeDiagnostics, () =>
    vscode.languages
      .getDiagnostics(document.uri)
      .find(({ message }) => /older than|known bugs/.test(message)),
  );
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    finding.range.start,
  );
  const hover = hovers
    .flatMap(({ contents }) => contents)
    .filter((part) => part instanceof vscode.MarkdownString)
    .map(({ value }) => value)
    .join('\n');
  return { document, finding, hover };
}

export const cases: Case[] = [
  {
    name: 'shows in a Dockerfile how far Amazon Linux is behind, on the version in the tag',
    async run(context) {
      const content = 'FROM public.ecr.aws/amazonlinux/amazonlinux:2023.4.20240416.0\nRUN true\n';
      const { document, finding, hover } = await findingIn(context, 'Dockerfile', content);
      assert.equal(document.getText(finding.range), '2023.4.20240416.0');
      assert.match(finding.message, /^Amazon Linux 2023 2023\.4\.20240416: older than/);
      assert.match(hover, /^\*\*Upgrade to Amazon Linux 2023 2023\.12\.\d+ with the next maintenance\./);
    },
  },
  {
    name: 'shows in an AMI filter of Terraform how far the image is behind, on the version in its name',
    async run(context) {
      const content = [
        'data "aws_ami" "web" {',
        '  owners = ["amazon"]',
        '  filter {',
        '    name   = "name"',
        '    values = ["amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2"]',
        '  }',
        '}',
        '',
      ].join('\n');
      const { document, finding, hover } = await findingIn(context, 'image.tf', content);
      assert.equal(document.getText(finding.range), '2.0.20230307.0');
      assert.match(hover, /kernel/);
    },
  },
  {
    name: 'shows on the release in dnf --releasever how far it is behind',
    async run(context) {
      const content = '#!/bin/bash\ndnf upgrade -y --releasever=2023.4.20240416\n';
      const { document, finding } = await findingIn(context, 'setup.sh', content);
      assert.equal(document.getText(finding.range), '2023.4.20240416');
    },
  },
  {
    name: 'updates the diagnostic of a Jenkinsfile after an edit',
    async run(context) {
      const { vscode } = context;
      const content = "node {\n  sh 'dnf upgrade -y --releasever=2023.4.20240416'\n}\n";
      const { document, finding } = await findingIn(context, 'Jenkinsfile', content);
      assert.equal(document.getText(finding.range), '2023.4.20240416');
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, finding.range, '2023.6.20241010');
      assert.ok(await vscode.workspace.applyEdit(edit));
      const edited = await eventually('the new release', vscode.languages.onDidChangeDiagnostics, () =>
        vscode.languages
          .getDiagnostics(document.uri)
          .find(({ message }) => message.includes('2023.6.20241010')),
      );
      assert.equal(document.getText(edited.range), '2023.6.20241010');
      await document.save();
    },
  },
  {
    name: 'offers upgrade advice for a release of Amazon Linux in the hover, as an action and as a document',
    async run(context) {
      const { vscode } = context;
      const content = '#!/bin/bash\ndnf upgrade -y --releasever=2023.4.20240416\n';
      const { document, finding, hover } = await findingIn(context, 'upgrade.sh', content);
      assert.match(hover, /command:errataLens\.showBugs\?.*amazon-linux-2023/);
      assert.match(hover, /command:errataLens\.showUpgrade\?.*amazon-linux-2023/);
      const actions = await codeActionsAt(vscode, document.uri, finding.range);
      const show = actions.find(({ command }) => command?.command === 'errataLens.showUpgrade');
      assert.deepEqual(show?.command?.arguments, [
        '2023.4.20240416',
        'amazon-linux-2023',
        { folder: context.folder, assetId: 'upgrade.sh#dnf upgrade' },
      ]);
      const change = actions.find(({ edit }) => edit?.has(document.uri) === true);
      assert.ok(change?.edit !== undefined && (await vscode.workspace.applyEdit(change.edit)));
      assert.match(document.getText(), /--releasever=2023\.(?!4\.)\d+\.\d{8}\n$/);
      const page = async (subject: string): Promise<string> => {
        const uri = vscode.Uri.parse(`errata-lens:/${subject}/Amazon Linux 2023 2023.4.20240416.md`);
        return (await vscode.workspace.openTextDocument(uri)).getText();
      };
      assert.match(await page('upgrade'), /^# Upgrade from Amazon Linux 2023 2023\.4\.20240416[^]*## 2023\./);
      assert.match(await page('bugs'), /^# Amazon Linux 2023 2023[^]*releases behind/);
    },
  },
];
