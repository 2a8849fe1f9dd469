import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, type Asset } from '../../../model/index.ts';
import { bad, good, open, type Link } from '../answers.ts';
import { isReadInFull } from '../defaults.ts';
import { allows } from './policies.ts';

/** Whether the policy of a bucket lets a service of AWS write to it; without one only its owner may. */
export function bucketWriteLink(bucket: Asset, service: string): Link {
  const about = { bucket: bucket.name, service };
  const { policy } = bucket.settings;
  const answer =
    isUnknownSetting(bucket, 'policy') || (policy === undefined && !isReadInFull(bucket))
      ? null
      : policy !== undefined && allows(policy, { action: 's3:PutObject', service });
  if (answer === null) return open(text('evidence.bucketUnknown', about));
  return answer ? good(text('evidence.bucketTakes', about)) : bad(text('evidence.bucketRefuses', about));
}
