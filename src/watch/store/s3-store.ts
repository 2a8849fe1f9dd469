import { trimTrailing } from '../../model/index.ts';
import { randomUUID } from 'node:crypto';
import type * as Sdk from './s3-sdk.ts';
import { MAX_ENTRY_BYTES, StoreConflict, type StoredBytes, type Store } from '../../catalogue/index.ts';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';

/** A bucket and the prefix of its keys: empty, or a path that ends in `/`. */
export interface S3Address {
  bucket: string;
  prefix: string;
}

/** `s3://bucket` or `s3://bucket/some/prefix`; null for anything else. */
export function readS3Address(address: string): S3Address | null {
  const parts = /^s3:\/\/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(?<prefix>[\w!.*'()/-]*))?$/.exec(
    address,
  )?.groups;
  if (parts?.bucket === undefined) return null;
  const prefix = trimTrailing((parts.prefix ?? '').replace(/^\/+/, ''), '/');
  return { bucket: parts.bucket, prefix: prefix === '' ? '' : `${prefix}/` };
}

/** Error of a bucket that cannot be reached: it does not exist, access was denied, or there are no credentials. */
export class StoreUnreachableError extends Error {
  readonly text: Text;

  constructor(where: string, cause: unknown) {
    super(`${where}: ${reasonOf(cause)}`, { cause });
    this.name = 'StoreUnreachableError';
    this.text = text('watch.storeUnreachable', { where, error: reasonOf(cause) });
  }
}

const BYTES_PER_MB = 1024 * 1024;

/** Metadata with an id of each write, which recognises an own write whose response was lost. */
const WRITE_ID = 'write-id';

/**
 * Keeps bytes as objects of an Amazon S3 bucket, with the SDK's default credentials and Region. Tags are ETags, and S3
 * decides between two writers: PutObject with If-Match and If-None-Match,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html. Needs s3:GetObject and s3:PutObject,
 * and s3:ListBucket, without which S3 does not distinguish a missing object from a forbidden one. Rejects with a
 * StoreUnreachableError.
 * @param largest size of an object in bytes
 */
export function createS3Store({ bucket, prefix }: S3Address, largest = MAX_ENTRY_BYTES): Store {
  let opened: Promise<S3> | null = null;
  const locate = (key: string): string => `s3://${bucket}/${prefix}${key}`;

  /** The SDK is loaded with the first request. */
  async function ask<T>(key: string, question: (s3: S3) => Promise<T>): Promise<T> {
    try {
      opened ??= open();
      return await question(await opened);
    } catch (error) {
      throw new StoreUnreachableError(locate(key), error);
    }
  }

  async function get(key: string): Promise<StoredBytes | null> {
    return ask(key, async ({ sdk, client }) => {
      try {
        const found = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: `${prefix}${key}` }));
        const body = found.Body?.transformToWebStream();
        return {
          bytes: body === undefined ? new Uint8Array() : await readUpTo(largest, body),
          tag: found.ETag ?? '',
        };
      } catch (error) {
        if (errorName(error) === 'NoSuchKey') return null;
        throw error;
      }
    });
  }

  /** Tag of the stored object if this write stored it. */
  async function tagOfWrite(key: string, id: string): Promise<string | null> {
    return ask(key, async ({ sdk, client }) => {
      const command = new sdk.HeadObjectCommand({ Bucket: bucket, Key: `${prefix}${key}` });
      const found = await client.send(command).catch((error: unknown) => {
        if (statusOf(error) === 404) return null;
        throw error;
      });
      return found?.Metadata?.[WRITE_ID] === id ? (found.ETag ?? null) : null;
    });
  }

  return {
    get,
    locate,
    async put(key, bytes, condition) {
      const id = randomUUID();
      const tag = await ask(key, async ({ sdk, client }) => {
        const command = new sdk.PutObjectCommand({
          Bucket: bucket,
          Key: `${prefix}${key}`,
          Body: bytes,
          Metadata: { [WRITE_ID]: id },
          ...conditionOf(condition),
        });
        try {
          return (await client.send(command)).ETag ?? '';
        } catch (error) {
          if (condition !== undefined && isConflict(error)) return null;
          throw error;
        }
      });
      // After a lost response the SDK retries, and then meets its own write.
      const ownTag = tag ?? (await tagOfWrite(key, id));
      if (ownTag === null) throw new StoreConflict(key);
      return ownTag;
    },
  };
}

/** @throws if there are more bytes, without reading them */
async function readUpTo(maxBytes: number, body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > maxBytes) throw new Error(`the object is larger than ${maxBytes / BYTES_PER_MB} MB`);
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}

interface S3 {
  sdk: typeof Sdk;
  client: Sdk.S3Client;
}

async function open(): Promise<S3> {
  const sdk = await import('./s3-sdk.ts');
  const requestHandler = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true };
  return { sdk, client: new sdk.S3Client({ followRegionRedirects: true, requestHandler }) };
}

function conditionOf(condition: { ifMatch: string | null } | undefined): {
  IfMatch?: string;
  IfNoneMatch?: string;
} {
  if (condition === undefined) return {};
  return condition.ifMatch === null ? { IfNoneMatch: '*' } : { IfMatch: condition.ifMatch };
}

/** True if another object exists (412), is being written (409), or was deleted (404). */
function isConflict(error: unknown): boolean {
  return errorName(error) === 'NoSuchKey' || [409, 412].includes(statusOf(error) ?? 0);
}

function statusOf(error: unknown): number | undefined {
  const isAnswer = typeof error === 'object' && error !== null && '$metadata' in error;
  const metadata = isAnswer ? error.$metadata : undefined;
  const status =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
      ? metadata.httpStatusCode
      : undefined;
  return typeof status === 'number' ? status : undefined;
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message === '' || error.message === error.name
    ? error.name
    : `${error.name}: ${error.message}`;
}
