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
