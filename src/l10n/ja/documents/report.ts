import type { report as english } from '../../en/documents/report.ts';
import { noneOr, part, span, titled, type Translated } from '../../say.ts';

export const report: Translated<typeof english> = {
  'level.warning': '警告',
  'level.information': '情報',
  'level.hint': 'ヒント',

  'severity.critical': '致命的',
  'severity.high': '高',
  'severity.medium': '中',
  'severity.unrated': '未評価',
  'severity.low': '低',
  'severity.info': '参考',

  'impact.data': 'データの誤り・消失',
  'impact.unavailability': '停止・再起動',
  'impact.connectivity': '接続',
  'impact.replication': 'レプリケーション',
  'impact.memory': 'メモリ',
  'impact.performance': '性能',
  'impact.upgrade': 'アップグレード',
  'impact.security': 'セキュリティ',
  'impact.observability': 'メトリクス・ログ',
  'impact.functionality': '機能',

  'catalogue.source.snapshot': '同梱スナップショット',
  'catalogue.source.cache': '前回の更新',
  'catalogue.source.live': '取得直後',

  'scan.communityNotCounted': (a, say) =>
    `${say(a.names)}: AWS のリリースノートのみ。${say(a.engines)} コミュニティ版の修正は数えていません。`,
  'scan.fixedIn': (a) => `${a.version} で修正`,
  'scan.loops': '正常なインスタンスの入れ替えを繰り返すおそれのある Auto Scaling グループ:',
  'scan.noFix': '修正版の記載なし',
  'scan.versionCounts': (a, say) =>
    `緊急の既知の不具合 ${a.urgent} 件（${part(a.upstream, `${a.upstream} のものを含め`)}全 ${a.all} 件）。${part(a.fixes, (fixes) => say(fixes))}`,
  'scan.versionCounts.noneUrgent': (a, say) =>
    `既知の不具合 ${a.all} 件（${part(a.upstream, `${a.upstream} のものを含む。`)}緊急なし）。${part(a.fixes, (fixes) => say(fixes))}`,
  'scan.countParts': (a, say) => `${say(a.parts)}。`,
  'scan.moreVersions': (a: { count: number }) =>
    `ほか ${a.count} バージョン: --limit または --verbose で表示します。`,
  'scan.morePlaces': (a: { count: number }) => `ほか ${a.count} か所`,
  'scan.moreFindings': (a: { count: number }) =>
    `ほか ${a.count} 件の指摘: --limit または --verbose で表示します。`,
  'scan.moreProblems': (a: { count: number }) => `ほか ${a.count} 件: --verbose で表示します。`,
  'scan.hints': (a) =>
    `使われない可能性・例・データベース不明のヒント ${a.count} 件: --verbose で表示します。`,
  'scan.verbose': '理由とページ: --verbose。',
  'scan.nothing': (a) =>
    `${a.files} 個のファイルを調べましたが、データベース、オペレーティングシステムのイメージ、Auto Scaling グループの宣言はありませんでした。対象は Terraform、CloudFormation、CDK、Pulumi、Kubernetes、Ansible、Packer、Dockerfile、パイプライン、スクリプトです。`,
  'scan.failed': (a: { count: number; level: string }) =>
    `失敗: --fail-on ${a.level} に達した指摘が ${a.count} 件あります。`,
  'scan.leftOut': (a: { count: number }) =>
    `--fail-on に達した指摘はありませんが、すべてを読み取って判定できたわけではありません。読み取りまたは判定ができなかったものは、上の ${a.count} 件のメッセージのとおりです。問題がないとは言えないため、終了コードは 2 です。フォルダーを分けてスキャンするか、読み取れないものを .errata-lensignore で除外してください。`,
  'scan.reading': (a) => `ファイルを読み取り中: ${a.files}`,
  'scan.problems': '読み取れなかった、または解釈できなかったもの:',
  'scan.remarks': '読み取りに関する補足:',
  'scan.inUse': '（使用中の機能）',
  'scan.counts': (a, say) => {
    const matching = part(a.matching, `。使用中の機能に該当 ${a.matching} 件`);
    return `${say(a.apply)}: 緊急 ${a.urgent}、通常 ${a.ordinary}、軽微 ${a.minor}${matching}`;
  },
  'scan.next': (a, say) => `${say(a.advice)}。${say(a.reason)}詳細: ${a.more}`,
  'notes.days': (a, say) => `${a.newest}${part(a.older, (older) => `（${say(older)}）`)}`,
  'scan.age': (a) => `${a.days} 日経過`,
  'scan.summary': (a, say) =>
    `リソース ${a.assets} 件、${say(a.counts)}。リリースノート ${say(a.asOf)} 時点${part(a.age, `（${say(a.age)}）`)}。`,
  'scan.found': (a, say) =>
    `${noneOr(a.findings, '指摘なし', `指摘 ${a.findings} 件`)}${part(a.details, `（${say(a.details)}）`)}${part(a.ordinary, `、${part(a.findings, 'ほかに')}緊急でない不具合のみのバージョン ${a.ordinary} 件`)}${part(a.unknown, `、バージョン不明 ${a.unknown} 件`)}`,
  'scan.found.serious': (a) => `重大 ${a.count} 件`,
  'scan.found.suppressed': (a) => `抑制 ${a.count} 件`,

  'bugs.inVersions': (a, say) => `該当: ${say(a.versions)}${part(a.more, `、ほか ${a.more} 件`)}`,
  'bugs.more': (a: { count: number }) =>
    `ほか ${a.count} 件: --limit N または --all で表示し、--symptom TEXT で自分の症状に合うものを探せます。`,
  'bugs.heading': (a, say) =>
    `${titled(a.name, '既知の不具合', say)} ${a.count} 件${part(a.urgent, `（緊急 ${a.urgent} 件）`)}${part(a.sources, (sources) => `。内訳: ${say(sources)}`)}。リリースノート ${a.asOf} 時点。`,
  'bugs.sources': (a) =>
    `${a.distribution} のリリースノート ${a.own} 件、${a.upstream} のリリースノート ${a.listed} 件`,
  'bugs.matching': (a, say) => `このうち ${say(a.filters, ' ')} に一致するもの: ${a.count} 件。`,
  'bugs.anySettings': '設定を問わない件数です。スキャンでは、無効な機能が必要な不具合を除きます。',
  'bugs.headingHere': (a, say) => `${titled(a.name, say(a.counts), say)}。リリースノート ${a.asOf} 時点。`,
  'counts.apply': (a, say) => `この環境に該当する既知の不具合 ${a.apply} 件（${say(a.parts)}）`,
  'counts.listed': (a) => `記載 ${a.count} 件`,
  'counts.off': (a) => `ここで無効な機能が必要 ${a.count} 件`,
  'counts.ofHost': (a) => `ホスト側のパッケージ ${a.count} 件`,
  'counts.recorded': (a) => `チームの記録 ${a.count} 件`,
  'bugs.recorded': (a) => `チームが記録した問題 ${a.count} 件。`,
  'bugs.undetermined': (a, say) =>
    `ほか ${a.count} 件${part(a.upstream, (upstream) => `（${say(upstream)}）`)}は、このバージョンに該当するか判定できません。`,
  'bugs.ofUpstream': (a) => `うち ${a.name} ${a.count} 件`,
  'bug.title': (a) => a.ja,
  'bugs.verbose': '判定の理由とリリースノートのページは --verbose で表示します。',
  'bugs.fixedIn': '修正:',
  'bugs.honesty':
    'ベンダーが後続リリースで修正済みとしている不具合です。実際に影響するかは使用する機能によります。記載がないことは安全を意味しません。',

  'bugs.upstream.headingIncluded': (a) =>
    `内包する ${a.name} ${span(a.version, a.newest, '～')}: このうち ${a.listed} 件（緊急 ${a.urgent} 件）。${a.name} ${span(a.from, a.to, '～')} で修正済み。`,
  'bugs.upstream.heading': (a) =>
    `内包する ${a.name} ${span(a.version, a.newest, '～')}: ${a.name} ${span(a.from, a.to, '～')} で修正された既知の不具合がさらに ${a.listed} 件（緊急 ${a.urgent} 件）。件数は別枠で、ベンダーが記載なしにバックポートしている可能性があります。`,
  'bugs.upstream.newest': (a) =>
    `内包する ${a.name} ${a.version}: このメジャーバージョンの後続リリースはカタログにありません。`,
  'bugs.upstream.unread': (a) =>
    `${a.name} ${a.version} のリリースノートは未取得です。修正された不具合は一覧にありません。`,
  'bugs.upstream.notRead': (a, say) =>
    `${a.name}${part(a.lines, ` ${say(a.lines)}`)} のリリースノートは ${a.readOn} 時点のものです。前回の更新で読み取れなかったため、それ以降に公表された不具合は数に含まれません。`,
  'bugs.upstream.last': (a) => `内包する ${a.name} ${a.version} は ${a.name} ${a.line} の最終リリースです。`,
  'bugs.upstream.ended': (a) =>
    `${a.name} ${a.line} は ${a.version} で終了しました。以後の修正は、AWS が記載する RDS 延長サポートのものだけです。`,
  'bugs.undetermined.others': (a) =>
    `ほかのメジャーバージョンで修正された不具合 ${a.count} 件は、このバージョンにも該当するか判定できません。`,
  'bugs.upstream.undetermined': (a) =>
    `${a.name} のほかの ${a.count} 件は、このバージョンに該当するか判定できません。`,
  'bugs.upstream.leftOut': (a, say) => `対象外: ${say(a.parts, '、')}。`,
  'bugs.upstream.leftOut.part': (a, say) => `${say(a.part)}が ${a.count} 件`,
  'leftOut.client': 'クライアント（psql、pg_dump、libpq、ecpg）',
  'leftOut.platform': 'サービスが使わないプラットフォーム',
  'leftOut.developer-build': '開発者向けビルドだけにあるアサーション',
  'leftOut.self-managed':
    '自前のサーバーだけの機能（サーバーのファイル、アーカイブ、pg_basebackup、pg_rewind）',
  'leftOut.storage': 'ストレージ',
  'leftOut.extension': 'コードにも設定にも現れない拡張機能',
  'leftOut.oneExtension': (a) => `コードにも設定にも現れない拡張機能 ${a.extension}`,
  'leftOut.own-notes': 'ベンダー自身のリリースノートで判定するもの（CVE とバックポート）',
  'bugs.upstream.after': (a, say) => `アップデート後の作業: ${say(a.tasks, '、')}。`,
  'bugs.upstream.after.task': (a, say) =>
    `${say(a.what)}${part(a.names, `（${say(a.names, '、')}）`)}（${a.version} のリリースノート参照）`,
  'bugs.upstream.task.reindex': '影響を受けるインデックスの REINDEX',
  'bugs.upstream.task.self-keys': '自テーブルを参照するパーティション表の外部キーの再作成',
  'bugs.upstream.task.partition-keys': 'パーティション表を参照する外部キーに違反する行の確認',
  'bugs.upstream.task.detached-keys': 'デタッチしたパーティションの外部キーの再作成と、違反する行の確認',
  'bugs.upstream.task.views': '列単位の権限に頼る場合はビューの再作成',
  'bugs.upstream.task.contained-arrays': '遅くなる <@ 検索の見直し',
  'bugs.upstream.task.extension': '各データベースでの ALTER EXTENSION … UPDATE',
  'bugs.upstream.task.repair': 'カタログとデータの破損の確認',
  'bugs.upstream.task.parameters': 'パラメータの見直し',
  'bugs.upstream.task.script': '各データベースでの修正スクリプトの実行',
  'bugs.upstream.task.catalog': 'スーパーユーザーによる、各データベースのカタログにある関数の修正',
  'bugs.upstream.task.standbys-first': 'リードレプリカを先に更新',
  'bugs.upstream.concurrently': 'CONCURRENTLY で作成したもの',
  'bugs.upstream.task.lexemes': '保存された tsvector の空の語彙素の確認',
  'bugs.upstream.task.search-path':
    '式インデックスとマテリアライズドビューで使う関数がスキーマを明記しない場合、その関数への search_path の設定',
  'bugs.upstream.task.text-search':
    '既定の照合プロバイダーが libc でない場合、全文検索と pg_trgm のインデックスの REINDEX',
  'bugs.upstream.task.see-notes': '最初の変更点の確認',
  'bugs.upstream.more': (a) => `${a.name} の不具合はほかに ${a.count} 件: --limit N または --all で表示。`,

  'bugs.scope.between': (a) =>
    `${a.distribution} 自身のリリースノートによる件数です。${a.engine} ${a.from}～${a.to} の修正は含みません。`,
  'bugs.scope.between.one': (a) =>
    `${a.distribution} 自身のリリースノートによる件数です。${a.engine} ${a.to} の修正は含みません。`,
  'bugs.scope.after': (a) =>
    `${a.distribution} 自身のリリースノートによる件数です。${a.engine} ${a.through} より後の修正は含みません。`,
  'bugs.scope.unknown': (a) =>
    `${a.distribution} 自身のリリースノートによる件数です。リリースに含まれる ${a.engine} の修正範囲は記載がなく、欠けている修正は含みません。`,

  'standing.heading': (a) => `${a.name} に ${a.number} はありますか。${a.asOf} 時点のリリースノートによる。`,
  'standing.column': '該当',
  'standing.bug': '不具合',
  'standing.in': 'あり',
  'standing.off': '無効な機能を使う場合だけあり',
  'standing.undetermined': '不明',
  'standing.left-out': '対象外',
  'standing.fixed': 'なし',
  'standing.elsewhere': 'なし',
  'standing.containedUpstream': (a) =>
    `${a.name} ${a.release} で修正済み。このバージョンは ${a.name} ${a.version} を含む`,
  'standing.fixedBefore': (a) => `${a.name} ${a.branch} の最初のリリースから修正済み`,
  'standing.elsewhere.reason': (a, say) =>
    `${say(a.releases, '、')} で修正。リリースノートによればほかのバージョンの不具合`,
  'standing.absent': (a, say) => `${say(a.fact)}（修正: ${say(a.releases, '、')}）`,
  'standing.reason': (a, say) => `${say(a.reason)}（${a.release}）`,
  'standing.none': (a) =>
    `この製品のリリースノートに ${a.number} はありません。CVE 番号か、一覧で不具合の後に出る ID を指定してください。`,
  'cve.heading': (a, say) => `${a.cve}。リリースノート ${say(a.asOf)} 時点。`,
  'cve.notListed': (a, say) =>
    `${a.cve} は ${say(a.asOf)} 時点のリリースノートに記載がありません。すべての CVE が記載されるわけではないため、影響がないことを意味しません。`,
  'cve.fixedIn': (a, say) => `${say(a.branches)}: ${a.version} で修正`,
  'cve.inherited': (a, say) => `${say(a.branches)}: 最初のリリースから修正済み`,
  'cve.noFix': (a, say) => `${say(a.branches)}: 修正の記載なし`,
  'cve.notInOwnNotes': (a, say) => `${say(a.reason)}。${a.name} のリリースノートには記載なし`,
  'cve.affected.high': (a, say) => `影響あり: ${say(a.versions)}`,
  'cve.affected.medium': (a, say) => `影響ありと推定: ${say(a.versions)}`,
  'cve.affected.low': (a, say) => `不明: ${say(a.versions)}`,
  'cve.leftOut': (a, say) => `対象外: ${say(a.versions)}`,
  'cve.package': (a, say) =>
    `${a.name}: ${part(a.package, (name) => `${name} は `)}${say(a.versions)} で修正${part(a.advisory, (advisory) => `（${advisory}、バージョンから判断）`)}`,
  'cve.package.byDate': (a, say) =>
    `${a.name}: ${part(a.package, (name) => `${name} は `)}${say(a.versions)} で修正${part(a.advisory, (advisory) => `（${advisory}、日付から判断）`)}`,
  'cve.tableBare':
    'ベンダーの CVE 一覧にはリリースの記載なしで載っていますが、リリースのページには記載がありません。',
  'cve.tableAlone': (a, say) =>
    `ベンダーの CVE 一覧のみに記載があり（${say(a.versions)}）、リリースのページには記載がありません。`,
  'cve.tableDiffers': (a, say) => `ベンダーの CVE 一覧とは差異があります（${say(a.sides)}）。`,
  'cve.onlyInTable': (a, say) => `一覧のみ: ${say(a.versions)}`,
  'cve.onlyInPages': (a, say) => `リリースのページのみ: ${say(a.versions)}`,
  'cve.span': (a) => `${a.first} … ${a.last}（${a.count}）`,

  'rule.known-bugs': 'ここに書かれたバージョンの既知の不具合',
  'rule.known-bugs.help':
    '後続のリリースに、このバージョンの不具合の修正が記載されています。影響は使用している機能によります。修正内容を確認し、アップグレードを計画してください: errata-lens upgrade PRODUCT VERSION',
  'rule.known-cves': 'ここに書かれたバージョンの既知の脆弱性（CVE）',
  'rule.known-cves.help':
    '後続のリリースに、このバージョンの CVE の修正が記載されています。修正済みのリリースへのアップグレードを計画してください。',
  'rule.end-of-support': 'ここに書かれたバージョンのサポート終了',
  'rule.end-of-support.help':
    'ベンダーの標準サポートが終了する、または終了しています。アップグレードまたは RDS 延長サポートの費用を計画してください。',
  'rule.partial-version': '1 つのリリースに定まらないバージョン',
  'rule.partial-version.help': '何が作成されるかは作成時にしか分かりません。リリースを固定してください。',
  'rule.unknown-version': '不明な、またはカタログにないバージョン',
  'rule.unknown-version.help':
    'メッセージに従ってバージョンを明らかにしてください。カタログより新しい場合はカタログを更新してください: errata-lens catalogue update',
  'rule.floating-version': '新しいイメージのたびに付け替えられる名前',
  'rule.floating-version.help':
    'デプロイごとに別のイメージになる可能性があります。名前にリリースを含むイメージに固定してください。',
  'rule.not-in-api': 'API では指定できないリリース',
  'rule.not-in-api.help':
    'メッセージにあるリリースを指定してください。それ以外の表記ではデプロイに失敗します。リビジョンは AWS が適用します。',
  'rule.leaves-long-term': '自動アップグレードが有効な長期サポート（LTS）バージョン',
  'rule.leaves-long-term.help':
    'クラスターまたはいずれかのインスタンスで自動マイナーバージョンアップグレードを無効にし、パッチは手動で適用してください。LTS にとどまる必要がなければ、別のバージョンを選んでください。',
  'report.parts': (a, say) => say(a.parts, '。'),
  'word.quoted': (a) => `「${a.word}」`,
  'report.sameVersion': '同じバージョン',
  'report.sameHere': 'ここにも当てはまります',
  'sarif.repository': 'リポジトリのルートです。',
  'rule.other': (a) => `Errata Lens: ${a.id}`,
  'rule.check': (a) => `可観測性チェック ${a.id}`,
  'rule.check.help': '根拠と修正方法は errata-lens checklist で確認できます。',
  'report.cves': (a, say) => `このバージョンの既知の CVE ${a.count} 件: ${say(a.cves)}`,
  'report.nothing': '既知の問題は見つかりませんでした。問題がないことの証明ではありません。',
  'report.filtered': (a, say) => `深刻度「${say(a.severity)}」以上の指摘だけを表示しています（--severity）。`,
  'report.found': (a, say) => `${say(a.counts)}。`,
  'report.column.ordinary': '緊急の不具合がないバージョン',
  'report.column.unknown': 'バージョン不明',
  'report.column.hint': 'ヒント（使われない可能性・例・データベース不明）',
  'report.column.upstream': (a) => `${a.name} の不具合`,
  'report.column.place': '場所',
  'report.column.severity': '深刻度',
  'report.column.finding': '指摘',
  'report.column.assets': 'リソース',
  'report.onlyUpstream': (a) => `${a.name} の不具合があるバージョンのみ表示（${a.count} 行）`,
  'report.heading': 'Errata Lens',
  'report.change.heading': (a) => `${a.name} ${a.from} → ${a.to}（リソース ${a.assets} 件）`,
  'report.change.summary': (a) =>
    `既知の不具合: 修正 ${a.clears} 件、残る ${a.leaves} 件、判定不可 ${a.undetermined} 件。移行先で新たに該当 ${a.brings} 件${part(a.there, `、判定不可 ${a.there} 件`)}。`,
  'report.change.upstream': (a) =>
    `含まれる ${a.name}（別に集計）: ${a.from} → ${a.to} で修正 ${a.clears} 件（緊急 ${a.urgent} 件）、残る ${a.leaves} 件。移行先で新たに該当 ${a.brings} 件。`,
  'report.change.clears': '修正される不具合',
  'report.change.leaves': '残る不具合',
  'report.change.undetermined': '判定できない不具合',
  'report.change.there': '移行先で確認済み、以前のバージョンにあるかは判定不可',
  'report.change.brings': '新たに該当する不具合',
  'report.change.none': 'バージョンの変更はありません。',
  'report.asOf': (a, say) => `リリースノート ${say(a.asOf)} 時点。`,
  'report.baseline': 'ベースラインに含まれます',
};
