import { say, text, type Language } from '../../l10n/index.ts';
import type { Alert } from '../alerts/alert.ts';
import { alertLines, groupAlerts, titleOf, unreadLines } from '../render.ts';
import type { Batch } from '../store/state.ts';

/** Maximum bytes of text in a message. Teams refuses messages above 28 KB; the rest is for the JSON around the text. */
const MAX_BYTES = 20_000;

/** The body of a Teams workflow ("When a Teams webhook request is received"): a message with one Adaptive Card. */
export function teamsBody(batch: Batch, language: Language, mask: (text: string) => string): object {
  const block = (words: string, more: object = {}): object => ({
    type: 'TextBlock',
    text: escapeCard(mask(words)),
    wrap: true,
    ...more,
  });
  const body = [block(titleOf(batch, language), { weight: 'Bolder', size: 'Medium' })];
  const alerts = groupAlerts(batch.alerts).flatMap((group) => group.alerts);
  let size = 0;
  for (const [at, alert] of alerts.entries()) {
    const lines = alertLines(alert, language).map((line) => line.trim());
    size += Buffer.byteLength(lines.join('\n'));
    if (size > MAX_BYTES) {
      body.push(block(say(text('watch.more', { count: alerts.length - at }), language)));
      break;
    }
    body.push(
      ...lines.map((line, i) => block(line, i === 0 ? { separator: true, color: colourOf(alert) } : {})),
    );
  }
  body.push(...unreadLines(batch, language).map((line) => block(line, { separator: true })));
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body,
        },
      },
    ],
  };
}

function colourOf({ severity }: Alert): string {
  if (severity === 'critical') return 'Attention';
  return severity === 'high' ? 'Warning' : 'Default';
}

/** Escapes the subset of Markdown that text blocks read, so that the vendor's words stay text. */
function escapeCard(text: string): string {
  return text.startsWith('https://') ? text : text.replace(/[\\*_[\]#]/g, (character) => `\\${character}`);
}
