import type { upgrade as english } from '../en/upgrade.ts';
import { DATES_JA as dates } from '../dates.ts';
import { part, span, titled, type Translated, withName, withParticle } from '../say.ts';

export const upgrade: Translated<typeof english> = {
  'upgrade.heading': (a, say) => `${say(a.name)} からの移行先`,
  'upgrade.go': (a, say) => titled(a.name, `${say(a.advice)}。`, say),
  'upgrade.pin': (a, say) =>
    titled(
      a.name,
      `${withParticle(say(a.target), 'への')}固定を推奨します。${part(a.then, (then) => say(then))}`,
      say,
    ),
  'upgrade.stay': (a, say) => titled(a.name, '現在のバージョンの継続を推奨します。', say),
  'upgrade.undecided': (a, say) => titled(a.name, '推奨できる移行先はありません。', say),
  'upgrade.none': 'カタログにより新しいリリースはありません。',
  'upgrade.scope.apart': (a) =>
    `表は ${a.distribution} 自身のリリースノートによる件数です。ほかに ${a.name} ${span(a.from, a.to, '～')} で修正された既知の不具合が ${a.listed} 件（緊急 ${a.urgent} 件）あります。別に集計しています。`,
  'upgrade.scope.counted': (a) =>
    `このうち ${a.listed} 件（緊急 ${a.urgent} 件）は、${a.name} ${span(a.from, a.to, '～')} で修正された ${a.name} の不具合です。`,
  'upgrade.asOf': (a) => `リリースノート ${a.asOf} 時点。`,

  'upgrade.why.stay.os': (a) => `カタログで最新のリリースです（${a.date}）。`,
  'upgrade.why.oldNotes': (a, say) =>
    `カタログで最新のリリースですが、${a.date} のものです。カタログにない後続リリースがあると考えられます。${say(a.refresh)}`,
  'upgrade.why.serverlessV1': (a) =>
    `${a.version} は Aurora Serverless v1 で稼働します。どのリリースで稼働できるかはリリースノートのどのページにもないため、移行先は推奨できません。`,
  'upgrade.why.preview': (a) =>
    `${a.version} はプレビュー版です。試用のためのもので、ここからのアップグレードはリリースノートに記載がありません。`,
  'upgrade.why.nothing': (a, say) =>
    `${say(a.left)}カタログに標準サポート中の新しいリリースはありません。${say(a.refresh)}`,
  'upgrade.left.ended': (a) => `${a.scope} の標準サポートは ${dates.ends(a.date)}に終了しました。`,
  'upgrade.left.over': (a) =>
    `${a.scope} の標準サポートは ${dates.ends(a.date)}に、RDS 延長サポートは ${dates.ends(a.ends)}に終了しました。`,
  'upgrade.left.unlisted': (a) =>
    `${a.scope} はリリースカレンダーに記載がなく、標準サポートは終了しています。`,

  'upgrade.note.range.one': (a) => `「${a.written}」が指すのは ${a.first} だけです。`,
  'upgrade.note.range': (a) =>
    `「${a.written}」は ${a.first} から ${a.last} までの ${a.count} リリースを含む範囲です。件数は、そのいずれかに該当する不具合の数です。`,
  'upgrade.note.range.creatable': (a, say) =>
    `「${a.written}」は ${a.first} から ${a.last} までの ${a.count} リリースを含む範囲です。${say(a.creatable)}件数は、作成できるもののいずれかに該当する不具合の数です。ほかのリリースで稼働する${say(a.unit)}については、そのリリースを指定してください。`,
  'upgrade.note.running': (a, say) =>
    `すでに新しいリリースで稼働している${say(a.unit)}は、そのままにしてください。インプレースで下位のリリースには戻せません。`,
  'upgrade.caveat.young': (a) =>
    `${a.version} は公開からまだ ${a.days} 日です（${a.date}、様子見期間 ${a.soakDays} 日）。`,

  'upgrade.reason.same-branch': (a, say) => `${a.branch} の最新パッチ: ${say(a.amounts)}。`,
  'upgrade.reason.clears': (a, say) => `バージョン ${a.line} の最新リリース: ${say(a.amounts)}。`,
  'upgrade.reason.lts': (a, say) => `長期サポート（LTS）${a.branch} の最新パッチ: ${say(a.amounts)}。`,
  'upgrade.reason.newest': (a, say) => `カタログで最新のリリース: ${say(a.amounts)}。`,
  'upgrade.amount.fixed': (a) =>
    `既知の不具合 ${a.all} 件を修正${part(a.urgent, `（うち緊急 ${a.urgent} 件）`)}`,
  'upgrade.amount.remains': (a) => `緊急 ${a.count} 件が残る`,
  'upgrade.amount.unclear': (a) => `緊急 ${a.count} 件は判定不可`,
  'upgrade.amount.brings': (a) => `新たに緊急 ${a.count} 件`,

  'upgrade.role.same-branch': '同じマイナーバージョンの最新パッチ',
  'upgrade.role.clears': '緊急の不具合を最も多く修正',
  'upgrade.role.lts': '長期サポート（LTS）',
  'upgrade.role.newest': '最新',
  'upgrade.list.brings': '移行先で新たに該当',
  'upgrade.list.undetermined': '判定不可: 移行先に残るかどうかベンダーの記載なし',
  'upgrade.list.undeterminedThere': '移行先で確認済み、現在のバージョンにあるかは判定不可',
  'upgrade.list.remains': '移行先でも残る',
  'upgrade.list.clears': '移行先で修正済み',
  'upgrade.list.more': (a) => `ほか ${a.count} 件`,
  'upgrade.page': '出典',
  'upgrade.page.readOn': (a) => `出典、${a.readOn} 時点`,
  'upgrade.readOn': (a) => `${a.readOn} 時点`,
  'upgrade.via': (a) => `${a.stops.join(' → ')} 経由 ${a.version}`,
  'upgrade.marked.now': (a) => `${a.version}（推奨: すぐ）`,
  'upgrade.marked.then': (a) => `${a.version}（推奨: その後）`,
  'upgrade.marked.only': (a) => `${a.version}（推奨）`,
  'upgrade.recommended': '推奨',
  'upgrade.column.target': '移行先',
  'upgrade.column.urgent': '緊急',
  'upgrade.column.serious': '重大な修正',
  'upgrade.column.all': '全修正',
  'upgrade.column.stays': '残る',
  'upgrade.column.new': '新規',
  'upgrade.column.undetermined': '判定不可',
  'upgrade.legend.undetermined': (a) =>
    `判定不可（${a.version} では ${a.count} 件）: 残るかどうかベンダーの記載なし。`,
  'upgrade.column.support': 'サポート期限',
  'upgrade.column.downtime': '影響',
  'upgrade.fraction': (a) => `${a.part}/${a.whole}`,
  'upgrade.support.until': (a) => dates.ends(a.date).trimEnd(),
  'upgrade.support.ended': (a) => `${dates.ends(a.date)}終了`,
  'upgrade.support.extended': (a) =>
    `${dates.ends(a.date)}終了、延長${withName(a.until, '（終了日不明）', (until) => ` ${dates.ends(until).trimEnd()} まで`)}`,
  'upgrade.support.over': '終了',
  'upgrade.support.unknown': '不明',
  'upgrade.cell.patch': '再起動',
  'upgrade.cell.major': '停止',
  'upgrade.downtime.patch': '再起動',
  'upgrade.downtime.major': '実行中は停止',
  'upgrade.section.way': (a) => `${a.version} への移行方法`,
  'upgrade.demand.task': (a, say) => say(a.task),
  'upgrade.section.demands': '移行に必要な作業',
  'upgrade.section.blueGreen': 'ブルー/グリーンデプロイを使う場合',
  'upgrade.section.source': '現在のバージョン',

  'upgrade.path': (a) => `経路: ${a.path}`,
  'upgrade.reachable.in-place': 'インプレースアップグレードに対応。',
  'upgrade.reachable.blue-green': 'ブルー/グリーンデプロイで移行できます。',
  'upgrade.reachable.no': '直接のアップグレードはできません。',
  'upgrade.reachable.unknown':
    'インプレースアップグレードの可否は不明です。aws rds describe-db-engine-versions の ValidUpgradeTarget またはアカウントのスキャンで有効な移行先を確認できます。',
  'upgrade.step.account': (a) => `スキャンしたアカウントでは ${a.from} → ${a.to} が可能です。`,
  'upgrade.step.notInAccount': (a) => `スキャンしたアカウントでは ${a.from} → ${a.to} は提供されていません。`,
  'upgrade.step.sameLine': (a) =>
    `バージョン ${a.line} の中では、マイナーバージョンアップグレードで上位のどのリリースにも移行できます。`,
  'upgrade.step.supported': (a, say) =>
    `${a.to} のリリースノートは、サポート中のバージョン ${a.line} の${say(a.unit)}からの移行を認めています。`,
  'upgrade.step.unnamed': (a) => `${a.to} のリリースノートには ${a.from} からの移行の記載がありません。`,
  'upgrade.step.notSupported': (a) =>
    `${a.to} のリリースノートが移行を認めるのはサポート中のバージョンのみで、${a.from} は ${a.day} の時点で該当しません。`,
  'upgrade.effect.patch': (a) =>
    `全インスタンスが再起動します。${part(a.keepsConnections, '可能な場合はゼロダウンタイムパッチで接続が維持されます。')}`,
  'upgrade.effect.patch.rds':
    'データベースが再起動します。DB インスタンスは、マルチ AZ でも数分間停止することがあります。マルチ AZ DB クラスターはフェイルオーバーします。',
  'upgrade.effect.major': (a, say) =>
    `メジャーバージョンアップグレード: 実行中は${say(a.unit)}が停止します。先に${say(a.copy)}で試してください。`,
  'upgrade.cost': (a, say) =>
    `バージョン ${a.line} の RDS 延長サポートの費用: 全インスタンスの vCPU 数 × 時間 × リージョンの vCPU 時間単価${part(a.hasServerless, '（Aurora Serverless v2 は ACU 時間）')}。${say(a.rise)}`,
  'upgrade.cost.year3': '現在は 3 年目の料金です。',
  'upgrade.cost.rises': (a) => `3 年目の料金は ${a.year3Starts} からです。`,
  'upgrade.creatable.yes.account': (a, say) =>
    `スキャンしたアカウントでは ${a.version} の新しい${say(a.unit)}を作成できます。`,
  'upgrade.creatable.no.account': (a, say) =>
    `スキャンしたアカウントでは ${a.version} の${say(a.unit)}はもう作成できません。`,
  'upgrade.creatable.yes.calendar': (a, say) =>
    `リリースカレンダーによれば、${a.version} の新しい${say(a.unit)}を作成できます。`,
  'upgrade.creatable.no.calendar': (a, say) =>
    `${a.version} のサポートは終了しています。新しい${say(a.unit)}は作成できないと考えてください。`,
  'upgrade.creatable.unknown': (a, say) => `${a.version} の新しい${say(a.unit)}を作成できるかは不明です。`,

  'upgrade.demand.3.prechecks':
    '最初に事前チェックが実行され、MySQL 8.0 に合わないオブジェクトがあるとアップグレードは中止されます。クローンで試し、upgrade-prechecks.log を確認してください。',
  'upgrade.demand.3.reserved-words':
    'MySQL 8.0 では予約語が増えています（RANK、GROUPS、SYSTEM、WINDOW など）。該当する列名や表名は引用符で囲むか、変更してください。',
  'upgrade.demand.3.instance-classes':
    'バージョン 3 は db.r3、db.r4、db.t2、db.t3.small では動きません。事前にインスタンスクラスを変更してください。',
  'upgrade.demand.3.serverless-v1':
    'Aurora Serverless v1 はバージョン 2 までです。プロビジョンドまたは Serverless v2 に変更してください。',
  'upgrade.demand.3.collations':
    'utf8mb4 の既定の照合順序が utf8mb4_0900_ai_ci に変わり、新旧のテーブルの結合がエラーになったりインデックスを使えなくなったりします。照合順序を明示してください。',
  'upgrade.demand.3.temporary-tables':
    'リーダーの一時テーブル: CREATE TEMPORARY TABLE … ENGINE=InnoDB はエラーになり、大きな内部一時テーブルは「table is full」で失敗します。temptable_max_ram と temptable_max_mmap を確認してください。',
  'upgrade.demand.3.parameters':
    'log_warnings や query_cache_type などのパラメータ、クエリキャッシュ、ラボモードは廃止されています。',
  'upgrade.demand.3.metrics':
    'CloudWatch メトリクス名が変わります（ForwardingMaster… → ForwardingWriter…）。旧名のアラームは反応しなくなります。',
  'upgrade.demand.3.undo':
    'ヒストリーリストが長いと停止時間も長くなります。100,000 未満で、長いトランザクションのないときに開始してください。',
  'upgrade.demand.84.prechecks':
    '最初に事前チェックが実行され、MySQL 8.4 に合わないオブジェクトがあるとアップグレードは中止されます。クローンで試し、upgrade-prechecks.log を確認してください。',
  'upgrade.demand.84.tls':
    'TLS が既定で必須になり（require_secure_transport）、1.2 と 1.3 のみ使えます。平文や古いクライアントは接続できません。',
  'upgrade.demand.84.authentication':
    '新しいユーザーの認証は caching_sha2_password になるため、ドライバーの対応が必要です。mysql_native_password のユーザーは引き続き使えますが、非推奨です。',
  'upgrade.demand.84.parameters':
    'default_authentication_plugin は authentication_policy に、expire_logs_days は binlog_expire_logs_seconds に置き換わります。',
  'upgrade.demand.84.replication':
    'SHOW SLAVE STATUS や CHANGE MASTER TO などは構文エラーになります。スクリプトを REPLICA、SOURCE の形に直してください。',
  'upgrade.demand.84.foreign-keys':
    '新しい外部キーは一意キーを参照する必要があります（restrict_fk_on_non_standard_key）。',
  'upgrade.demand.pg.targets':
    '各リリースからアップグレードできるメジャーバージョンは AWS が示します: aws rds describe-db-engine-versions の ValidUpgradeTarget。',
  'upgrade.demand.pg.slots':
    '論理レプリケーションスロット、パブリケーション、サブスクリプションは事前に削除が必要です。パブリッシャーやサブスクライバーのままではアップグレードできません。',
  'upgrade.demand.pg.prepared':
    '未完了のプリペアドトランザクションは、事前にコミットまたはロールバックが必要です。',
  'upgrade.demand.pg.types':
    'regclass、regrole、regtype 以外の reg* 型の列があるとアップグレードは失敗します。9.6 の unknown 型も同様です。',
  'upgrade.demand.pg.extensions':
    '先に拡張機能を現在のリリースの最新版へ更新してください（特に PostGIS）。新しいバージョンにない拡張機能は削除してください。',
  'upgrade.demand.pg.babelfish':
    'Babelfish を使う場合は、対応する Babelfish のバージョンとともに、メジャーバージョンを 1 つずつアップグレードしてください。',
  'upgrade.demand.pg.statistics':
    'アップグレード後、すべてのデータベースで ANALYZE を実行してください。統計情報は引き継がれず、ないままでは実行計画が悪化します。',
  'upgrade.demand.mysql.replicas':
    'リードレプリカがある場合は、先にすべてのレプリカをアップグレードし、ソースは最後にします。',
  'upgrade.demand.family':
    'カスタムパラメータグループは新しいファミリーで作り直す必要があります。Terraform では allow_major_version_upgrade を設定します。',
  'upgrade.demand.no-way-back':
    'インプレースでは元に戻せません。戻すには、移行前のスナップショットからの復元が必要です。',
  'upgrade.demand.os': (a) =>
    `${a.version} への移行後、インスタンスの OS の更新が保留中になります。適用してください。`,
  'upgrade.demand.os.classes': (a, say) =>
    `${a.version} への移行時に、${say(a.classes)} では古いインスタンスの OS も更新されます（リーダーの後にフェイルオーバー）。`,

  'upgrade.blueGreen.binlog':
    'バイナリログが必要です。カスタムクラスターパラメータグループで binlog_format（ROW を推奨）を設定し、ライターを再起動してください。',
  'upgrade.blueGreen.pg.logical':
    '論理レプリケーションが必要です。カスタムのクラスターパラメータグループで rds.logical_replication = 1 とし、ライターを再起動してください。',
  'upgrade.blueGreen.pg.keys':
    '主キーまたはレプリカアイデンティティのないテーブルには、更新と削除が反映されません。',
  'upgrade.blueGreen.pg.ddl':
    'DDL、ラージオブジェクト、マテリアライズドビューは複製されません。スイッチオーバーまでスキーマを変更しないでください。',
  'upgrade.blueGreen.pg.babelfish':
    'Babelfish を使う場合は 15.7 以上または 16.3 以上が必要で、メジャーバージョンは変えられません。',
  'upgrade.blueGreen.unsupported':
    'クロスリージョンレプリカ、Serverless v1、マスターパスワードを Secrets Manager で管理する場合、または CloudFormation で変更を管理する場合は使えません。',
  'upgrade.blueGreen.proxy':
    'RDS Proxy を使う場合は、先にクラスターをプロキシのターゲットにしておく必要があります。グローバルデータベースでは使えません。',
  'upgrade.blueGreen.tooOld': (a) =>
    `${a.version} からは使えません${part(a.first, (first) => `（このアップグレードには ${first} 以上が必要です）`)}。`,
  'upgrade.blueGreen.replica': '外部の MySQL サーバーのレプリカでは使えません。',
  'upgrade.blueGreen.backtrack':
    '新しいクラスターではバックトラックが使えません。Auto Scaling ポリシーと IAM ロールは設定し直す必要があります。',
  'upgrade.blueGreen.rds.backups': '自動バックアップが必要です（バックアップ保持期間を 1 日以上に設定）。',
  'upgrade.blueGreen.rds.logical':
    '論理レプリケーションが必要です。カスタムパラメータグループで rds.logical_replication = 1 とし、再起動してください。',
  'upgrade.blueGreen.rds.subscriber':
    '論理レプリケーションのパブリッシャーまたはサブスクライバーでは使えません。',
  'upgrade.blueGreen.rds.readOnly':
    '新しいデータベースはスイッチオーバーまで読み取り専用です。スキーマの変更やメジャーバージョンアップグレードはできません。',
  'upgrade.blueGreen.rds.options':
    'カスタムオプショングループを使う場合は、まず現在のメジャーバージョンのまま作成し、その後で新しいデータベースをアップグレードしてください。',
  'upgrade.blueGreen.rds.unsupported':
    'クロスリージョンまたはカスケードのリードレプリカがある場合、マルチ AZ DB クラスターの場合、マスターパスワードを Secrets Manager で管理する場合、CloudFormation で変更を管理する場合は使えません。',
  'upgrade.blueGreen.rds.proxy':
    'RDS Proxy を使う場合は、先にデータベースをプロキシのターゲットにしておく必要があります。',
};
