import type { catalogue as english } from '../en/catalogue.ts';
import type { Translated } from '../say.ts';

export const catalogue: Translated<typeof english> = {
  'catalogue.fetch.hostRefused': (a) =>
    `接続しません: ${a.host} はこのリリースノートの取得先として許可されていません。`,
  'catalogue.fetch.redirectRefused': (a) =>
    `${a.host} へ転送されましたが、このリリースノートの取得先ではないため、たどりません。`,
  'catalogue.fetch.redirectLoop': (a) => `転送が ${a.limit} 回を超えました。`,
  'catalogue.fetch.gone': (a) => `ページがありません（HTTP ${a.status}）。`,
  'catalogue.fetch.status': (a) => `サーバーの応答は HTTP ${a.status} でした。`,
  'catalogue.fetch.busy': (a) =>
    `サーバーの応答は HTTP ${a.status} で、${a.seconds} 秒待つよう求められました。時間をおいて再度お試しください。`,
  'catalogue.fetch.timeout': (a) => `${a.seconds} 秒以内に応答が完了しませんでした。`,
  'catalogue.fetch.totalTimeout': (a) =>
    `1 回の更新の制限時間（${a.minutes} 分）を過ぎたため、読み取っていません。`,
  'catalogue.fetch.tooLarge': (a) => `サイズが ${a.limitMb} MB を超えています。`,
  'catalogue.fetch.contentType': (a) => `テキストのページではありません（${a.contentType}）。`,
  'catalogue.fetch.truncated': '応答が途中で切れました。',
  'catalogue.fetch.noAnswer': (a) => `${a.host} から ${a.seconds} 秒以内に応答がありません。`,
  'catalogue.fetch.connection': (a) => `${a.host} に接続できません（${a.error}）。`,
  'catalogue.fetch.failed': (a) => `読み取れません（${a.error}）。`,
  'catalogue.fetch.proxyUnsupported': (a) =>
    `Node.js ${a.version} では環境変数のプロキシをここでは使えません。NODE_USE_ENV_PROXY=1 を設定するか、Node.js 24.14 以降をお使いください。`,
  'catalogue.fetch.proxyInvalid': (a, say) =>
    `環境変数のプロキシ（${say(a.variables)}）が正しいアドレスではないため、使いません。`,
  'catalogue.page.calendarRow': (a) =>
    `リリースカレンダーのこの行を理解できません: ${a.row}。サポート期間は不明です。`,
  'catalogue.page.cveWithoutVersion': (a, say) => `${say(a.cves)} を修正したリリースの記載がありません。`,
  'catalogue.page.failed': (a) => `ページを理解できませんでした（${a.error}）。`,
  'catalogue.page.linkMismatch': (a) =>
    `リンク「${a.words}」の行き先が表記と異なります（${a.target}）。表記のほうを使います。`,
  'catalogue.page.noCalendar':
    'リリースカレンダーの表がそろって見つかりませんでした。ページの形式が変わった可能性があります。',
  'catalogue.page.noCveTable': 'CVE の一覧が見つかりませんでした。ページの形式が変わった可能性があります。',
  'catalogue.page.noDate': (a) => `タイトルに日付がありません:「${a.title}」。`,
  'catalogue.page.noItems': (a, say) =>
    `${say(a.versions)} の改善、修正、新機能が見つかりませんでした。ページの形式が変わった可能性があります。`,
  'catalogue.page.noLinks':
    'リリースノートへのリンクが見つかりませんでした。ページの形式が変わった可能性があります。',
  'catalogue.page.noPages': 'ここにも索引ページにも、リリースノートのページが載っていません。',
  'catalogue.page.noRelease': (a) => `リリースについてのページではありません。タイトルは「${a.title}」です。`,
  'catalogue.page.noTitle': 'リリースノートのページではありません（タイトルなし）。',
  'catalogue.page.redirect': (a) => `${a.target} への転送ページです。たどりません。`,
  'catalogue.page.untaken': (a, say) =>
    `${say(a.versions)} の「${a.section}」にある ${a.count} 件は、種類の分からない節のため、カタログに入れていません。`,
  'catalogue.page.untaken.unheaded': (a, say) =>
    `${say(a.versions)} の見出しより前にある ${a.count} 件は、種類の分からない節のため、カタログに入れていません。`,
  'catalogue.page.versionsDiffer': (a) =>
    `タイトルは ${a.title}、本文は ${a.text} となっています。タイトルのほうを使います。`,
  'catalogue.store.damaged': (a) =>
    `保存済みカタログが壊れています（${a.error}）。次の更新までは Errata Lens に同梱のカタログを使います。`,
  'catalogue.store.foreign':
    'このファイルは Errata Lens のカタログではありません。次の更新までは Errata Lens に同梱のカタログを使います。',
  'catalogue.store.newer': (a) =>
    `保存済みカタログは新しい版の Errata Lens が書いたものです（形式 ${a.found}、読めるのは ${a.known} まで）。Errata Lens に同梱のカタログを使います。`,
  'catalogue.store.partlyDamaged': (a) =>
    `保存済みカタログのうち ${a.count} 件を理解できませんでした。次の更新で読み直します。`,
  'catalogue.store.unreadable': (a) => `キャッシュを読み取れません（${a.error}）。`,
  'catalogue.store.unwritable': (a) =>
    `キャッシュに書き込めません（${a.error}）。次の更新でページを読み直します。`,
  'catalogue.store.pageDamaged': 'このページの保存済みコピーが壊れているため、読み直します。',
  'catalogue.refresh': 'カタログを更新してください: errata-lens catalogue update',
  'catalogue.refresh.past': 'その日より後の情報は除いています（--as-of）。',
  'catalogue.update.unreached': (a, say) => `${say(a.cause)}既知の内容は保持します。`,
  'catalogue.update.pagesUnread': (a, say) =>
    `${a.count} ページを読み取れませんでした。${say(a.cause)}既知の内容は保持します。`,
  'catalogue.update.sourceFailed': (a, say) =>
    `${a.product} の情報の一部を読み取れませんでした。${say(a.cause)}これまでの内容を残します。`,
  'catalogue.update.supportFailed': (a, say) =>
    `${a.product} のサポート期間を読み取れませんでした。${say(a.cause)}これまでの内容を残します。`,
  'catalogue.update.supportKept': (a, say) =>
    `${say(a.scopes)} のサポート期間が見つかりませんでした。これまでの内容を残します。`,
  'catalogue.update.unread': (a, say) => `${say(a.cause)}その内容はカタログに含まれていません。`,
  'catalogue.releases': (a) => `${a.count} 件のリリース`,
  'catalogue.update.unreadKept': (a, say) => `${say(a.cause)}${say(a.versions)} のこれまでの内容を残します。`,
  'catalogue.update.lost': (a, say) =>
    `ページから ${say(a.versions)} を読み取れなくなりました。ページの形式が変わった可能性があります。これまでの内容を残します。`,
  'catalogue.update.shrunk': (a) =>
    `${a.version} の項目は ${a.before} 件あったのに、${a.now} 件しか見つかりませんでした。ページの形式が変わった可能性があります。これまでの内容を残します。`,
  'catalogue.update.alike': (a, say) =>
    `${say(a.first)}このページについて同種のメッセージがほか ${a.more} 件あります。`,
  'catalogue.update.unlisted': (a, say) =>
    `読み取れた ${a.product} のリリースノートの一覧に ${say(a.versions)} がありません。これまでの内容を残します。`,
  'catalogue.update.nothingListed': (a) =>
    `${a.product} のリリースノートのページが見つかりませんでした。これまでの ${a.count} 件のリリースを残します。`,
  'catalogue.update.clock': (a) =>
    `このコンピューターの時計は ${a.now} ですが、Errata Lens に含まれる内容は ${a.notes} 時点のものです。今回読み取った内容は古いとみなされ、使われません。時計を合わせてから、もう一度更新してください。`,
  'catalogue.page.tooLong': (a) => `ページが ${a.limit} 文字を超えているため、読み取りませんでした。`,
  'catalogue.page.tooDeep': (a) =>
    `ページの要素の入れ子が ${a.limit} 階層を超えているため、読み取りませんでした。`,
  'catalogue.page.tooMany': (a) => `ページの要素が ${a.limit} 個を超えているため、読み取りませんでした。`,
  'catalogue.xml.brokenOff': (a, say) =>
    `XML 文書が途中で切れています（「${say(a.element)}」の終わりがありません）。`,
  'catalogue.xml.brokenOff.none': 'XML 文書ではありません。',
  'catalogue.update.twin': 'ページを理解できなかったため、Markdown 版を読みました。',
  'postgresql.notes.empty': '日付のあるリリースが見つかりませんでした。',
  'postgresql.notes.cut':
    'ファイルがリリースの説明の途中で終わっているため、そのリリースは読み取られませんでした。',
  'postgresql.notes.noList': 'リリースの一覧に 1 件もありませんでした。',
};
