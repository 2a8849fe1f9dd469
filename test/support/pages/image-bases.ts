/** Changelogs of optimized images, in their forms and in words of our own. */
const row = (...cells: readonly string[]): string =>
  `  <tr>\n${cells.map((cell) => `    <td>${cell}</td>\n`).join('')}  </tr>\n`;

export const EKS_CHANGELOG = `# Changelog

# AMI Release v20310714

## What's Changed
* A change, see https://example.com/compare/v20310701...v20310714

<h2>AMI Details</h2>
<table>
${row(
  'AL2023_ARM_64_STANDARD',
  'al2023-ami-minimal-2023.32.20310710.0-kernel-6.18-arm64',
  'al2023-ami-minimal-2023.32.20310710.0-kernel-6.12-arm64',
)}</table>
<table>
${row('amazon-eks-node-al2023-arm64-standard-1.36-v20310714', '1.36.2-20310714')}</table>

# [ABANDONED] AMI Release v20310701

<table>
${row('AL2023_x86_64_STANDARD', 'al2023-ami-minimal-2023.32.20310622.0-kernel-6.1-x86_64')}</table>

# AMI Release v20310602

<table>
${row('AL2_x86_64', 'amzn2-ami-minimal-hvm-2.0.20310529.2-x86_64-gp2')}
${row('AL2_ARM_64', 'amzn2-ami-minimal-hvm-2.0.20310515.0-arm64-gp2')}
${row('AL2023_x86_64_STANDARD', 'al2023-ami-minimal-2023.31.20310526.1-kernel-6.1-x86_64')}</table>

### AMI Release v20230301
* amazon-eks-node-1.25-v20230301

### [Recalled] AMI Release v20230211
* amazon-eks-gpu-node-1.25-v20230211
* amazon-eks-node-1.25-v20230211
`;

export const ECS_CHANGELOG = `# Changelog

## Source AMI release notes
- [Notes](https://example.com/)

## 20310820
- al2, al2023 ami version: 20310820
- source al2 ami: amzn2-ami-minimal-hvm-2.0.20310817.0-x86_64-ebs

## 20310805
- al2023 ami version: 20310805
- source al2023 ami: al2023-ami-minimal-2023.32.20310803.3-kernel-6.1-x86_64
- source al2023 arm ami: al2023-ami-minimal-2023.32.20310803.3-kernel-6.1-arm64

## 2031730
- al2 ami version: 20310730
- source al2 ami: amzn2-ami-minimal-hvm-2.0.20310727.0-x86_64-ebs

## 20310720

- source al1 ami: amzn-ami-minimal-hvm-2018.03.0.20310718.0-x86_64-ebs
- source al2 ami: amzn2-ami-minimal-hvm-2.0.20310720.1-x86_64-eb

## 20310701
- source al2023 ami: al2023-ami-minimal-2023.31.20310622.0-kernel-6.1-x86_64
`;

/** A changelog with entries and tables of parts; the image of 15 June was built from a source that was temporarily unused. */
export const EKS_CHANGES = `# AMI Release v20310714

## What's Changed
* fix: let some end-to-end thing work in e2e tests by @somebody in https://example.com/pull/31
* Revert "Pin AL2023 source AMI to 2023.31.20310526.0 (#29)" by @somebody in https://example.com/pull/30
* Revert "feat(nodeadm): count the mice (#21)" by @somebody in https://example.com/pull/32

${row('AL2023_x86_64_STANDARD', 'al2023-ami-minimal-2023.32.20310710.0-kernel-6.12-x86_64')}
${kubernetes('1.36', ['AL2023_x86_64_NVIDIA', 'AL2023_x86_64_STANDARD'], {
  containerd: [[2, '2.2.4-1.amzn2023.0.3']],
  'kernel6.18': [[2, '6.18.36-69.amzn2023']],
  runc: [[2, '1.3.5-1.amzn2023']],
})}
${kubernetes('1.35', ['AL2023_x86_64_NVIDIA', 'AL2023_x86_64_STANDARD'], {
  containerd: [[2, '2.2.4-1.amzn2023.0.3']],
  kernel: [
    [1, '—'],
    [1, '6.1.176-221.amzn2023'],
  ],
  'kernel6.12': [
    [1, '6.12.94-123.amzn2023'],
    [1, '—'],
  ],
  runc: [[2, '1.3.5-1.amzn2023']],
})}

# AMI Release v20310615

> [!WARNING]
> Something else is installed.

* fix(nodeadm): wait for the cat by @somebody in https://example.com/pull/23
* fix(al2): only for the older one by @somebody in https://example.com/pull/24
* fix(nvidia): downgrade to 570 driver by @somebody in https://example.com/pull/25
* chore: unpin containerd minor version by @somebody in https://example.com/pull/26

${row('AL2023_x86_64_STANDARD', 'al2023-ami-minimal-2023.31.20310608.0-kernel-6.12-x86_64')}

# AMI Release v20310601

* feat(nodeadm): count the mice by @somebody in https://example.com/pull/21
* templates: pin the kernel to a good version by @somebody in https://example.com/pull/22

${row('AL2023_x86_64_STANDARD', 'al2023-ami-minimal-2023.31.20310526.0-kernel-6.12-x86_64')}
`;

function kubernetes(
  minor: string,
  kinds: readonly string[],
  packages: Readonly<Record<string, readonly (readonly [span: number, version: string])[]>>,
): string {
  const heads = ['Package', ...kinds].map((kind) => `      <th>${kind}</th>\n`).join('');
  const rows = Object.entries(packages).map(([name, cells]) => {
    const versions = cells.map(([span, version]) => `      <td colspan="${span}">${version}</td>\n`).join('');
    return `    <tr>\n      <td>${name}</td>\n${versions}    </tr>\n`;
  });
  const table = `  <table>\n    <tr>\n${heads}    </tr>\n${rows.join('')}  </table>\n`;
  return `<details>\n<summary><b>Kubernetes ${minor}</b></summary>\n${table}</details>\n`;
}
