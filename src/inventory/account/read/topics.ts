import type { Asset, AssetLink, SettingValue } from '../../../model/index.ts';
import { referenceSettings } from '../../../vocabulary/index.ts';
import { settingsByCall } from '../answers.ts';
import { assetOf, pickFields } from '../asset.ts';
import type { RegionReader } from '../region-reader.ts';

/** Topics that alarms, rules, hooks, groups and RDS subscriptions name; returns the assets with links to them. */
export async function withTopics(assets: readonly Asset[], reader: RegionReader): Promise<Asset[]> {
  const own = reader.arn('sns', '');
  const named = new Map(
    assets.map((asset) => [asset, topicsNamedBy(asset).filter((arn) => isTopicOfAccount(arn, own))]),
  );
  const arns = [...new Set([...named.values()].flat())].sort();
  const topics = await Promise.all(arns.map((arn) => readTopic(arn, reader)));
  const linked = assets.map((asset) => {
    const links = (named.get(asset) ?? []).map((assetId): AssetLink => ({ role: 'notifies', assetId }));
    return links.length === 0 ? asset : { ...asset, links: [...asset.links, ...links] };
  });
  return [...linked, ...topics];
}

/** True for a topic of this Region and account. Others are not read. */
function isTopicOfAccount(arn: string, own: string): boolean {
  return arn.startsWith(own) && !arn.slice(own.length).includes(':');
}

/** Texts in the settings that name the topics of an asset. */
function topicsNamedBy({ kind, settings }: Asset): string[] {
  return referenceSettings(kind, 'notifies').flatMap((name) => textsIn(settings[name]));
}

function textsIn(value: SettingValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

async function readTopic(arn: string, reader: RegionReader): Promise<Asset> {
  const [attributes, subscriptions] = await Promise.all([
    reader.ask('sns:GetTopicAttributes', (sns, options) =>
      sns.getTopicAttributes({ TopicArn: arn }, options),
    ),
    reader.pages(
      'sns:ListSubscriptionsByTopic',
      (sns, options, NextToken) => sns.listSubscriptionsByTopic({ TopicArn: arn, NextToken }, options),
      ({ NextToken }) => NextToken,
    ),
  ]);
  const found = subscriptions.pages.flatMap(({ Subscriptions = [] }) => Subscriptions);
  // E-mail addresses and phone numbers are not kept.
  const kept = found.map((each) => pickFields(each, ['Protocol', 'SubscriptionArn']));
  const parts = [
    settingsByCall(
      'sns:GetTopicAttributes',
      'topic',
      attributes === null ? null : (attributes.Attributes ?? {}),
    ),
    settingsByCall(
      'sns:ListSubscriptionsByTopic',
      'topic',
      subscriptions.isComplete || kept.length > 0 ? { Subscriptions: kept } : null,
    ),
  ];
  const settings = parts.reduce((all, each) => ({ ...all, ...each.settings }), {});
  const name = arn.slice(arn.lastIndexOf(':') + 1);
  return assetOf('topic', arn, name, reader.place, settings, {
    unknownSettings: parts.flatMap(({ unknownSettings }) => unknownSettings),
  });
}
