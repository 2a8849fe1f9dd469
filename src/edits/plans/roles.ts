import { document, concat, pseudoParameter, type Document, type JoinedText } from '../new/values.ts';

/** Policy that lets services assume a role. */
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

/** ARN of an AWS managed policy. */
export function managedPolicyArn(name: string): JoinedText {
  return concat('arn:', pseudoParameter('Partition'), `:iam::aws:policy/${name}`);
}
