import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { createFolderStore } from '../../../catalogue/index.ts';
import { watchedFolders } from '../folders.ts';
import {
  markRead,
  marksFile,
  markUnread,
  mute,
  NO_MARKS,
  snooze,
  sortNews,
  unmute,
  type Marks,
} from './marks.ts';
import { newsFile, addItems, recordLook, type News, type NewsItem } from './news.ts';
import { newsPageHtml } from './page.ts';
import { newsSummary, statusItem, statusOf, type StatusInput } from '../status.ts';
import { say, text } from '../../../l10n/index.ts';
import { temporaryFolder } from '../../../../test/support/workspace.ts';

function newsItem(id: string, more: Partial<NewsItem> = {}): NewsItem {
  return {
    id,
    kind: 'new-release',
    severity: 'high',
    product: 'aurora-mysql',
    release: '2.31.1',
    versions: ['2.31.1', '2.31.0'],
    bugs: [],
    changes: [],
    message: text('watch.nothingNew', { since: '2031-02-01' }),
    url: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.Updates.2311.html',
    foundOn: '2031-02-10',
    resources: [],
    ...more,
  };
}

const NEWS: News = {
  items: [
    newsItem('old', { foundOn: '2031-01-10' }),
    newsItem('new'),
    newsItem('worst', { severity: 'critical', foundOn: '2031-01-01' }),
    newsItem('os', { product: 'amazon-linux-2023' }),
  ],
  lastLook: null,
};

function outline(marks: Marks, today: string): string {
  const { fresh, read, snoozed, muted } = sortNews(NEWS, marks, today);
  const ids = (items: readonly NewsItem[]): string => items.map(({ id }) => id).join(' ');
  return [ids(fresh), ids(read), ids(snoozed.map(({ item }) => item)), ids(muted)].join(' | ');
}

describe('reading, snoozing and muting news', () => {
  test('sorts by weight, then by age', () => {
    assert.equal(outline(NO_MARKS, '2031-02-10'), 'worst new os old |  |  | ');
  });

  test('separates read, snoozed and muted news, and restores them on request', () => {
    const marked = mute(snooze(markRead(NO_MARKS, ['new']), 'old', '2031-03-01'), 'amazon-linux-2023');
    assert.equal(outline(marked, '2031-02-10'), 'worst | new | old | os');
    const back = unmute(markUnread(marked, ['new', 'old']), 'amazon-linux-2023');
    assert.equal(outline(back, '2031-02-10'), 'worst new os old |  |  | ');
  });

  test('shows a snoozed alert as new on its day, even if it was read before', () => {
    const marked = snooze(markRead(NO_MARKS, ['new']), 'new', '2031-03-01');
    assert.equal(outline(marked, '2031-02-28'), 'worst os old |  | new | ');
    assert.equal(outline(marked, '2031-03-01'), 'worst new os old |  |  | ');
  });
});

describe('state that windows share', () => {
  test('keeps concurrent changes of two windows', async (t) => {
    const store = createFolderStore(temporaryFolder(t));
    const [one, other] = [marksFile(store), marksFile(store)];
    await one.update((marks) => markRead(marks, ['a']));
    await other.update((marks) => markRead(marks, ['b']));
    assert.deepEqual((await one.read()).read, ['a', 'b']);
  });

  test('moves a damaged file aside, and skips only the invalid entries of others', async (t) => {
    const folder = temporaryFolder(t, { 'watch/marks.json': '{ damaged', 'watch/news.json': '' });
    const store = createFolderStore(folder);
    await marksFile(store).update((marks) => markRead(marks, ['a']));
    assert.equal(readFileSync(path.join(folder, 'watch/marks.json.damaged'), 'utf8'), '{ damaged');
    const items = [newsItem('good'), { id: 'bad', kind: 'from the future' }];
    writeFileSync(path.join(folder, 'watch/news.json'), JSON.stringify({ items, lastLook: { at: 'noon' } }));
    assert.deepEqual(await newsFile(store).read(), { items: [newsItem('good')], lastLook: null });
  });

  test('keeps one copy of an alert that is delivered again', () => {
    const once = addItems(NEWS, [newsItem('more')]);
    assert.equal(addItems(once, [newsItem('more')]).items.length, NEWS.items.length + 1);
  });

  test('lists existing folders for some weeks after they were last open', async (t) => {
    const [used, left] = [temporaryFolder(t), temporaryFolder(t)];
    const folders = watchedFolders(createFolderStore(temporaryFolder(t)));
    await folders.add(left, '2031-01-01');
    await folders.add(path.join(used, 'gone'), '2031-01-20');
    await folders.add(used, '2031-01-20');
    assert.deepEqual(await folders.list('2031-01-20'), [left, used]);
    assert.deepEqual(await folders.list('2031-02-10'), [used]);
    await folders.remove(used);
    assert.deepEqual(await folders.list('2031-02-10'), []);
  });
});

