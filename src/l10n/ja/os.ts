import type { os as english } from '../en/os.ts';
import type { Translated } from '../say.ts';

export const os: Translated<typeof english> = {
  'os.page.noRelease': () =>
    'タイトルにリリースの記載がありません。このページの内容はカタログに含まれません。',
  'os.page.cvesWithoutPackage': (a, say) =>
    `${say(a.cves)} に対応するパッケージが見つかりません。カタログには含まれません。`,
  'os.page.namelessPackages': (a, say) =>
    `${say(a.names)} のパッケージ名がページに記載されていません。カタログには含まれません。`,
  'os.page.empty': () => 'パッケージもお知らせも見つかりません。ページの形式が変わった可能性があります。',
  'os.index.empty': (a) =>
    `${a.product} のリリースページの一覧が見つかりません。目次の形式が変わった可能性があります。`,
  'os.feed.unread': (a, say) =>
    `${say(a.cause)} アドバイザリ（Amazon Linux 2023 の CVE の大半）はカタログに含まれません。`,
  'os.feed.empty': () => 'アドバイザリが見つかりません。フィードの形式が変わった可能性があります。',
  'os.feed.oddEntries': (a) => `アドバイザリ ${a.count} 件を解釈できませんでした。例:「${a.example}」。`,
  'os.bulletin.noPackages': () => '修正済みパッケージの記載がないため、アドバイザリの日付から判断しました。',
  'os.changelog.empty': () => '変更履歴にリリースが見つかりません。形式が変わった可能性があります。',
};
