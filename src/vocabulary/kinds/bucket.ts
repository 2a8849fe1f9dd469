import { OWN_POLICY } from './identity.ts';
import type { Resource } from '../resource-types.ts';

export const BUCKET: Resource = {
  kind: 'bucket',
  page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html',
  types: { terraform: ['aws_s3_bucket'], cloudformation: 'AWS::S3::Bucket', cdk: {} },
  name: 'bucketName',
  settings: {
    bucketName: { type: 'text', terraform: 'bucket' },
    forceDestroy: { type: 'boolean', cloudformation: null },
    lifecycleConfiguration: { type: 'structure', terraform: 'lifecycle_rule' },
    ...OWN_POLICY,
  },
};
