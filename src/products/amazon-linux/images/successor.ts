/** What a name of an image of Amazon Linux 2 becomes. Sources: EKS "eks-ami-deprecation-faqs", AWS Batch "ecs-ami". */
const NAMES: readonly [RegExp, (...parts: string[]) => string][] = [
  [/^AL2_x86_64_GPU$/, () => 'AL2023_x86_64_NVIDIA'],
  [/^AL2_(x86_64|ARM_64)$/, (_, machine = '') => `AL2023_${machine}_STANDARD`],
  [/^ECS_AL2(_NVIDIA|)$/, (_, kind = '') => `ECS_AL2023${kind}`],
  [/^(AL|AmazonLinux)2$/, (_, name = '') => `${name}2023`],
  [/^al2@latest$/, () => 'al2023@latest'],
  [/^((?:[\w.-]+(?::\d+)?\/)*amazonlinux):2$/, (_, name = '') => `${name}:2023`],
];

/** The name that takes the place of one of the generation before; null where there is none of that form. */
export function successorOf(written: string): string | null {
  const found = NAMES.find(([pattern]) => pattern.test(written));
  return found === undefined ? null : written.replace(found[0], found[1]);
}
