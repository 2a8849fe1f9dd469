import type { analysis as english } from '../en/analysis.ts';
import { DATES_JA as dates } from '../dates.ts';
import { part, type Translated, withName } from '../say.ts';
import { writtenVersion } from '../written-version.ts';

export const analysis: Translated<typeof english> = {
  'bug.reason.ownBranch': (a) => `${a.branch} 系の後続リリースで修正`,
  'bug.reason.named': (a) => `リリースノートに ${a.version} と明記`,
  'bug.reason.laterBranch': (a) => `${a.branch} 系で修正。混入時期: 不明`,
  'bug.reason.olderBranch': (a) => `${a.fix} で修正。${a.branch} 系には記載なし`,
  'bug.reason.neverListedLater': (a) =>
    `${a.fix} で修正。${a.branch} 系にも以降のマイナーバージョンにも記載なし`,
  'bug.reason.afterBase': (a) =>
    `${a.branch} 系のベース（${a.base}）より後の ${a.fix} で修正。${a.branch} 系には記載なし`,
  'bug.reason.communityOlderBranch': (a) =>
    `${a.branch} 系で修正。この系列のより新しいコミュニティ版に修正が既に含まれている可能性あり`,
  'bug.reason.laterLine': (a) => `このバージョンを引き継ぐ ${a.branch} 系で修正。混入時期: 不明`,
  'bug.reason.pendingPatch': (a, say) =>
    `${a.fix} で修正。このバージョンの${say(a.unit)}は、パッチが適用されていなければ該当`,
  'bug.reason.someHave': (a) => `${a.fix} で修正。このマイナーバージョンの古いリリースは該当、ほかは判定不可`,
  'bug.reason.silent': (a) => `${a.fix} で修正。このマイナーバージョンに該当するかは判定不可`,
  'bug.reason.olderNeeded': (a) =>
    `修正より前のリリース。さらに古い系列の ${a.fix} でも修正が必要だったため、該当`,
  'bug.absence.introducedIn': (a) => `PostgreSQL ${a.version} で混入`,
  'bug.absence.harmlessFrom': (a) => `リリースノートによると PostgreSQL ${a.version} 以降では不具合ではない`,
  'bug.absence.neverBrought': (a) => `原因となった変更が PostgreSQL ${a.branch} のどのリリースにも記載なし`,
  'bug.reason.ownIssue': 'チームが .errata-lens.yaml に記録',
  'bug.reason.otherLine': (a) => `別のメジャーバージョン（${a.branch}）で修正`,
  'bug.reason.ownPart': (a) => `${a.name} ではこの部分が独自の実装のため、該当しない可能性あり`,
  'bug.reason.otherMajor': (a) => `PostgreSQL ${a.other} で修正。${a.branch} が該当するかは判定不可`,
  'bug.reason.earlierFix': (a) =>
    `以前の修正が原因（どの修正かは記載なし）。${a.version} は該当、このリリースは判定不可`,
  'bug.reason.doubtful': (a) =>
    `日付から修正は ${a.branch} 系に含まれると推定されるが、後の系列にも同じ修正の記載あり`,

  'finding.notJudged': (a) =>
    `判定に時間がかかりすぎるため、${a.name} で打ち切りました。このリソースとほかの ${a.others} 件のリソースについては不明です。フォルダーを分けてスキャンしてください。`,
  'finding.notJudged.alone': (a) =>
    `判定に時間がかかりすぎるため、${a.name} で打ち切りました。このリソースについては不明です。フォルダーを分けてスキャンしてください。`,
  'finding.clusters': (a) => `${a.count} クラスター`,
  'finding.globals': (a) => `${a.count} グローバルデータベース`,
  'finding.instances': (a) => `${a.count} インスタンス`,
  'finding.uncalled': 'スキャンしたコードは同種のほかのものだけを使用しており、これは作成されません。',
  'finding.replacedDefault':
    'スキャンしたすべての呼び出し元が値を上書きするかリソースを作成しないため、この既定値は使われません。',
  'finding.replacedVersion': (a) =>
    `ここのデフォルト値${part(a.version, (version) => ` ${version} `)}は、スキャンしたすべての呼び出し元が上書きしています。`,
  'finding.usedBy': (a) => `${a.name} で使用`,
  'finding.notInApi': (a) =>
    `「${a.written}」は ${a.name} ${a.release} のリビジョンで、API では指定できません。${a.release} と指定してください。リビジョンは AWS が適用します。`,
  'finding.leavesLongTerm': (a) =>
    `${a.name} ${a.minor} は長期サポート（LTS）バージョンですが、自動マイナーバージョンアップグレードが有効なため、クラスターは LTS から移されます。とどまるには ${a.setting} を false にしてください。`,
  'finding.systemUpdate': (a, say) =>
    `${a.name}: オペレーティングシステムの更新が保留中（${say(a.due)}）。適用中はインスタンスが一時的に停止します`,
  'finding.systemUpdate.undated': (a) =>
    `${a.name}: オペレーティングシステムの更新が保留中（期日なし）。適用中はインスタンスが一時的に停止します`,
  'finding.bugs': (a, say) => {
    const kinds = part(a.kinds, (kinds) => `（${say(kinds)}）`);
    const next = say([...a.first, ...a.next], '');
    const own = part(a.ownIssues, `チームが記録した問題 ${a.ownIssues} 件。`);
    return `${a.name} ${a.version}${kinds}: ${say(a.counts)}。${next}${own}`;
  },
  'finding.bugs.counts': (a, say) =>
    `${say(a.urgent)}（${part(a.upstream, `${a.upstream} のものを含め`)}全 ${a.all} 件）`,
  'finding.bugs.urgent': (a) => `緊急の既知の不具合 ${a.count} 件`,
  'finding.bugs.noneUrgent': '緊急の既知の不具合なし',
  'finding.ownIssues': (a, say) =>
    `${a.name} ${a.version}${part(a.kinds, (kinds) => `（${say(kinds)}）`)}: チームが記録した問題 ${a.count} 件: ${say(a.titles, '')}${part(a.isMore, ' ほか')}。`,

  'suppression.noReason': (a) =>
    `${a.line} 行目: 理由がないため、この抑制は無効です。「-- 理由」を追記してください。`,
  'suppression.noRule': (a) =>
    `${a.line} 行目: この抑制には対象がありません。「errata-lens:ignore known-bugs -- 理由」のように、ルールまたは不具合の ID を書いてください。`,
  'suppression.unknownRule': (a, say) =>
    `${a.line} 行目: 「${a.target}」というルールはありません。「${say(a.like)}」と書いてください。`,
  'suppression.unknownRule.unlike': (a) =>
    `${a.line} 行目: 「${a.target}」というルールはありません。ルールの一覧は docs/configuration.md を参照してください。`,
  'suppression.unknownResource': (a, say) =>
    `${a.line} 行目: 「${a.resource}」というリソースはないため、この項目は効きません。「${say(a.like)}」と書いてください。`,
  'suppression.unknownResource.unlike': (a) =>
    `${a.line} 行目: 「${a.resource}」というリソースはないため、この項目は効きません。修正または削除してください。`,
  'suppression.tooMany': (a) =>
    `${a.line} 行目: * または versions を含む項目が ${a.most} 件を超えています。ここから先の ${a.left} 件は効きません。* を使わずにリソースを指定するか、項目を減らしてください。`,
  'suppression.gaveUp':
    '抑制の指定の読み取りに時間がかかりすぎるため打ち切りました。どの指定も効いていない可能性があります。項目を減らしてください。',
  'suppression.more': (a) =>
    `ほかにも誤りのある抑制の指定が ${a.count} 件あります。まず上に示したものを修正してください。`,
  'suppression.expired': (a) =>
    `${a.line} 行目: この抑制は ${a.until} に期限切れです。更新または削除してください。`,
  'suppression.badDate': (a) =>
    `${a.line} 行目: 「${a.until}」は日付ではありません。until=YYYY-MM-DD と書いてください。`,

  'release.day': (a) => a.date,
  'release.day.latest': (a) => `${a.date} 以前`,
  'release.day.earliest': (a) => `${a.date} 以後`,
  'support.unlisted': (a) =>
    `${a.name} ${a.scope} はベンダーのリリースカレンダーに記載がなく、標準サポートは終了しています。`,
  'support.unlisted.continued': (a) =>
    `${a.scope} はベンダーのリリースカレンダーに記載がなく、標準サポートは終了しています。`,
  'support.ends': (a) =>
    `${a.name} ${a.scope}: 標準サポートは ${dates.ends(a.date)}に終了します（${dates.left(a.date, a.days)}）。`,
  'support.ends.continued': (a) =>
    `${a.scope} の標準サポートは ${dates.ends(a.date)}に終了します（${dates.left(a.date, a.days)}）。`,
  'support.ended': (a) => `${a.name} ${a.scope}: 標準サポートは ${dates.ends(a.date)}に終了。`,
  'support.ended.continued': (a) => `${a.scope} の標準サポートは ${dates.ends(a.date)}に終了。`,
  'support.over': (a) =>
    `${a.name} ${a.scope}: 標準サポートは ${dates.ends(a.date)}に、RDS 延長サポートは ${dates.ends(a.ends)}に終了。`,
  'support.over.continued': (a) =>
    `${a.scope} の標準サポートは ${dates.ends(a.date)}に、RDS 延長サポートは ${dates.ends(a.ends)}に終了。`,
  'support.partial': (a, say) =>
    `「${writtenVersion(a.written, 'ja')}」から解決される ${a.name} ${a.scope} のリリースは、すべて標準サポートが終了しています。${say(a.status)}`,
  'support.extended': (a, say) =>
    `${a.name} ${a.scope}: 標準サポートは ${dates.ends(a.date)}に終了。${say(a.since)}${part(a.year3, (year3) => `、${say(year3)}`)}${withName(a.ends, '、終了日は不明', (ends) => `、${dates.ends(ends)}に終了`)}。`,
  'support.extended.continued': (a, say) =>
    `${a.scope} の標準サポートは ${dates.ends(a.date)}に終了。${say(a.since)}${part(a.year3, (year3) => `、${say(year3)}`)}。`,
  'support.extended.since': (a) => `${dates.begins(a.date)}から RDS 延長サポート（有償）`,
  'support.extended.from': (a) => `${dates.begins(a.date)}から RDS 延長サポート（有償）`,
  'support.year3.since': (a) => `3 年目の料金は ${dates.begins(a.date)}から`,
  'support.year3.from': (a) => `3 年目の料金は ${dates.begins(a.date)}から（${dates.left(a.date, a.days)}）`,

  'version.partial': (a, say) =>
    `${a.name} 「${writtenVersion(a.written, 'ja')}」: 作成時に ${a.prefix} の既定リリースへ解決されるため、コードからは既知の不具合を判断できません。${withName(a.pin, 'リリースを', (pin) => `${pin} に`)}固定するか、アカウントをスキャンしてください。${part(a.then, (then) => say(then))}リリースノート ${a.asOf} 時点。`,
  'version.preview': (a) => `${a.name} ${a.version} は評価用のプレビューとしてのみ公開されました。`,
  'version.dropped': (a) =>
    `${a.name} ${a.version} はベンダーのページにもう載っていません。分かるのは、${a.line} の後のリリースで修正された不具合です。`,
  'version.newer': (a, say) =>
    `${a.name} ${a.version} はカタログより新しいバージョンです（カタログの最新: ${a.newest}、リリースノート ${a.asOf} 時点）。既知の不具合はまだ記載されていません。${say(a.refresh)}`,
  'version.skipped': (a) =>
    `${a.name} ${a.version} というリリースは確認できません。マネージドデータベースには ${a.later} があり ${a.version} はなく、番号は飛ぶことがあります。カタログの最新は ${a.newest} です（リリースノート ${a.asOf} 時点）。`,
  'version.perhapsOut': (a, say) =>
    `${a.name} ${a.version} が ${a.asOf} に公開済みだったかは分かりません。リリースノートに日付がありません（${say(a.day)}）。このリリースは除いています（--as-of）。`,
  'version.perhapsLater': (a) =>
    `${a.count} 件のリリース（${a.first} から ${a.last}）もその日に公開済みだった可能性があります。リリースノートに日付がありません。これらは除いています（--as-of）。`,
  'version.perhapsLater.one': (a) =>
    `${a.first} もその日に公開済みだった可能性があります。リリースノートに日付がありません。このリリースは除いています（--as-of）。`,
  'version.notCovered': (a, say) =>
    `${a.name} ${a.version} はカタログにありません（リリースノート ${a.asOf} 時点）。不具合の有無は分かりません。${say(a.refresh)}`,
  'version.older': (a) =>
    `${a.name} ${a.version} はカタログの対象（${a.oldest} 以降）より古いリリースです。不具合の有無は分かりません。`,
  'version.similar': (a, say) =>
    `「${a.written}」は ${a.name} の 1 つのリリースを表していません。${say(a.similar)} のことですか？`,
  'version.noOsRelease': (a) =>
    `「${a.written}」は ${a.name} のリリース番号として完全ではありません。リリースノートの表記（例: ${a.example}）で指定してください。`,
  'version.noRelease': (a) =>
    `「${a.written}」という ${a.name} のリリースはありません。リリースノートの表記（例: ${a.example}）で指定してください。`,
  'version.range': (a) =>
    `${a.name} ${a.version} は ${a.count} 件のリリース（${a.first} から ${a.last} まで）を含む範囲です。各不具合に、該当するリリースを示します。`,
  'version.range.one': (a) => `${a.name} ${a.version} が指すのは ${a.first} だけです。`,
  'version.pin': (a, say) =>
    `${a.version} を指定した${say(a.unit)}は、${a.first} から ${a.last} までの ${a.count} リリースのいずれかで稼働します。一部のリリースだけが該当すると分かっている不具合には、そのリリースを示します。特定のリリースについては ${a.last} のように指定してください。`,
  'version.range.creatable': (a, say) =>
    `このうち新しい${say(a.unit)}を作成できるのは ${a.count} 件（${a.first} から ${a.last} まで）です。`,
  'version.range.creatable.one': (a, say) => `このうち新しい${say(a.unit)}を作成できるのは ${a.first} です。`,
  'service.aurora.unit': 'クラスター',
  'service.aurora.copy': 'クローン',
  'service.aurora.snapshot': 'クラスタースナップショット',
  'service.rds.unit': 'データベース',
  'service.rds.copy': 'コピー',
  'service.rds.snapshot': 'DB スナップショット',
};
