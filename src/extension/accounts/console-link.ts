import type { AssetKind } from '../../model/index.ts';

/**
 * Address of the management console by partition. Source: AWS General Reference, “AWS service endpoints”, console
 * endpoints.
 */
const CONSOLES: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/** Path of a resource's page in its service's console. */
const PAGES: Partial<Record<AssetKind, (name: string) => string>> = {
  database: (name) => `rds/home#database:id=${encodeURIComponent(name)};is-cluster=true`,
  'global-cluster': (name) => `rds/home#database:id=${encodeURIComponent(name)};is-global-cluster=true`,
  'db-instance': (name) => `rds/home#database:id=${encodeURIComponent(name)};is-cluster=false`,
  'auto-scaling-group': (name) => `ec2/home#AutoScalingGroupDetails:id=${encodeURIComponent(name)}`,
  'operating-system': (name) => `ec2/home#ImageDetails:imageId=${encodeURIComponent(name)}`,
};

/**
 * Console page of a running resource; null if its kind has no page, or its partition no known console. The host always
 * comes from the table above.
 * @param name the identifier; for an image the id at the end of its ARN
 */
export function consoleLink(kind: AssetKind, name: string, arn: string): string | null {
  const [, partition = '', , region = ''] = arn.split(':');
  const host = Object.hasOwn(CONSOLES, partition) ? CONSOLES[partition] : undefined;
  const page = PAGES[kind];
  if (host === undefined || page === undefined || !/^[a-z0-9-]*$/.test(region)) return null;
  const id = kind === 'operating-system' ? (arn.split('/').at(-1) ?? name) : name;
  const [path = '', fragment = ''] = page(id).split('#');
  // A global database has no Region, and is shown in all of them.
  const query = region === '' ? '' : `?region=${region}`;
  const at = region === '' ? host : `${region}.${host}`;
  return `https://${at}/${path}${query}#${fragment}`;
}
