import type { brief as english } from '../../en/documents/brief.ts';
import { DATES_JA as dates } from '../../dates.ts';
import { part, span, type Translated } from '../../say.ts';

export const brief: Translated<typeof english> = {
  'brief.command': '変更計画書の準備',
  'brief.pick.target': '移行先のリリース',
  'brief.pick.form': '形式',
  'brief.form.html': 'HTML ファイル: 図入り、印刷・添付用',
  'brief.form.markdown': 'Markdown: チケットへの貼り付け用',
  'brief.saved': (a) => `変更計画書を保存しました: ${a.file}`,
  'brief.save': '変更計画書の保存',
  'brief.open': 'ブラウザーで開く',
  'brief.noWay': (a) => `${a.name} ${a.from} より新しいリリースはカタログにありません。`,
  'brief.title': (a) => `変更計画書: ${a.name} ${a.from} → ${a.to}`,
  'brief.prepared': (a) => `Errata Lens が ${a.day} に作成。リリースノートは ${a.asOf} 時点。`,
  'brief.section.approve': '承認事項',
  'brief.section.targets': '移行先ごとの修正数',
  'brief.section.runs': '対象リソース',
  'brief.section.urgent': (a) => `緊急の不具合（${a.count}）`,
  'brief.section.serious': (a) => `重大な修正（${a.count}）`,
  'brief.section.fixes': (a) => `${a.version} で修正される不具合（${a.count}）`,
  'brief.section.stays': (a) => `残る不具合（${a.count}）`,
  'brief.section.undetermined': (a) =>
    `判定不可: 移行先に残るかどうかベンダーの記載がない不具合（${a.count}）`,
  'brief.section.undeterminedThere': (a) =>
    `移行先で確認済み、現在のバージョンにあるかは判定不可の不具合（${a.count}）`,
  'brief.section.brings': (a) => `移行先で新たに該当する不具合（${a.count}）`,
  'brief.section.near': '避けるべきリリース',
  'brief.section.support': 'サポートと費用',
  'brief.section.downtime': '停止時間と要件',
  'brief.section.tests': 'テスト計画',
  'brief.section.sources': '出典',

  'brief.words': (a, say) =>
    `${part(a.things, `${a.things} 個のリソースについて、`)}${a.name} を ${a.from} から${part(a.stops, (stops) => ` ${say(stops)} を経由して`)} ${a.to} へアップグレードします。`,
  'brief.words.urgent': (a) =>
    `緊急の既知の不具合 ${a.whole} 件のうち ${a.part} 件、全体では ${a.all} 件のうち ${a.fixed} 件が修正されます。${part(a.undetermined, `緊急のうち ${a.undetermined} 件は未確定です（移行先に残るかどうかベンダーの記載がありません）。`)}`,
  'brief.words.serious': (a) =>
    `重大な修正 ${a.whole} 件のうち ${a.part} 件、全体では ${a.all} 件のうち ${a.fixed} 件を含みます。`,
  'brief.words.rest': (a) =>
    `${a.stays} 件が残り、移行先で新たに該当する不具合が ${a.brings} 件あります。${part(a.undetermined, `${a.undetermined} 件は未確定です。`)}`,
  'brief.line.what': (a, say) => `変更内容: ${say(a.sentences, '')}`,
  'brief.line.why': (a, say) => `理由: ${say(a.sentences, '')}`,
  'brief.line.when': (a, say) => `時期: ${say(a.sentences, '')}`,
  'brief.line.downtime': (a, say) => `停止時間: ${say(a.sentences, '、続いて')}。`,
  'brief.line.risk': (a, say) => `リスク: ${say(a.sentences, '')}`,
  'brief.line.back': (a, say) => `切り戻し: ${say(a.sentences, '')}`,
  'brief.recommended': (a, say) => `推奨どおり、${say(a.advice)}。`,
  'brief.otherRecommended': (a, say) => `未定。推奨は別のリリースです: ${say(a.advice)}。`,
  'brief.stayRecommended': '未定。現在のリリースの継続を推奨します。',
  'brief.noneRecommended': '未定。推奨できるリリースはありません。',
  'brief.approvedBy': '承認者',
  'brief.date': '日付',
  'brief.window': 'メンテナンスウィンドウ',

  'brief.column.resource': 'リソース',
  'brief.column.where': '場所',
  'brief.column.count': '数',
  'brief.runs.none': 'コードもアカウントも読み込んでいません。',
  'brief.urgent.none': 'このバージョンに緊急の既知の不具合は載っていません。',
  'brief.fixedThere': (a) => `${a.version} で修正済み`,
  'brief.staysThere': (a) => `${a.version} に残る`,
  'brief.undeterminedThere': (a) => `${a.version} では判定不可`,
  'brief.more': (a) => `ほか ${a.count} 件`,
  'brief.above': (a) => `うち ${a.count} 件は上に記載。`,
  'brief.none': '既知のものはありません。',
  'brief.near.none': '該当するマイナーバージョンに、取り下げや不具合の混入が知られたリリースはありません。',
  'brief.near.withdrawn': (a, say) => `${a.version}（${say(a.day)}）: ベンダーが取り下げ、または非推奨。`,
  'brief.near.brought': (a, say) => `${a.version}（${say(a.day)}）で混入: ${say(a.titles)}。`,
  'brief.support.noCharge': (a) =>
    `${a.scope} は ${a.day} 時点で標準サポート中のため、RDS 延長サポートの料金はかかりません。`,
  'brief.support.unknown': 'リリースカレンダーにこのバージョンがないため、サポートは不明です。',
  'brief.back.engine': (a, say) =>
    `インプレースではバージョンを下げられません。アップグレードの直前に、${say(a.snapshot)}を取得します。戻すときは新しい${say(a.unit)}として復元し、その後の書き込みは失われます。`,
  'brief.back.operating-system': '前のイメージのインスタンスに置き換えます。',

  'brief.chart.bars': (a) => `${a.from} の既知の不具合のうち、移行先ごとに修正される数`,
  'brief.chart.bar': (a) => `${a.all} 件中 ${a.fixed} 件修正、緊急 ${a.whole} 件中 ${a.part} 件`,
  'brief.chart.barPlain': (a) => `${a.all} 件中 ${a.fixed} 件修正`,
  'brief.chart.fixed': '修正',
  'brief.chart.stays': '残る',
  'brief.chart.undetermined': '判定不可',
  'brief.chart.thick': '太線: すべて、細線: 緊急',
  'brief.chart.support': 'マイナーバージョンごとのサポート',
  'brief.chart.standard': '標準サポート',
  'brief.chart.extended': 'RDS 延長サポート（有償）',
  'brief.chart.year3': '3 年目料金',
  'brief.chart.today': '今日',
  'brief.chart.span': (a) =>
    `${a.scope}: 標準サポートは ${dates.ends(a.standard)}まで${part(a.extended, (extended) => `、RDS 延長サポートは ${dates.ends(extended)}まで`)}`,

  'brief.test.clone': (a, say) =>
    `まず本番の${say(a.copy)}を ${a.to} にアップグレードし、所要時間を記録します。`,
  'brief.test.prechecks': (a, say) =>
    `${say(a.copy)}の ${a.log} を確認します。エラーが 1 つでもあるとアップグレードは中止されます。`,
  'brief.test.load': (a, say) =>
    `${say(a.copy)}でアプリケーションのテストと負荷テストを行い、エラー、遅い SQL、メモリを現状と比べます。`,
  'brief.test.failover':
    '一度再起動またはフェイルオーバーし、すべてのクライアントが再接続することを確かめます。',
  'brief.test.watch': (a) =>
    `アップグレード後 2 週間、移行先で新たに該当する不具合 ${a.count} 件（上記）に注意します。`,
  'brief.test.image': (a) => `${a.to} からイメージを作り、1 台起動します。`,
  'brief.test.smoke': 'その 1 台でサービスの確認を行い、残りを 1 台ずつ置き換えます。',
  'brief.test.feature': (a, say) =>
    `${say(a.feature)}: ${say(a.what)}既知の不具合: 修正 ${a.fixed} 件、残り ${a.stays} 件、判定不可 ${a.undetermined} 件、新規 ${a.brings} 件。`,
  'brief.test.noFeatures':
    'コードや設定から使用中の機能は分かりません。アプリケーションが依存する機能を試し、.errata-lens.yaml の `features` に記載してください。',
  'brief.test.other': (a, say) => `それを使う処理を${say(a.copy)}で実行します。`,
  'brief.test.binlog': 'バイナリログの利用側がそれぞれの位置から再開することを確かめます。',
  'brief.test.replicas': 'ライターの動作中に各リーダーから読み取り、AuroraReplicaLag を見ます。',
  'brief.test.replicas.rds': 'ソースの動作中に各レプリカから読み取り、ReplicaLag を見ます。',
  'brief.test.global-database':
    'ベンダーの手順に従う順序で各リージョンをアップグレードし、レプリケーションの遅延を確認します。',
  'brief.test.serverless': '負荷テスト中の ACU の増減を見ます。',
  'brief.test.write-forwarding': '使用中の整合性レベルでリーダー経由の書き込みを行います。',
  'brief.test.parallel-query': '使用している SQL の実行計画と結果を比べます。',
  'brief.test.iam-auth': '各アプリケーションから新しいトークンで接続します。',
  'brief.test.audit-log': '監査イベントが参照先に届くことを確かめます。',
  'brief.test.backtrack': 'クローンを一度バックトラックします。',
  'brief.test.s3-import-export': '1 ファイルを読み込み、書き出します。',
  'brief.test.lambda': 'トリガーまたはプロシージャから関数を一度呼び出します。',
  'brief.test.performance-insights': 'ダッシュボードとアラームにデータがあることを確かめます。',

  'brief.source.notes': (a) => `${a.version} のリリースノート`,
  'brief.source.calendar': 'リリースカレンダー',
  'brief.source.cost': 'RDS 延長サポートの料金計算',
  'brief.honesty': '載っていない不具合もあり得ます。ここで無効な機能の不具合は件数に含みません。',

  'brief.noTarget': (a, say) => `${say(a.to)} は ${a.from} より新しい ${a.name} のリリースではありません。`,
  'brief.noTarget.none': (a) =>
    `${a.name} ${a.from} に推奨できる移行先はありません。--to でリリースを指定してください。`,
  'brief.range': (a) =>
    `${a.name} ${a.from} は範囲です。稼働しているリリース（${span(a.first, a.last, '～')}）を --from で指定してください。`,
  'brief.nothingPinned': '正確なバージョンが見つかりません。--from で指定してください（例: --from 2.11.1）。',
  'brief.otherVersions': (a, say) => `ほかに使用中: ${say(a.versions)}。--from で選べます。`,
  'brief.badVersion': (a) =>
    `${a.written} は既知の製品のバージョンではありません。例: 3.10.4、「rds-postgresql 16.6」`,
  'brief.severalProducts': (a, say) =>
    `バージョン ${a.written} は複数の製品にあります: ${say(a.choices)}。--from に製品名も指定してください。`,
};
