import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bullets,
  osReleaseOf,
  packageLines,
  paragraphs,
  parseOs,
  tableOf,
} from '../../../../test/support/pages/os-page.ts';
import { say } from '../../../l10n/index.ts';

const h2 = (title: string): string => `<h2>${title}</h2>`;

function packagesOf(
  content: string,
  product: 'amazon-linux-2' | 'amazon-linux-2023' = 'amazon-linux-2',
): string[] {
  return packageLines(osReleaseOf(product, content).packages);
}

test('reads packages in paragraphs, bullets, code, cells and commas, and joins architectures', () => {
  const curl = ['curl 8.1-1.amzn2 [aarch64 x86_64]', 'tzdata 2031a-1.amzn2 [noarch]'];
  const words = ['curl-8.1-1.amzn2.aarch64', 'curl-8.1-1.amzn2.x86_64', 'tzdata-2031a-1.amzn2.noarch'];
  const code = words.map((word) => `<code>${word}</code>`);
  const forms = {
    paragraphs: paragraphs('Packages', ...words),
    code: paragraphs(...code),
    bullets: bullets(...words),
    commas: paragraphs(words.join(',')),
    glued: paragraphs(code.join('')),
    ticks: paragraphs(`<code>${words.join('``')}</code>`),
    breaks: paragraphs(code.join('<br>')),
    table: tableOf(['Package'], ...words.map((word) => [word])),
  };
  for (const [form, content] of Object.entries(forms)) {
    assert.deepEqual(packagesOf(h2('Package updates') + content), curl, form);
  }
});

test('reads names and versions with dashes, epochs and digits', () => {
  const content = paragraphs(
    'java-21-amazon-corretto-21.0.4+7-1.amzn2',
    'kernel-livepatch-5.10.99-1.2-1.0-3.amzn2',
    'cuda-19-2-19.2.5-1',
    'gpg-pubkey-7fa2af80-576db785',
    'microcode_ctl-2:9.1-7.amzn2.4',
    'libicu-50.2-4',
  );
  assert.deepEqual(packagesOf(h2('Package updates') + content), [
    'java-21-amazon-corretto 21.0.4+7-1.amzn2',
    'kernel-livepatch-5.10.99-1.2 1.0-3.amzn2',
    'cuda-19-2 19.2.5-1',
    'gpg-pubkey 7fa2af80-576db785',
    'microcode_ctl 2:9.1-7.amzn2.4',
    'libicu 50.2-4',
  ]);
});

test('takes the new version in a line with the old one', () => {
  const content = paragraphs('Updated (Old → New)', 'bash: 4.1-3. → 4.2-1.', 'hunspell: None → 1.3-16.');
  assert.deepEqual(packagesOf(h2('Package updates') + content), ['bash 4.2-1', 'hunspell 1.3-16']);
});

test('assigns CVEs to packages of the label, heading or list above', () => {
  const cves = (...list: string[]): string =>
    bullets(...list.map((cve) => `<a href="https://x/${cve}">${cve}</a>`));
  const expected = [
    'bind-libs 9.9-1.amzn2 CVE-2031-0001 CVE-2031-0002',
    'bind-utils 9.9-1.amzn2 CVE-2031-0001 CVE-2031-0002',
    'sudo 1.9-2.amzn2 CVE-2031-0003',
  ];
  const bind = ['bind-libs-9.9-1.amzn2', 'bind-utils-9.9-1.amzn2'];
  const two = cves('CVE-2031-0001', 'CVE-2031-0002');
  const labels = `<p><b>${bind[0]}</b>, <b>${bind[1]}</b></p><p>CVEs fixed:</p>${two}<p><b>sudo-1.9-2.amzn2</b></p><p>CVE fixed:</p>${cves('CVE-2031-0003')}`;
  const headings = `<h6>${bind.join(', ')}</h6>${two}<h6>sudo-1.9-2.amzn2</h6>${cves('CVE-2031-0003')}`;
  const lists = `<p>Packages with CVEs:</p>${bullets(...bind)}<p>CVEs fixed:</p>${two}<p>Package with CVE:</p>${bullets('sudo-1.9-2.amzn2')}<p>CVE fixed:</p>${cves('CVE-2031-0003')}`;
  const folded = `<awsui-expandable-section header="Packages with CVEs">${labels}</awsui-expandable-section>`;
  for (const content of [labels, headings, lists, folded]) {
    assert.deepEqual(packagesOf(h2('Package updates') + content), expected);
  }
});

