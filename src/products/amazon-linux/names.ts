import type { AmazonLinux } from './versions.ts';

export const AMAZON_LINUX_NAMES: Record<AmazonLinux, string> = {
  'amazon-linux-1': 'Amazon Linux 1',
  'amazon-linux-2': 'Amazon Linux 2',
  'amazon-linux-2023': 'Amazon Linux 2023',
};
