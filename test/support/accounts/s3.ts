import type { TestContext } from 'node:test';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { setEnvironment } from '../environment.ts';

/** Directs the SDK of this process and of its children to a stand-in for the duration of a test. */
export function useAws(t: Pick<TestContext, 'after'>, url: string): void {
  const environment: Record<string, string> = {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret',
    AWS_REGION: 'eu-west-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  t.after(setEnvironment(environment));
}

export async function createBucket(bucket: string): Promise<void> {
  const client = new S3Client({});
  const LocationConstraint = 'eu-west-1';
  await client.send(
    new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint } }),
  );
  client.destroy();
}