test('assigns CVEs of the kernel section to the kernel named above', () => {
  const content =
    h2('Package updates') +
    paragraphs('kernel-4.14.300-1.amzn2.x86_64', 'kernel-5.10.90-2.amzn2.x86_64') +
    h2('Kernel updates') +
    paragraphs('Now from upstream stable 5.10.90.', 'CVEs fixed:') +
    bullets('CVE-2031-0001 [net: a thing]') +
    '<p><b>kernel-4.14.300-1.amzn2</b></p>' +
    bullets('CVE-2031-0002') +
    paragraphs('Other Fixes:') +
    bullets('Mends a leak in a driver');
  const release = osReleaseOf('amazon-linux-2', content);
  assert.deepEqual(packageLines(release.packages), [
    'kernel 4.14.300-1.amzn2 [x86_64] CVE-2031-0002',
    'kernel 5.10.90-2.amzn2 [x86_64] CVE-2031-0001',
  ]);
  assert.deepEqual(
    release.items.map(({ section, text }) => `${section}: ${text}`),
    ['Kernel updates: Now from upstream stable 5.10.90.', 'Other Fixes: Mends a leak in a driver'],
  );
});

test('reads packages, or only a number, from a kernel section alone', () => {
  const listed =
    h2('Kernel updates') +
    paragraphs('Rebase to stable 5.10.90') +
    bullets('CVE-2031-0001') +
    paragraphs('kernel-5.10.90-2.amzn2.x86_64');
  assert.deepEqual(packagesOf(listed), ['kernel 5.10.90-2.amzn2 [x86_64] CVE-2031-0001']);
  const number = h2('Kernel updates') + paragraphs('Rebase to stable 5.10.90') + bullets('CVE-2031-0001');
  assert.deepEqual(packagesOf(number), ['kernel 5.10.90 CVE-2031-0001']);
});

test('separates parts of the repository, and lists a package once despite images and epochs', () => {
  const content =
    h2('Repository Updates') +
    '<h3>Core Updated Packages</h3>' +
    paragraphs('<code>mtr-0.92-2.amzn2</code>') +
    '<h3>[AL2 Extras] Kernel-5.10 Updated Packages</h3>' +
    paragraphs('<code>kernel-5.10.90-2.amzn2</code>') +
    h2('Image Updates') +
    '<h3>Default Kernel-5.10 AMI</h3>' +
    paragraphs(
      '<code>kernel-5.10.90-2.amzn2</code><code>mtr-2:0.92-2.amzn2</code><code>pam-1.1-2.amzn2</code>',
    );
  assert.deepEqual(packagesOf(content), [
    'mtr 2:0.92-2.amzn2',
    'kernel 5.10.90-2.amzn2 (kernel-5.10)',
    'pam 1.1-2.amzn2',
  ]);
  const extras = `${h2('AL2 extras')}<h6>docker</h6>${bullets('Updated packages:', '<code>runc-1.2-1.amzn2</code>')}`;
  assert.deepEqual(packagesOf(extras), ['runc 1.2-1.amzn2 (docker)']);
});

test('reads a comparison of two releases with packages, new version and architectures', () => {
  const compared = (name: string, ...facts: string[]): string =>
    `<li><p><b><code>${name}</code></b></p><ul>${facts.map((fact) => `<li><p>${fact}</p></li>`).join('')}</ul></li>`;
  const content =
    h2('Repository') +
    '<h3>AL2023.30.20310506 upgrades from AL2023.30.20310422</h3>' +
    tableOf(['Package Type', 'Count'], ['Source', '2']) +
    `<ul>${compared(
      'kernel',
      '<b>RPM:</b>  kernel  / <b>Architectures:</b> aarch64, x86_64',
      '<b>RPM:</b>  kernel-doc  / <b>Architectures:</b> noarch',
      '<b>AL2023.30.20310422 version:</b> 6.1.1-1.amzn2023',
      '<b>AL2023.30.20310506 version:</b> 6.1.2-1.amzn2023',
    )}${compared('runc', '<b>RPM:</b>  runc', '<b>Architectures:</b> aarch64, x86_64', '<b>Version:</b> 1.2-1.amzn2023')}
    <li><p>** <a href="https://docs.aws.amazon.com/linux/al2023/ug/efs.html">x</a> **</p><ul>
      <li><p><b>RPM:</b> <a href="y">https://docs.aws.amazon.com/linux/al2023/ug/efs.html</a></p></li>
      <li><p><b>Architectures:</b> x86_64</p></li><li><p><b>Version:</b> 2.0-1.amzn2023</p></li></ul></li></ul>` +
    h2('Default AMI') +
    bullets(
      '<code>kernel-6.1.2-1.amzn2023</code>',
      '<code>b/al2023-container-minimal-2023.30.20310506.0-x86_64</code>',
    );
  assert.deepEqual(packagesOf(content, 'amazon-linux-2023'), [
    'kernel 6.1.2-1.amzn2023 [aarch64 x86_64]',
    'kernel-doc 6.1.2-1.amzn2023 [noarch]',
    'runc 1.2-1.amzn2023 [aarch64 x86_64]',
    'amazon-efs-utils 2.0-1.amzn2023 [x86_64]',
  ]);
});

