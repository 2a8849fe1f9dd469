import type { NotedAmazonLinux } from '../versions.ts';

/** The repositories that Amazon Linux reads from anywhere. Regional hosts have the same and are not asked. */
export const REPOSITORY_HOST = 'cdn.amazonlinux.com';

/** One repository of packages, and of the advisories about them. */
export interface Repository {
  /** As advisories and packages name it; null: the core. */
  channel: string | null;
  /** Addresses of its copies, one a line. */
  mirrorList: string;
}

/** The core of each generation, as Trivy and dnf itself ask for it. That of x86_64 names the packages of aarch64 too. */
export const CORE: Record<NotedAmazonLinux, Repository> = {
  'amazon-linux-2': repositoryOf(null, '2/core/latest/x86_64'),
  'amazon-linux-2023': repositoryOf(null, 'al2023/core/mirrors/latest/x86_64'),
};

/** More topics than the vendor ever had would be something else. */
const maxTopics = 100;
const TOPIC = /^[a-z][\w.+-]{0,60}$/;

/**
 * The other repositories of a generation; their advisories are of packages that a system has only where somebody wanted
 * them.
 * @param topics extras topics of Amazon Linux 2 that release notes name: the others are asked by nobody
 */
export function othersOf(product: NotedAmazonLinux, topics: readonly string[]): Repository[] {
  switch (product) {
    case 'amazon-linux-2':
      return topics
        .filter((topic) => TOPIC.test(topic))
        .slice(0, maxTopics)
        .map((topic) => repositoryOf(topic, `2/extras/${topic}/latest/x86_64`));
    case 'amazon-linux-2023':
      return [
        repositoryOf('kernel-livepatch', 'al2023/kernel-livepatch/mirrors/latest/x86_64'),
        repositoryOf('nvidia', 'al2023/nvidia/mirrors/latest/x86_64'),
      ];
  }
}

function repositoryOf(channel: string | null, path: string): Repository {
  return { channel, mirrorList: `https://${REPOSITORY_HOST}/${path}/mirror.list` };
}