describe('the status bar', () => {
  const NOW = '2031-02-10T12:00:00Z';
  const look = (at: string, more: Partial<NonNullable<StatusInput['lastLook']>> = {}) => ({
    at,
    outcome: 'read' as const,
    lastRead: at,
    asOf: '2031-02-10',
    unreadable: [],
    unreadPages: [],
    problems: [],
    problemCount: 0,
    ...more,
  });
  const words = (input: Partial<StatusInput>): string => {
    const rest = { lastLook: null, fresh: 0, isLooking: false, problem: null, nowMs: Date.parse(NOW) };
    const { label, details, hasProblem } = statusOf({ ...rest, ...input });
    const said = [label, ...details].map((message) => say(message, 'en'));
    return `${hasProblem ? '! ' : ''}${said.join(' / ')}`;
  };

  test('is one item, which shows versions with urgent bugs first and then opens the tree', () => {
    const status = statusOf({ lastLook: null, fresh: 0, isLooking: false, problem: null, nowMs: 0 });
    const said = (...given: Parameters<typeof statusItem>) => {
      const item = statusItem(...given);
      return item && [item.label.map((part) => say(part, 'en')).join(' · '), item.view];
    };
    assert.equal(said(0, 0, null), null);
    assert.deepEqual(said(0, 3, status), ['Errata Lens: not checked yet', 'news']);
    assert.deepEqual(said(2, 0, null), ['2 versions with urgent bugs', 'tree']);
    assert.deepEqual(said(1, 3, status), ['1 version with urgent bugs · 3 new', 'tree']);
    assert.deepEqual(statusItem(1, 0, status)?.details, [status.label]);
  });

  test('contains the time of the last look and the number of new alerts', () => {
    assert.equal(words({}), 'Errata Lens: not checked yet');
    const lastLook = look('2031-02-10T10:00:00Z');
    assert.equal(
      words({ lastLook, fresh: 3 }),
      'Errata Lens: checked 2 h ago · 3 new / Release notes as of 2031-02-10.',
    );
    assert.match(words({ lastLook: look('2031-02-10T11:59:30Z') }), /checked just now \//);
    assert.match(words({ lastLook: look('2031-02-07T11:00:00Z') }), /checked 3 days ago/);
  });

  test('warns only if news may be missing', () => {
    const problems = [{ source: 'a page', text: text('news.none') }];
    assert.doesNotMatch(words({ lastLook: look(NOW, { problems, problemCount: 1 }) }), /^!/);
    assert.match(words({ lastLook: look(NOW, { unreadable: ['aurora-mysql'] }) }), /^! .*Aurora MySQL could/);
    const failed = look(NOW, { outcome: 'failed', asOf: null, problems, problemCount: 1 });
    assert.match(words({ lastLook: failed }), /^! .*failed/);
  });

  test('shows the last reading if the notes could not be reached', () => {
    const unread = { outcome: 'unread', asOf: null, unreadable: ['aurora-mysql'] } as const;
    assert.match(
      words({ lastLook: look(NOW, { ...unread, lastRead: '2031-02-07T09:00:00Z' }) }),
      /^! Errata Lens: release notes unreachable \/ The release notes could not be reached.*Last read: 2031-02-07/,
    );
    assert.match(words({ lastLook: look(NOW, { ...unread, lastRead: null }) }), /have not been read yet/);
  });

  test('reports "nothing new" only after a complete reading of the notes about versions in use', () => {
    const summary = (lastLook: StatusInput['lastLook'], count = 0): string =>
      say(newsSummary(lastLook, { count, urgent: 0 }), 'en');
    assert.equal(summary(look(NOW)), 'Nothing new about what you run.');
    assert.match(
      summary(look(NOW, { unreadable: ['aurora-mysql'] })),
      /^Nothing new in what could be read\./,
    );
    assert.match(summary(look(NOW), 2), /^2 new alerts/);
    for (const silent of [
      null,
      look(NOW, { outcome: 'unread', asOf: null }),
      look(NOW, { outcome: 'failed', asOf: null }),
    ]) {
      assert.doesNotMatch(summary(silent), /nothing new/i);
      assert.doesNotMatch(
        newsPageHtml(
          {
            sorted: sortNews({ items: [], lastLook: silent }, NO_MARKS, '2031-02-10'),
            lastLook: silent,
            status: { label: text('news.status.never'), details: [], hasProblem: false },
          },
          'en',
          'nonce',
        ),
        /nothing new/i,
      );
    }
  });

  test('names a partly read page, and limits "nothing new" to the notes that could be read', () => {
    const partly = look(NOW, { unreadPages: ['https://docs.example/calendar.html'] });
    assert.match(words({ lastLook: partly }), /Not read in full, .*calendar\.html/);
    assert.match(
      say(newsSummary(partly, { count: 0, urgent: 0 }), 'en'),
      /^Nothing new in what could be read\./,
    );
    const page = {
      sorted: sortNews({ items: [], lastLook: partly }, NO_MARKS, '2031-02-10'),
      lastLook: partly,
    };
    const status = statusOf({
      lastLook: partly,
      fresh: 0,
      isLooking: false,
      problem: null,
      nowMs: Date.parse(NOW),
    });
    assert.match(newsPageHtml({ ...page, status }, 'en', 'nonce'), /calendar\.html/);
  });

  test('keeps the time of the last reading when a look cannot read', () => {
    const report = { asOf: null, unreadable: [], unreadPages: [], problems: [] };
    const read = recordLook(NEWS, { ...report, outcome: 'read' }, '2031-02-07T09:00:00Z');
    const unread = recordLook(read, { ...report, outcome: 'unread' }, '2031-02-08T09:00:00Z');
    assert.equal(unread.lastLook?.lastRead, '2031-02-07T09:00:00Z');
    assert.equal(recordLook(NEWS, { ...report, outcome: 'unread' }, NOW).lastLook?.lastRead, null);
  });
});

describe('the document of the news', () => {
  const html = (items: readonly NewsItem[], marks = NO_MARKS): string =>
    newsPageHtml(
      {
        sorted: sortNews({ items, lastLook: null }, marks, '2031-02-10'),
        lastLook: null,
        status: { label: text('news.status.never'), details: [], hasProblem: false },
      },
      'en',
      'nonce',
    );

  test('escapes text from outside, and links only to the vendor', () => {
    const hostile = '<img src=x onerror=alert(1)>"\'&';
    const page = html([
      newsItem('"><script>', {
        release: hostile,
        url: 'javascript:alert(1)',
        bugs: [{ id: 'b', title: hostile, severity: 'high', urgency: 'urgent' }],
        changes: [{ before: hostile, after: hostile }],
        resources: [{ name: hostile, where: hostile, location: { account: '1', region: 'r', arn: 'a' } }],
      }),
    ]);
    assert.doesNotMatch(page, /<img|<script|javascript:/);
    assert.match(page, /&lt;img src=x onerror=alert\(1\)&gt;&quot;&#39;&amp;/);
  });

  test('shows the subject, resources, places, date and next step of each alert', () => {
    const location = { file: '/code/main.tf', line: 3, column: 1, endLine: 3, endColumn: 9 };
    const account = { account: '111111111111', region: 'eu-west-1', arn: 'a' };
    const resources = [
      { name: 'shop', where: 'main.tf:3', location },
      { name: 'orders', where: '111111111111 eu-west-1', location: account, scannedOn: '2031-02-01' },
    ];
    const page = html([newsItem('a', { resources })]);
    for (const part of [
      'Aurora MySQL 2.31.1 fixes bugs that you have',
      `command:errataLens.news.openCode?${encodeURIComponent('[{"id":"a","resource":0}]')}`,
      'orders (111111111111 eu-west-1, as scanned on 2031-02-01)',
      'Found 2031-02-10',
      'AuroraMySQL.Updates.2311.html',
      'Compare upgrade targets for 2.31.0',
      `command:errataLens.news.snooze?${encodeURIComponent('[{"id":"a"}]')}`,
    ]) {
      assert.ok(page.includes(part), part);
    }
    // A path of this machine must not be in the address of a command.
    assert.ok(!page.includes('/code/main.tf'));
  });

  test('counts muted alerts, and offers to unmute them', () => {
    const page = html([newsItem('a')], mute(NO_MARKS, 'aurora-mysql'));
    assert.doesNotMatch(page, /fixes bugs/);
    assert.match(page, /Aurora MySQL \(1\) <a href="command:errataLens\.news\.unmute/);
  });
});
