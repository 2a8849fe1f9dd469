import { document, concat, pseudo, type Document, type Joined } from '../new/values.ts';

/** Who may take a role. */
export function servicePolicy(...services: readonly [string, ...string[]]): Document {
  return document({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Principal: { Service: services.length === 1 ? services[0] : services },
      },
    ],
  });
}

/** A policy of AWS's own. */
export function managedPolicy(name: string): Joined {
  return concat('arn:', pseudo('Partition'), `:iam::aws:policy/${name}`);
}
