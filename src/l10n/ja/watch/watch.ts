import type { watch as english } from '../../en/watch/watch.ts';
import { DATES_JA as dates } from '../../dates.ts';
import { part, type Translated } from '../../say.ts';

export const watch: Translated<typeof english> = {
  'watch.newRelease': (a, say) => {
    const places = part(a.places, `コード上の指定は ${a.places} か所。`);
    return `${a.name} ${a.version}（${part(a.lts, 'LTS、')}${a.date} 公開）: ${say(a.runs)}に該当する不具合 ${a.total} 件を修正、うち緊急 ${a.urgent} 件。${places}次の操作: 内容を確認・更新を計画・通知を延期。`;
  },
  'watch.olderRelease': (a, say) =>
    `${a.name} ${a.version}（${a.date} 公開、以前の系列）: ${say(a.runs)}で修正が確認できない不具合 ${a.total} 件を修正、うち緊急 ${a.urgent} 件。次の操作: 内容を確認し、お使いの系列での修正を待つ。`,
  'watch.newFixes': (a, say) =>
    `${a.name} ${a.version}（${a.date} 公開）: ${say(a.runs)}に該当する不具合の修正 ${a.total} 件が新たに公表されました。うち緊急 ${a.urgent} 件。次の操作: 内容を確認・更新を計画・通知を延期。`,
  'watch.who.runs': (a, say) => `稼働中の ${a.count} ${say(a.unit)}`,
  'watch.who.uses': (a) => `使用中の ${a.count} イメージ`,
  'watch.who.contains': (a, say) => `${a.version} に含まれ、${say(a.who)}が該当`,
  'watch.run': (a, say) => `${say(a.who)}（${a.version}）`,
  'watch.newBug': (a, say) =>
    `${a.name}: ${a.version} のリリースノートに「${say(a.title)}」（${say(a.urgency)}、${say(a.reason)}）が追記されました。${say(a.runs)}に該当します。`,
  'watch.deprecated': (a, say) =>
    `${a.name} ${a.version}（${say(a.who)}）は、ベンダーにより非推奨とされました。`,
  'watch.recalled': (a, say) =>
    `${a.name} ${a.version}（${say(a.who)}）は、ベンダーにより取り下げられました。`,
  'watch.withdrawn': (a, say) =>
    `${a.name} ${a.version}（${say(a.who)}）がベンダーのリリースノートから削除されました。取り下げられた可能性があります。`,
  'watch.support.standard': (a) =>
    `${a.name} ${a.scope}: 標準サポートは ${dates.ends(a.date)}に終了します（${dates.when(a.date, a.days)}）。`,
  'watch.support.standard.past': (a) =>
    `${a.name} ${a.scope}: 標準サポートは ${dates.ends(a.date)}に終了しました。`,
  'watch.support.extended': (a) =>
    `${a.name} ${a.scope}: RDS 延長サポート（有償）が ${dates.begins(a.date)}に始まります（${dates.when(a.date, a.days)}）。`,
  'watch.support.extended.past': (a) =>
    `${a.name} ${a.scope}: RDS 延長サポート（有償）が ${dates.begins(a.date)}に始まりました。`,
  'watch.support.year3': (a) =>
    `${a.name} ${a.scope}: RDS 延長サポートの 3 年目の料金が ${dates.begins(a.date)}に始まります（${dates.when(a.date, a.days)}）。`,
  'watch.support.year3.past': (a) =>
    `${a.name} ${a.scope}: RDS 延長サポートの 3 年目の料金が ${dates.begins(a.date)}に始まりました。`,
  'watch.support.all': (a) =>
    `${a.name} ${a.scope}: すべてのサポートが ${dates.ends(a.date)}に終了します（${dates.when(a.date, a.days)}）。`,
  'watch.support.all.past': (a) =>
    `${a.name} ${a.scope}: すべてのサポートが ${dates.ends(a.date)}に終了しました。`,
  'watch.unreadable': (a) =>
    `${a.name} のリリースノートを ${a.since} から読み取れません。読み取れるようになるまで、新しい情報は届きません。`,
  'watch.changedNotes': (a) =>
    `${a.name} ${a.version} のリリースノートが公開後に変更されました（${a.count} か所）。`,

  'watch.title': (a) =>
    `Errata Lens: 新しいアラート ${a.count} 件${part(a.urgent, `、うち緊急 ${a.urgent} 件`)}`,
  'watch.more': (a) => `ほか ${a.count} 件`,
  'watch.nothingNew': (a) => `Errata Lens: ${a.since} 以降、新しい情報はありません。監視は動作しています。`,
  'watch.nothingNewPartly': (a) =>
    `Errata Lens: 読み取れた範囲では、${a.since} 以降の新しい情報はありません。監視は動作しています。`,
  'watch.nothingNewUnread': (a, say) =>
    `Errata Lens: 監視は動作していますが、${say(a.products)} のリリースノートを現在読み取れないため、${a.since} 以降の新しい情報の有無は不明です。`,
  'watch.yours': (a) => `対象: ${a.names.join('、')}${part(a.more, `、ほか ${a.more} 件`)}`,
  'watch.advice': (a, say) => `${a.version} の推奨: ${say(a.advice)}`,
  'watch.before': '変更前',
  'watch.after': '変更後',

  'watch.lookedNothing': (a) => `新しい情報はありません（リリースノート ${a.asOf} UTC 時点）。`,
  'watch.lookedUnread': (a, say) =>
    `読み取れた範囲では新しい情報はありません（リリースノート ${a.asOf} UTC 時点）。${say(a.products)} のリリースノートを読み取れませんでした。`,
  'watch.lookedPartly': (a) =>
    `読み取れた範囲では新しい情報はありません（リリースノート ${a.asOf} UTC 時点）。`,
  'watch.unreadPages': (a, say) =>
    `全体を読み取れず、新しい情報の有無が不明なページ: ${say(a.pages)}${part(a.more, `、ほか ${a.more} ページ`)}`,
  'watch.baseline': (a) =>
    `初回の確認です。${a.asOf} UTC 時点のリリースノートを基準とし、次回の確認から通知します。`,
  'watch.baselineUnread': (a, say) =>
    `初回の確認です。${a.asOf} UTC 時点のリリースノートを基準とします。${say(a.products)} のリリースノートは読み取れなかったため、最初に読み取れた内容を基準とします。`,
  'watch.unreached': (a, say) =>
    `${part(a.products, `${say(a.products)} の`)}リリースノートに接続できず、新しい情報の有無は不明です。最後に読み取れたのは ${say(a.lastRead)} UTC です。`,
  'watch.unreached.never': (a, say) =>
    `${part(a.products, `${say(a.products)} の`)}リリースノートに接続できず、新しい情報の有無は不明です。まだ一度も読み取れていません。`,
  'watch.nothingToWatch': (a, say) =>
    `監視対象がありません${part(a.paths, `（${say(a.paths)}）`)}。データベースもオペレーティングシステムのイメージも見つかりませんでした。パスを確認するか、--profile でアカウントを指定してください。`,
  'watch.busy': '別の監視が同じ状態を使って動作中のため、何もしませんでした。',
  'watch.next': (a) => `次回の確認: ${a.when}`,
  'watch.stopped': '停止しました。',
  'watch.failed': (a) => `確認に失敗しました（${a.error}）。今回の分は次回に通知します。`,
  'watch.stateDamaged': (a) =>
    `監視の状態が壊れています（${a.error}）。現在公開されている内容を基準としてやり直します。`,
  'watch.stateNewer':
    '監視の状態は新しいバージョンの Errata Lens が書いたものです。失われないよう、今回の確認は行いません。Errata Lens を更新してください。',
  'watch.badCron': (a) =>
    `「${a.expression}」は cron 式ではありません。例: 毎日 9 時 30 分なら "30 9 * * *"。`,
  'watch.badTimeZone': (a) => `「${a.timeZone}」というタイムゾーンはありません。例: Asia/Tokyo`,
  'watch.onceOrCron': '--once と --cron はどちらか一方を指定してください。',
  'watch.unknownChannel': (a, say) => `「${a.name}」というチャネルはありません。対象: ${say(a.channels)}`,
  'watch.channelUnset': (a) => `チャネル ${a.channel} には環境変数 ${a.variable} が必要です。`,
  'watch.channelAddress': (a) => `チャネル ${a.channel} には ${a.variable} に https のアドレスが必要です。`,
  'watch.badState': (a) =>
    `「${a.state}」は状態の保存先として使えません。例: s3://my-bucket/errata-lens。--state を指定しない場合は --cache-dir に保存されます。`,
  'watch.storeUnreachable': (a) =>
    `${a.where} の状態を読み書きできませんでした（${a.error}）。新しい内容は記録されないため、次回の確認で今回の分も通知されます。バケット名、認証情報、s3:GetObject・s3:PutObject・s3:ListBucket の権限を確認してください。`,
  'watch.undelivered': (a) => `配信できませんでした（${a.error}）。次回に再試行します。`,
};