test('restores the lost name of a package from related ones, or reports a problem', () => {
  const lost = (page: string, ...names: string[]): string => {
    const rows = [`https://docs.aws.amazon.com/linux/al2023/ug/${page}.html`, ...names].map(
      (name) => `<b>RPM:</b> ${name} / <b>Architectures:</b> x86_64`,
    );
    return `<h2>Repository</h2><ul><li><p>x</p>${bullets(...rows, '<b>Version:</b> 3.9-1.amzn2023')}</li></ul>`;
  };
  assert.deepEqual(packagesOf(lost('python', 'python3.30-libs', 'python3.30-devel'), 'amazon-linux-2023'), [
    'python3.30 3.9-1.amzn2023 [x86_64]',
    'python3.30-libs 3.9-1.amzn2023 [x86_64]',
    'python3.30-devel 3.9-1.amzn2023 [x86_64]',
  ]);
  const { problems } = parseOs('amazon-linux-2023', lost('other'));
  assert.match(
    problems.map(({ text }) => say(text, 'en')).join(),
    /does not name the packages behind .*other\.html/,
  );
});

test('reads a table of fixes inside a notice, with or without cells', () => {
  const head = ['New Package NVR', 'Old Package NVR', 'CVE(s)'];
  const rows = [
    ['git-2.9-1.amzn2.0.1', 'git-2.8-1.amzn2.0.3', 'CVE-2031-0001, CVE-2031-0002'],
    ['golang-1.9-1.amzn2', 'This is a new addition', 'CVE-2031-0003'],
  ];
  const section = (form: string): string =>
    `${h2('Important Advisory Notice')}<p>The metadata lacks these.</p><h3>AL2 Extras ECS</h3>${form}`;
  const expected = [
    'git 2.9-1.amzn2.0.1 CVE-2031-0001 CVE-2031-0002 (ecs)',
    'golang 1.9-1.amzn2 CVE-2031-0003 (ecs)',
  ];
  assert.deepEqual(packagesOf(section(tableOf(head, ...rows))), expected);
  assert.deepEqual(packagesOf(section(paragraphs([head, ...rows].flat().join('')))), expected);
});

test('assigns a CVE of a notice to the package that the notice names', () => {
  const page = (notice: string): string =>
    h2('Major updates') +
    paragraphs(notice) +
    h2('Package updates') +
    paragraphs('nss-3.9-1.amzn2', 'python-2.7-1.amzn2', 'kernel-5.10.90-2.amzn2');
  assert.deepEqual(packagesOf(page('Updated NSS to fix CVE-2031-0001 in haste.')), [
    'nss 3.9-1.amzn2 CVE-2031-0001',
    'python 2.7-1.amzn2',
    'kernel 5.10.90-2.amzn2',
  ]);
  assert.deepEqual(
    packagesOf(page('Two kernel things and a fix for CVE-2031-0001 in python 2.7'))[1],
    'python 2.7-1.amzn2 CVE-2031-0001',
  );
});

test('reports CVEs without a package as a problem', () => {
  const { releases, problems } = parseOs(
    'amazon-linux-2',
    h2('Package updates') + bullets('CVE-2031-0001') + paragraphs('sudo-1.9-2.amzn2'),
  );
  assert.deepEqual(packageLines(releases[0]?.packages), ['sudo 1.9-2.amzn2']);
  assert.match(say(problems[0]?.text ?? { key: '', args: {} }, 'en'), /No package .* CVE-2031-0001/);
});
