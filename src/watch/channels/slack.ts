import { say, text, type Language } from '../../l10n/index.ts';
import { alertLines, groupAlerts, titleOf, unreadLines } from '../render.ts';
import type { Batch } from '../store/state.ts';

/** Slack refuses messages of more than 50 blocks, and sections of more than 3,000 characters (Block Kit reference). */
const MAX_BLOCKS = 45;
const MAX_CHARACTERS = 2_900;

/** The body of Slack's incoming webhooks. */
export function slackBody(batch: Batch, language: Language, mask: (text: string) => string): object {
  const title = titleOf(batch, language);
  const sections = groupAlerts(batch.alerts).map(({ alerts }) =>
    alerts.flatMap((alert) => alertLines(alert, language)).join('\n'),
  );
  const shown = sections.slice(0, MAX_BLOCKS);
  if (sections.length > shown.length) {
    shown.push(say(text('watch.more', { count: sections.length - shown.length }), language));
  }
  shown.push(...unreadLines(batch, language));
  return {
    text: escapeSlack(mask(title)),
    blocks: [title, ...shown].map((section) => ({
      type: 'section',
      text: { type: 'mrkdwn', text: cut(escapeSlack(mask(section))) },
    })),
  };
}

/** Escapes the three characters that Slack reads as markup of links and mentions. */
function escapeSlack(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function cut(text: string): string {
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
}
