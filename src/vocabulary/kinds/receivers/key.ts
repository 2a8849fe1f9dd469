import type { Resource } from '../../resource-types.ts';

export const KEY: Resource = {
  kind: 'key',
  page: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html',
  types: { terraform: ['aws_kms_key'], cloudformation: 'AWS::KMS::Key', cdk: {} },
  settings: {
    policy: { type: 'verbatim', cloudformation: 'KeyPolicy', cdk: null },
  },
};
