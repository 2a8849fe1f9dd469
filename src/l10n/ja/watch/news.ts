import type { news as english } from '../../en/watch/news.ts';
import { part, type Translated } from '../../say.ts';

export const news: Translated<typeof english> = {
  'news.title': '使用中のバージョンに関する新着',
  'news.none': '稼働中のものに関する新着はありません。',
  'news.nonePartly':
    '読み取れた範囲では新着はありません。稼働中のもののリリースノートの一部を読み取れませんでした。',
  'news.never': 'リリースノートはまだ確認していません。',
  'news.unread': (a, say) => `リリースノートに接続できず、新着の有無は不明です。${say(a.lastRead)}`,
  'news.lastRead': (a) => `最後に読み取れたのは ${a.day} です。`,
  'news.lastRead.never': 'まだ一度も読み取れていません。',
  'news.failed': (a, say) => `前回の確認に失敗したため、新着の有無は不明です。${say(a.lastRead)}`,
  'news.count': (a) =>
    `稼働中のものに関する新着 ${a.count} 件${part(a.urgent, `（うち緊急 ${a.urgent} 件）`)}`,
  'news.section.fresh': '新着',
  'news.section.read': '既読',
  'news.section.snoozed': '延期中',
  'news.section.muted': '通知しない製品',
  'news.until': (a) => `${a.until} に再表示`,
  'news.since': (a) => `${a.day} に検出`,
  'news.resources': '該当するリソース',
  'news.place': (a, say) => `${a.where}、${say(a.scannedOn)} のスキャン時点`,
  'news.place.now': (a) => a.where,
  'news.noResources': '現在の検出結果には含まれていません。',
  'news.moreResources': (a) => `ほか ${a.count} 件`,
  'news.next': '次の操作',
  'news.page': 'ベンダーのページ',
  'news.openCode': (a) => `${a.name} を開く（${a.where}）`,
  'news.actions': '操作',

  'news.label.withdrawn': (a) => `${a.about} は取り下げまたは非推奨`,
  'news.label.newRelease': (a) => `${a.about} が該当する不具合を修正`,
  'news.label.newBug': (a) => `${a.about} に該当する不具合が追記`,
  'news.label.supportDate': (a) => `${a.about}: サポート期日`,
  'news.label.unreadable': (a) => `${a.about}: リリースノートを読み取れません`,
  'news.label.changedNotes': (a) => `${a.about}: リリースノートが変更`,

  'news.next.withdrawn': '理由を確認し、提供中のリリースへの移行を計画してください。',
  'news.next.newRelease':
    'リリースノートを確認してパッチ適用を計画するか、対応できる日まで延期してください。',
  'news.next.newBug': '使い方に該当するか確認し、パッチ適用を計画するか、既読にしてください。',
  'news.next.supportDate':
    'その日までにアップグレードを計画してください。以降は追加料金がかかるか、パッチが提供されません。',
  'news.next.unreadable':
    'ログで原因を確認してください。プロキシやファイアウォールがリクエストを止めている可能性があります。',
  'news.next.changedNotes': '変更前後の文を比べてください。修正の範囲が変わっている可能性があります。',

  'news.action.read': '既読にする',
  'news.action.unread': '新着に戻す',
  'news.action.snooze': '延期…',
  'news.action.wake': '延期を解除',
  'news.action.mute': (a) => `${a.product} を通知しない`,
  'news.mute.question': (a) => `${a.product} を通知しないようにしますか。解除するまで新着は表示されません。`,
  'news.mute.button': '通知しない',
  'news.mute.done': (a) => `${a.product} を通知しません。`,
  'news.mute.undo': '元に戻す',
  'news.action.unmute': (a) => `${a.product} を再び通知する`,
  'news.action.upgrade': (a) => `${a.version} からの移行先`,
  'news.action.log': 'ログを表示',

  'news.pick.item': 'どの新着ですか',
  'news.pick.resource': 'どのリソースのコードを開きますか',
  'news.pick.product': 'どの製品ですか',
  'news.pick.until': 'いつまで延期しますか',
  'news.until.days': (a) => `${a.days} 日後（${a.date}）`,
  'news.until.weeks': (a) => `${a.weeks} 週間後（${a.date}）`,
  'news.until.tomorrow': (a) => `明日（${a.date}）`,
  'news.until.other': '日付を指定…',
  'news.until.prompt': 'いつまで延期しますか（YYYY-MM-DD）。その日に新着として再表示します。',
  'news.until.wrong': (a) => `${a.tomorrow} 以降の日付を YYYY-MM-DD の形式で入力してください。`,
  'news.noCode': (a) => `${a.name} はファイルではなくアカウントで見つかったものです。`,
  'news.gone': (a) => `${a.file} は見つかりません。`,

  'news.status.looked': (a, say) =>
    `Errata Lens: ${say(a.ago)}に確認${part(a.fresh, ` · 新着 ${a.fresh} 件`)}`,
  'news.status.never': 'Errata Lens: 未確認',
  'news.status.unread': 'Errata Lens: リリースノートに接続できません',
  'news.status.looking': 'Errata Lens: 確認中…',
  'age.now': 'たった今',
  'age.minutes': (a) => `${a.count} 分前`,
  'age.hours': (a) => `${a.count} 時間前`,
  'age.days': (a) => `${a.count} 日前`,
  'news.status.asOf': (a) => `リリースノート ${a.asOf} 時点。`,
  'news.status.failed': (a, say) => `前回の確認に失敗しました: ${say(a.first)}`,
  'news.status.unreadable': (a, say) =>
    `${say(a.products)} のリリースノートを読み取れませんでした。読み取れるまで稼働中のものに関する新着が漏れます。`,
  'news.status.problems': (a) =>
    `完全に読み取れなかったページが ${a.count} 件あります。ログを確認してください。`,
  'news.status.badOrigin': (a) =>
    `errataLens.docsOrigin の「${a.written}」は http または https のアドレスではありません。リクエストは送信しません。`,

  'news.check.off':
    '監視はオフです（errataLens.watch.enabled）。リリースノートは取得しません。新着を確認するにはオンにしてください。',
  'news.check.settings': '設定を開く',
  'news.check.nothing': 'Errata Lens: 稼働中のものに関する新着はありません。',
  'news.check.followed': 'Errata Lens: 別のウィンドウが確認したばかりです。',
  'news.check.partly':
    'Errata Lens: 読み取れた範囲では新着はありません。読み取れなかったものはステータスバーに表示しています。',
  'news.check.unread':
    'Errata Lens: リリースノートに接続できませんでした。理由はステータスバーとログにあります。既知の内容は保持されます。',
  'news.check.failed': 'Errata Lens: 確認に失敗しました。理由はステータスバーとログにあります。',
};
