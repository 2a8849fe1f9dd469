import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import type { Channel, ChannelOptions } from './channel.ts';
import { createSns } from './sns.ts';
import { createWebhook, type WebhookForm } from './webhook.ts';

/** Channels beside standard output. */
export const CHANNELS = ['webhook', 'slack', 'teams', 'sns'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/**
 * Environment variable with each channel's address. Addresses of webhooks are secrets, so they are never written or
 * logged.
 */
const ADDRESS_OF: Record<ChannelName, string> = {
  webhook: 'ERRATA_LENS_WEBHOOK_URL',
  slack: 'ERRATA_LENS_SLACK_URL',
  teams: 'ERRATA_LENS_TEAMS_URL',
  sns: 'ERRATA_LENS_SNS_TOPIC_ARN',
};
const SECRET = 'ERRATA_LENS_WEBHOOK_SECRET';

/** Error for a requested channel whose address is missing or invalid. */
export class ChannelConfigError extends Error {
  readonly text: Text;

  constructor(message: Text) {
    super(message.key);
    this.name = 'ChannelConfigError';
    this.text = message;
  }
}

/**
 * Channels with the addresses and secrets of the environment.
 * @throws {ChannelConfigError} with the name of the variable, never its value
 */
export function channelsFromEnvironment(
  names: readonly ChannelName[],
  environment: Readonly<Record<string, string | undefined>>,
  options: ChannelOptions,
): Channel[] {
  return names.map((name) => {
    const variable = ADDRESS_OF[name];
    const address = environment[variable];
    if (address === undefined || address === '') {
      throw new ChannelConfigError(text('watch.channelUnset', { channel: name, variable }));
    }
    if (name === 'sns') return createSns({ ...options, topicArn: address });
    return webhook(name, address, variable, environment[SECRET], options);
  });
}

function webhook(
  form: WebhookForm,
  url: string,
  variable: string,
  secret: string | undefined,
  options: ChannelOptions,
): Channel {
  if (!isSafe(url)) throw new ChannelConfigError(text('watch.channelAddress', { channel: form, variable }));
  // Slack and Teams do not check signatures.
  const signed = form === 'webhook' && secret !== undefined && secret !== '' ? { secret } : {};
  return createWebhook({ ...options, form, url, ...signed });
}

/** True for https: alerts name weaknesses, so they must be encrypted. */
function isSafe(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname))
  );
}
