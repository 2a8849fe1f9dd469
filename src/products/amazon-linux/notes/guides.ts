import type { AmazonLinuxWithNotes } from '../versions.ts';

/** Guides of the release notes; every page is a direct child of its guide. */
export const OS_GUIDES: Record<AmazonLinuxWithNotes, string> = {
  'amazon-linux-2': 'https://docs.aws.amazon.com/AL2/latest/relnotes/',
  'amazon-linux-2023': 'https://docs.aws.amazon.com/linux/al2023/release-notes/',
};
