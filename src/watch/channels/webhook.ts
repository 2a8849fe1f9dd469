import { createHmac } from 'node:crypto';
import type { Language } from '../../l10n/index.ts';
import { alertJson, titleOf } from '../render.ts';
import type { Batch } from '../store/state.ts';
import { RETRY_POLICY, post, type RetryPolicy } from './post.ts';
import type { Channel, ChannelOptions } from './channel.ts';
import { slackBody } from './slack.ts';
import { teamsBody } from './teams.ts';
import { idOf, type Alert } from '../alerts/alert.ts';

/** Formats of a message. */
export const WEBHOOK_FORMS = ['webhook', 'slack', 'teams'] as const;
export type WebhookForm = (typeof WEBHOOK_FORMS)[number];

export interface WebhookOptions extends ChannelOptions {
  form: WebhookForm;
  url: string;
  /** Key for the signature of the body; without it there is none. */
  secret?: string | undefined;
  retryPolicy?: RetryPolicy;
}

/**
 * Posts each message as JSON. `Idempotency-Key` is the message's id, the same for every repetition. With a secret,
 * `X-Errata-Lens-Signature` is `sha256=` and the hex HMAC-SHA256 of the body's bytes.
 */
export function createWebhook(options: WebhookOptions): Channel {
  const { form, url, secret, retryPolicy = RETRY_POLICY } = options;
  return {
    name: form,
    async deliver(batch, signal) {
      const sent = form === 'webhook' ? batch : withoutChangedNotes(batch);
      if (sent === null) return;
      const body = JSON.stringify(bodyOf(form, sent, options));
      const headers: Record<string, string> = { 'idempotency-key': batch.id };
      if (secret !== undefined) headers['x-errata-lens-signature'] = signatureOf(body, secret);
      await post(url, body, headers, retryPolicy, signal);
    },
  };
}

/** `sha256=` and the hex HMAC-SHA256 of a body. */
export function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** Message without the alerts about changed notes, which need no immediate attention. Null if no other alert is left. */
export function withoutChangedNotes(batch: Batch): Batch | null {
  const alerts = batch.alerts.filter(({ kind }) => kind !== 'changed-notes');
  return alerts.length === 0 && batch.alerts.length > 0 ? null : { ...batch, alerts };
}

function bodyOf(form: WebhookForm, batch: Batch, { language, withAccountIds }: ChannelOptions): object {
  const mask = withAccountIds ? (text: string): string => text : maskAccounts;
  switch (form) {
    case 'webhook':
      return plainBody(batch, language, withAccountIds);
    case 'slack':
      return slackBody(batch, language, mask);
    case 'teams':
      return teamsBody(batch, language, mask);
  }
}

function plainBody(batch: Batch, language: Language, withAccountIds: boolean): object {
  const alerts = batch.alerts.map((alert) => alertJson(withAccountIds ? alert : maskAlert(alert), language));
  const { id, unread, unreadPages } = batch;
  return { schemaVersion: 1, id, title: titleOf(batch, language), alerts, unread, unreadPages };
}

const ARN = /\barn:aws[\w-]*:[^\s"'|,;]*/g;
const ACCOUNT_ID = /(?<!\d)\d{12}(?!\d)/g;

/** A text without account ids and ARNs. */
function maskAccounts(text: string): string {
  return text.replace(ARN, '(ARN)').replace(ACCOUNT_ID, '(account)');
}

/** Alert whose asset ids hide the account but stay stable. Its sentences name no account. */
function maskAlert(alert: Alert): Alert {
  return {
    ...alert,
    assetIds: alert.assetIds.map((id) => (maskAccounts(id) === id ? id : `asset-${idOf(id)}`)),
  };
}
