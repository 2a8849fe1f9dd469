import type { account as english } from '../en/account.ts';
import { part, type Translated } from '../say.ts';

export const account: Translated<typeof english> = {
  'account.unlocks.identity': '使うアカウントとロール',
  'account.unlocks.regions': 'アカウントで有効なリージョン',
  'account.unlocks.clusters': 'Aurora と RDS のクラスター: 実行中と保留中のバージョン、設定',
  'account.unlocks.instances': 'DB インスタンス: 個別のバージョン、クラス、設定',
  'account.unlocks.globalClusters': 'グローバルデータベースとそのメンバー',
  'account.unlocks.engineVersions': '可能なアップグレード先と、バージョンがエクスポートできるログ',
  'account.unlocks.majorEngineVersions': 'サービスが示す標準サポートと RDS 延長サポートの日付',
  'account.unlocks.maintenance': '保留中のメンテナンスと強制適用日',
  'account.unlocks.scalingGroups': 'Auto Scaling グループとヘルスチェック',
  'account.unlocks.machines': '各 EC2 インスタンスのイメージ（ユーザーデータは含まない）',
  'account.unlocks.images': 'イメージの Amazon Linux リリース',
  'account.unlocks.managedInstances': 'Systems Manager が報告するプラットフォーム、バージョン、エージェント',
  'account.unlocks.aggregator': 'AWS Config アグリゲーターによる組織全体（--aggregator）',
  'account.unlocks.clusterParameters': 'クラスターパラメータグループでユーザーが設定した値',
  'account.unlocks.parameters': 'インスタンスのパラメータグループでユーザーが設定した値',
  'account.unlocks.subscriptions': 'RDS イベントの通知先',
  'account.unlocks.recommendations': 'RDS 自身の推奨事項',
  'account.unlocks.databaseEvents': '直近 14 日の再起動とフェイルオーバー',
  'account.unlocks.proxies': 'RDS Proxy',
  'account.unlocks.proxyPools': 'プロキシが開ける接続数',
  'account.unlocks.proxyTargets': 'プロキシの接続先データベース',
  'account.unlocks.hooks': 'ライフサイクルフック',
  'account.unlocks.activities': '最近入れ替えられたインスタンスとその理由（ループの兆候）',
  'account.unlocks.notifications': '起動と終了の通知先',
  'account.unlocks.targetGroups': 'ターゲットグループのヘルスチェック',
  'account.unlocks.targetAttributes': 'フェイルオープンの条件と登録解除の遅延',
  'account.unlocks.targetHealth': '現在異常なターゲットとその理由',
  'account.unlocks.loadBalancers': 'ロードバランサー',
  'account.unlocks.balancerAttributes': 'アクセスログとヘルスチェックログ',
  'account.unlocks.alarms': 'アラーム、その監視対象と通知先',
  'account.unlocks.logGroups': 'ロググループと保持期間',
  'account.unlocks.rules': 'RDS と Auto Scaling のイベントの EventBridge ルール',
  'account.unlocks.topicSubscriptions': '通知先トピックのサブスクライバーの有無',
  'account.unlocks.topicAttributes': '通知先トピックに発行できるサービスと KMS キー',
  'account.unlocks.ruleTargets': 'そのルールが起動するもの',
  'account.unlocks.trails': 'CloudTrail の証跡',
  'account.unlocks.trailStatus': '証跡が記録しているか',
  'account.unlocks.trailEvents': '証跡が記録するイベント',
  'account.unlocks.launchTemplates':
    '起動テンプレートのイメージとログ転送。応答に含まれるユーザーデータには機密情報がある場合がある',
  'account.unlocks.launchConfigurations':
    '起動設定のイメージとログ転送。応答に含まれるユーザーデータには機密情報がある場合がある',

  'account.tier.versions': '何がどのバージョンで動いているか',
  'account.tier.checklist': 'チェックリストの確認に必要な情報と、障害の兆候',
  'account.tier.evidence': 'インスタンスが起動時に行うこと。ユーザーデータが見える場合がある',

  'account.notReadable': (a, say) =>
    `読み取れません: ${a.operation}（${a.reason}）${part(a.places, ` — ${say(a.places)}`)}`,
  'account.endless': (a, say) =>
    `最後まで読み取れません: ${a.operation}（ページトークンが終わりません。${a.pages} ページを使用）— ${say(a.places)}`,
  'account.foreign': (a, say) =>
    `読み取れません: ${a.operation} に応答したのは AWS ではありません（プロキシやログインのページの可能性があります）— ${say(a.places)}`,
  'account.oversized': (a, say) =>
    `読み取れません: ${a.operation} の応答が ${a.megabytes} MB を超えています — ${say(a.places)}`,
  'account.overBudget': (a, say) =>
    `最後まで読み取れません: ${a.operation} — ${say(a.places)}（このリージョンでのこのサービスの応答が合計 ${a.megabytes} MB または ${a.seconds} 秒を超えました。それまでに読み取った内容は使用しています）`,
  'account.regionOff': (a) => `${a.region} はアカウント ${a.account} で有効ではないため、スキップします。`,
  'account.noSuchRegion': (a) =>
    `アカウント ${a.account} にリージョン ${a.region} はないため、スキップします。`,
  'account.otherPartition': (a) =>
    `${a.region} はアカウント ${a.account} とは別のパーティションにあるため、スキップします。`,
  'account.regionsUnknown': (a) =>
    `アカウント ${a.account} のリージョンが分かりません（ec2:DescribeRegions に応答なし）。${a.region} だけを読み取ります。`,
  'account.noRegion': (a) =>
    `プロファイル ${a.profile} にリージョンがありません。--region で指定するか、プロファイルに書いてください。`,
  'account.unknownProfile': (a, say) => `プロファイル ${a.profile} はありません。あるもの: ${say(a.known)}。`,
  'account.unknownProfile.none': (a) =>
    `プロファイル ${a.profile} はありません。共有 AWS 設定ファイルにプロファイルがありません。`,
  'account.renew': (a, say) =>
    `${say(a.profiles)} の SSO セッションの期限が切れています。次のコマンドで更新してください: ${a.command}`,
  'account.noCredentials': (a) =>
    `${a.profile} の認証情報を読み込めません。詳しくは「aws sts get-caller-identity --profile ${a.profile}」を実行してください。`,
  'account.mfaNeeded': (a) =>
    `プロファイル ${a.profile} には MFA コードが必要です。入力できる端末で実行してください。`,
  'account.mfaRefused': (a) =>
    `プロファイル ${a.profile} の MFA コードが受け付けられなかったか、入力されませんでした。もう一度スキャンしてください。`,
  'account.refused': (a, say) => `${say(a.profiles)} の認証情報は拒否されました（${a.reason}）。`,
  'account.expired': (a, say) =>
    `${say(a.profiles)} の認証情報の期限が切れています（${a.reason}）。更新してからもう一度スキャンしてください。`,
  'account.credentialsExpired': (a, say) =>
    `スキャン中に認証情報の期限が切れました（${a.reason}）。失敗した操作は ${a.operations} 件です（${say(a.places)}）。更新してからもう一度スキャンしてください。`,
  'account.callsFailed': (a, say) =>
    `${a.operations} 件の操作が失敗しました（${a.reason}）: ${say(a.places)}。`,
  'account.timedOut': (a) => `${a.profile} の認証情報の読み込みがタイムアウトしました。`,
  'account.sameAccount': (a) =>
    `プロファイル ${a.profile} のアカウント ${a.account} は ${a.first} でも読み取ります。同じリージョンは二度読み取りません。`,
  'account.cancelled': '何も読み取らないうちに中止したため、結果はありません。',
  'account.stopped': (a) => `途中で中止したため、${a.count} 個のリージョンは読み取っていません。`,
  'account.unread': (a, say) => `中止したため読み取っていません: ${say(a.places)}`,
  'account.allRefused': (a, say) => `何も読み取れませんでした。${say(a.reasons, '')}`,
  'account.identity': (a) => `${a.profile}: アカウント ${a.account}、${a.arn}`,
  'account.progress': (a) => `${a.total} リージョン中 ${a.done} を読み取りました（${a.account} ${a.region}）`,
  'account.calls': (a) =>
    `API 呼び出し ${a.calls} 回、データベース ${a.databases} 個（1 個あたり ${a.each} 回）。`,
  'account.mfaPrompt': (a) => `${a.device} の MFA コード: `,
  'account.imageUnknown': (a) => `イメージ ${a.name} からは Amazon Linux のリリースが分かりません。`,
  'account.imageGone': (a) =>
    `イメージ ${a.id} は読み取れません（登録解除されたか、このアカウントに共有されていません）。`,
  'account.generation': (a) => `${a.name}: Amazon Linux の世代だけが判明しています。`,
  'account.noVersion': 'サービスがエンジンバージョンを示していません。',

  'join.row': (a, say) =>
    `${say(a.declared)}。${say(a.running)}${part(a.pending, `。保留中: ${say(a.pending)}`)}`,
  'join.declared': (a) => `宣言は ${a.version}`,
  'join.undeclared': '宣言にバージョンなし',
  'join.same': (a, say) => `${a.count} ${say(a.unit)}がそのまま実行中`,
  'join.noneRead': '実行中のものは読み取れません',
  'join.runs': (a) => `${a.count} 個は ${a.version} を実行中`,
  'join.drift': (a, say) => `${a.name}: ${say(a.row)}。`,
  'join.runsHere': (a, say) =>
    `${a.name} は ${say(a.version)} を実行中${part(a.pending, (pending) => `（${pending} が保留中）`)}`,
  'join.runsHere.unknown': (a) =>
    `${a.name} は 不明なバージョン を実行中${part(a.pending, (pending) => `（${pending} が保留中）`)}`,
  'join.declaredHere': (a) => `${a.name} の宣言${part(a.version, (version) => `（${version}）`)}`,
  'join.declaredHere.unversioned': (a) => `${a.name} の宣言${part(a.version, (version) => `（${version}）`)}`,
  'join.ambiguous': (a, say) => `どの宣言のものかは決められません。候補: ${say(a.names)}`,

  'account.aggregator.rows': (a) => `アグリゲーターの応答のうち ${a.count} 行を理解できませんでした。`,
  'account.noDatabase': (a) =>
    `読み取ったアカウントとリージョンに、${a.name} という名前のクラスターも単独の DB インスタンスもありません。`,
  'account.aggregator.parameters':
    'AWS Config はパラメータの値を記録しません。プロファイルが届かないアカウントでは不明です。',
};
