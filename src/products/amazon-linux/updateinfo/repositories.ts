import type { AmazonLinuxWithNotes } from '../versions.ts';

/** Host of the repositories that works from anywhere. Regional hosts have the same content and are not used. */
export const REPOSITORY_HOST = 'cdn.amazonlinux.com';

/** Repository of packages and of their advisories. */
export interface Repository {
  /** Name in advisories and packages; null for the core. */
  channel: string | null;
  /** List of its mirrors, one per line. */
  mirrorList: string;
}

/** Core repository of each generation, as Trivy and dnf request it. The one for x86_64 includes packages of aarch64. */
export const CORE_REPOSITORIES: Record<AmazonLinuxWithNotes, Repository> = {
  'amazon-linux-2': repositoryOf(null, '2/core/latest/x86_64'),
  'amazon-linux-2023': repositoryOf(null, 'al2023/core/mirrors/latest/x86_64'),
};

/** Upper bound of topics; the vendor has never had more. */
const maxTopics = 100;
const TOPIC = /^[a-z][\w.+-]{0,60}$/;

/**
 * Additional repositories of a generation. A system has their packages only if they were installed on purpose.
 * @param topics extras topics of Amazon Linux 2 that release notes name; only these are read
 */
export function additionalRepositories(
  product: AmazonLinuxWithNotes,
  topics: readonly string[],
): Repository[] {
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
