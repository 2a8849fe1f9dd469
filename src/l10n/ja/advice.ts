import type { advice as en } from '../en/advice.ts';
import { DATES_JA as dates } from '../dates.ts';
import { part, type Translated, withName, withParticle } from '../say.ts';

export const advice: Translated<typeof en> = {
  'advice.sentences': (a, say) => say(a.parts, ''),

  'advice.fixes.urgent': (a) =>
    `${a.version} は緊急の既知の不具合 ${a.whole} 件中 ${a.part} 件を修正します。`,
  'advice.fixes.all': (a) => `${a.version} は既知の不具合 ${a.whole} 件中 ${a.part} 件を修正します。`,
  'advice.compared.urgent': (a) =>
    `ほかのマイナーバージョンでは、${a.version} が緊急の既知の不具合 ${a.whole} 件中 ${a.part} 件を修正します。`,
  'advice.compared.all': (a) =>
    `ほかのマイナーバージョンでは、${a.version} が既知の不具合 ${a.whole} 件中 ${a.part} 件を修正します。`,
  'advice.fixes.none': (a) => `${a.version} で修正される、このバージョンの既知の不具合は記載されていません。`,

  'advice.support.lts': (a) =>
    `${a.scope} は長期サポート（LTS）で、標準サポートは ${dates.ends(a.until)}までです。`,
  'advice.support.standard': (a) => `${a.scope} の標準サポートは ${dates.ends(a.until)}までです。`,
  'advice.support.extended': (a) =>
    `${a.scope} の RDS 延長サポート（有償）は${withName(a.until, '期間中で、終了日は不明です', (until) => ` ${dates.ends(until)}までです`)}。`,
  'advice.support.ended': (a) => `${a.scope} の標準サポートは ${dates.ends(a.until)}に終了しました。`,
  'advice.left.version': (a) => `バージョン ${a.line} の標準サポートは ${dates.ends(a.date)}に終了しました。`,
  'advice.leaving.version': (a) =>
    `バージョン ${a.line} の標準サポートは ${dates.ends(a.date)}に終了します（${dates.left(a.date, a.days)}）。`,
  'advice.leaving.minor': (a) =>
    `${a.scope} の標準サポートは ${dates.ends(a.date)}に終了します（${dates.left(a.date, a.days)}）。`,

  'advice.ask': (a) =>
    `${a.from} から ${a.to} へのアップグレードはドキュメントに記載がありません。ValidUpgradeTarget（aws rds describe-db-engine-versions）で確認し、それまでは ${a.from} を使用してください。`,
  'advice.ask.ended': (a) =>
    `${a.from} から ${a.to} へのアップグレードはドキュメントに記載がありません。ValidUpgradeTarget（aws rds describe-db-engine-versions）で確認し、記載がなければ途中のリリースを経由してください。`,
  'advice.pending': (a) => `${a.version} へのアップグレードがすでに保留中です。`,

  'advice.downtime.replace': 'インスタンスの再起動または置き換え',
  'advice.left.system': (a) => `${a.name} の標準サポートは ${dates.ends(a.date)}に終了しました。`,
  'advice.leaving.system': (a) => `${a.name} の標準サポートは ${dates.ends(a.date)}に終了します。`,
  'advice.unreleased': (a) =>
    `${a.release} は緊急の既知の不具合 ${a.count} 件を修正しますが、それを含む ${a.product} のリリースはカタログにありません。`,
  'advice.stay.image': (a) => `Kubernetes ${a.kubernetes} に対応する、カタログで最新のイメージです。`,
  'advice.stay.oldImage': (a) =>
    `Kubernetes ${a.kubernetes} に対応する新しいイメージはカタログにありません。先にクラスター、次にノードをアップグレードしてください。`,

  'advice.stay.newest': (a) => `カタログにあるバージョン ${a.line} の最新リリースです。`,
  'advice.stay.unsupported': (a) =>
    `バージョン ${a.line} に、提供とサポートの両方を確認できる新しいリリースはありません。`,
  'advice.stay.patch': (a) => `長期サポート（LTS）${a.scope} の最新パッチです。`,
  'advice.stay.best': (a) =>
    `バージョン ${a.line} に、緊急の既知の不具合を修正する新しいリリースや、サポート期限がより長い新しいリリースはありません。`,
  'advice.stay.young': (a) =>
    `${a.version} は様子見期間（${a.soakDays} 日）に達していないため、まだ移行しません。`,
  'advice.note.unlisted': (a) =>
    `${a.version} のほうが新しいリリースですが、リリースカレンダーに記載がなく、サポート期限は不明です。`,
  'advice.range.differs': (a) =>
    `「${a.written}」は ${a.first} から ${a.last} までの範囲で、推奨はリリースによって異なります。先に 1 つのリリースに固定してください。`,

  'advice.line.fixes': (a) => `${a.version} で ${a.whole} 件中 ${a.part} 件を修正。`,
  'advice.line.fixesAll': (a) => `${a.version} で ${a.whole} 件すべて修正済み。`,
  'advice.line.step': (a) => `${a.version} に移行してください。`,
  'advice.line.urgent': (a, say) => `${withParticle(say(a.name), 'に')}すぐ移行してください。`,
  'advice.line.next-maintenance': (a, say) =>
    `次のメンテナンスで ${withParticle(say(a.name), 'に')}移行してください。`,
  'advice.line.before': (a, say) => `${a.day} までに ${withParticle(say(a.name), 'に')}移行してください。`,

  'advice.ways': (a, say) => `次の一手: ${say(a.ways, '。その後、')}。`,
  'advice.one': (a, say) => say(a.what),
  'advice.way': (a, say) =>
    `${part(a.when, (when) => `${say(when)} `)}${say(a.name)}${part(a.longTerm, '（長期サポート）')}${part(a.downtime, (downtime) => `（${say(downtime)}）`)}`,

  'advice.when.urgent': 'すぐ',
  'advice.when.soon': 'できるだけ早く',
  'advice.when.next-maintenance': '次のメンテナンスで',
  'advice.when.before': (a) => `${a.day} までに`,
  'advice.head.stay': 'このバージョンを維持してください',
  'advice.head.step': (a, say) =>
    `${say(a.when)} ${withParticle(say(a.name), 'に')}アップグレードしてください`,
  'advice.head.both': (a, say) =>
    `${say(a.when)} ${withParticle(say(a.now), 'に')}、${say(a.then)} ${withParticle(say(a.destination), 'に')}アップグレードしてください`,
  'advice.name.write': (a) => `${a.version}（コードでは ${a.write}）`,
};
