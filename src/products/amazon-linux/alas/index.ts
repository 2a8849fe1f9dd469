/** The Amazon Linux Security Center: a feed of advisories for each generation, and a page for each advisory. */
import { text } from '../../../l10n/index.ts';
import { type Problem } from '../../../model/index.ts';
import type { AmazonLinuxWithNotes } from '../versions.ts';
import { productName } from '../../naming/names.ts';
import { failureText } from '../../pages/failure.ts';
import type { ReadPage } from '../../source.ts';
import { readBulletin, type Bulletin } from './bulletin.ts';
import type { Advisory } from '../../system/advisory.ts';
import { readFeed } from './feed.ts';

export { severityOf } from './severity.ts';
export { readBulletin, type Bulletin } from './bulletin.ts';
export { readFeed } from './feed.ts';

export const ALAS_HOST = 'alas.aws.amazon.com';

const FEEDS: Record<AmazonLinuxWithNotes, string> = {
  'amazon-linux-2': `https://${ALAS_HOST}/AL2/alas.rss`,
  'amazon-linux-2023': `https://${ALAS_HOST}/AL2023/alas.rss`,
};

/**
 * All advisories of a generation. Never rejects: if the feed cannot be read, the list is empty and a problem is
 * reported.
 */
export async function readAdvisories(
  product: AmazonLinuxWithNotes,
  read: ReadPage,
): Promise<{ advisories: readonly Advisory[]; problems: readonly Problem[] }> {
  const url = FEEDS[product];
  try {
    return readFeed((await read(url)).body, url);
  } catch (error) {
    const unread = text('os.feed.unread', { cause: failureText(error), name: productName(product) });
    return {
      advisories: [],
      problems: [{ source: url, text: unread }],
    };
  }
}

/** Page of one advisory, read on demand because there are thousands. */
export async function readBulletinOf(
  advisory: Pick<Advisory, 'url'>,
  read: ReadPage,
): Promise<{ bulletin: Bulletin | null; problems: readonly Problem[] }> {
  try {
    return readBulletin(await read(advisory.url));
  } catch (error) {
    return { bulletin: null, problems: [{ source: advisory.url, text: failureText(error) }] };
  }
}
