import type { os as english } from '../en/os.ts';
import type { Severity, OsFloating } from '../../model/index.ts';
import { named, type Say, type Translated } from '../say.ts';
import { refresh } from './catalogue.ts';

export const os: Translated<typeof english> = {
  'os.page.noRelease': 'タイトルにリリースの記載がありません。このページの内容はカタログに含まれません。',
  'os.page.cvesWithoutPackage': (a, say) =>
    `${say(a.cves)} に対応するパッケージが見つかりません。カタログには含まれません。`,
  'os.page.namelessPackages': (a, say) =>
    `${say(a.names)} のパッケージ名がページに記載されていません。カタログには含まれません。`,
  'os.page.empty': 'パッケージもお知らせも見つかりません。ページの形式が変わった可能性があります。',
  'os.index.empty': (a) =>
    `${a.product} のリリースページの一覧が見つかりません。目次の形式が変わった可能性があります。`,
  'os.feed.unread': (a, say) =>
    `${say(a.cause)}${a.name} の既知のアドバイザリはそのまま残します。ほかのアドバイザリがないため、CVE の大半が欠けています。`,
  'os.advisories.unread': (a, say) =>
    `${say(a.cause)}既知のアドバイザリはそのまま残します。ほかのアドバイザリがないため、CVE の大半が欠けています。`,
  'os.advisories.notEmbedded': (a, say) => `${say(a.names)} のアドバイザリは同梱していません。`,
  'os.advisories.notKnown': (a, say) => `${say(a.names)} のアドバイザリはカタログにありません。`,
  'os.advisories.firstRefresh': (a, say) =>
    `${say(a.missing)}最初の更新（errata-lens catalogue update）で、深刻度・CVE・修正済みのリリースを取得します。`,
  'os.advisories.nextRefresh': (a, say) =>
    `${say(a.missing)}次回の更新（errata-lens catalogue update）で、深刻度・CVE・修正済みのリリースを取得します。`,
  'os.feed.empty': 'アドバイザリが見つかりません。フィードの形式が変わった可能性があります。',
  'os.feed.oddEntries': (a) =>
    `アドバイザリ ${a.count} 件を解釈できませんでした。${a.example === null ? '' : `例:「${a.example}」。`}`,
  'os.feed.foreignLinks': (a) =>
    `アドバイザリ ${a.count} 件（例: ${a.example}）のリンク先が Security Center のページではありません。リンクはたどりません。`,
  'os.feed.brokenOff':
    'フィードが途中で切れています。読めた部分を使い、既知のアドバイザリはそのまま残しました。',
  'os.updateinfo.unread': (a, say) =>
    `${a.name} のパッケージリポジトリからアドバイザリを取得できません${a.count > 1 ? `（${a.count} 回試行）` : ''}。${say(a.cause)}代わりに Security Center のフィードを読み込みます。フィードには修正バージョンの記載がありません。既知のアドバイザリはそのまま残します。`,
  'os.updateinfo.otherUnread': (a, say) =>
    `${a.name} のリポジトリ ${say(a.channels)} からアドバイザリを取得できません。${say(a.cause)}既知のアドバイザリはそのまま残します。コアリポジトリに影響はありません。`,
  'os.updateinfo.noMirror': 'ミラー一覧にリポジトリのアドレスがありません。',
  'os.updateinfo.noEntry': 'リポジトリの索引にアドバイザリの記載がありません。',
  'os.updateinfo.otherDigest': 'ファイルがリポジトリの索引の記載と一致しません。',
  'os.updateinfo.elsewhere': (a) => `リポジトリの索引が対象外のファイルを示しています: ${a.href}。`,
  'os.bulletin.noPackages': (a) =>
    `アドバイザリのページ ${a.count} 件（このページなど）に修正済みパッケージの記載がないため、ページを使わずにリリースを判断しました。`,
  'os.bulletin.unread': (a, say) =>
    `アドバイザリのページ ${a.count} 件を読み込めません。${say(a.cause)}日付から判断しました。`,
  'os.changelog.empty': '変更履歴にリリースが見つかりません。形式が変わった可能性があります。',
  'os.imageBases.unread': (a, say) =>
    `${a.publisher} 最適化イメージの Amazon Linux リリースを記載した変更履歴です。${say(a.cause)}既知のものはそのまま残し、ほかは日付から判断します。`,
  'os.reason.byNotes': (a) => `${a.version} で修正（リリースノートの記載による）`,
  'os.reason.unrated': (a) => `${a.version} で修正（リリースノートの記載による。深刻度の記載なし）`,
  'os.reason.byVersion': (a) => `バージョンから判断: 修正を含む最初の既知のリリースは ${a.version}`,
  'os.reason.byDate': (a) =>
    `日付から判断: ${a.date} のアドバイザリ以降で最初の既知のリリースは ${a.version}`,
  'os.severityCount': (a) => `${SEVERITY[a.severity]} ${a.count} 件`,
  'os.packageCves': (a) => `${a.name} ${a.cves} 件`,
  'os.otherPackages': (a) => `ほか ${a.count} パッケージ`,
  'os.behind': (a, say) => {
    const images = a.images > 1 ? `（${a.images} イメージ）` : '';
    const parts = a.parts.length > 0 ? `、${say(a.parts)}` : '';
    const base = a.base === null ? '' : `、ベースは ${a.base}${parts}`;
    const image =
      a.name === null ? `${a.imageDay} のイメージ${base}` : `${a.name}（${a.imageDay} のイメージ${base}）`;
    const what = a.imageDay === null ? `${a.name ?? 'リリース'} ${a.version}` : image;
    const warnings = a.warnings.map((warning) => say(warning)).join('');
    const own =
      a.ownIssues.length === 0 ? '' : `チームが記録した問題 ${a.ownIssues.length} 件: ${say(a.ownIssues)}。`;
    return `${what}${images}: ${warnings}${distance(a)}。${own}${fixes(a, say)}リリースノート ${a.asOf} 時点。`;
  },
  'os.line': (a, say) => {
    const parts = a.parts.length > 0 ? `、${say(a.parts)}` : '';
    const base = a.base === null ? '' : `、ベースは ${a.base}${parts}`;
    const image =
      a.name === null ? `${a.imageDay} のイメージ${base}` : `${a.name}（${a.imageDay} のイメージ${base}）`;
    const what = a.imageDay === null ? `${a.name ?? 'リリース'} ${a.version}` : image;
    const images = a.images > 1 ? `（${a.images} イメージ）` : '';
    const warnings = a.warnings.map((warning) => say(warning)).join('');
    const own =
      a.ownIssues.length === 0 ? '' : `チームが記録した問題 ${a.ownIssues.length} 件: ${say(a.ownIssues)}。`;
    return `${what}${images}: ${warnings}${distance(a)}。${own}${urgentSince(a, say)}${leftOut(a)}${next(a, say)}`;
  },
  'os.next.release': (a) => `次の一手: ${a.version}。`,
  'os.next.image': (a, say) =>
    `次の一手: ${a.day} のイメージ。${a.cautions.length === 0 ? '' : `変更点: ${say(a.cautions)}。先に変更履歴を確認してください。`}`,
  'os.next.dated': (a) => `次の一手: ${a.date} 以降のイメージ。`,
  'os.recalled': (a) => `ベンダーが取り下げたリリースです。使用しないでください（${a.url}）。`,
  'os.knownIssue': (a) =>
    a.title === null
      ? `リリースノートに既知の問題の記載があります（${a.url}）。`
      : `このリリースの既知の問題: ${a.title}（${a.url}）。`,
  'os.joined': (a, say) => `${say(a.first)}${say(a.then)}`,
  'os.newer': (a) =>
    `${a.name ?? 'リリース'} ${a.version} はカタログより新しいリリースです（カタログの最新: ${a.newest}、リリースノート ${a.asOf} 時点）。${refresh(a)}`,
  'os.notInCatalogue': (a) => `カタログに ${a.product} のリリースがありません。カタログを更新してください。`,
  'os.notCovered': (a) => {
    const next = a.next === null ? '' : `${a.next} への移行を検討してください。`;
    return `${a.name === null ? '' : `${a.name} の`}不具合はカタログにないため、不足している修正は不明です。${next}`;
  },
  'os.generation': (a) =>
    `${a.name === null ? '' : `${a.name} ですが、`}どのリリースかはコードから判断できません。アカウントをスキャンするか /etc/os-release を確認してください。${becoming(a)}`,
  'os.floating': (a, say) => {
    const kernel =
      a.kernelNotice === null
        ? ''
        : `既定のカーネルも変わります（${a.kernelNotice} のリリースノートを参照）。`;
    const open =
      a.how === 'managed'
        ? ''
        : `固定されていないため、デプロイごとにイメージが変わる可能性があります。現在の稼働バージョンは不明です。${say(a.next)}`;
    return `${named(a.name, FLOATING[a.how])}${open}${kernel}${becoming(a)}`;
  },
  'os.support.ended': (a, say) =>
    `${a.name === null ? '' : `${a.name} の`}サポートは ${a.date} に終了しました（${a.days} 日前）。${say(a.source)}`,
  'os.support.maintenance': (a, say) =>
    `${named(a.name, '標準サポート')}は ${a.date} に終了。セキュリティ修正を含むメンテナンスは ${a.ends} まで（あと ${a.days} 日）。${say(a.source)}`,
  'os.support.standard': (a, say) => {
    const maintenance = a.maintenance === null ? '' : `、メンテナンスは ${a.maintenance} まで`;
    return `${named(a.name, '標準サポート')}は ${a.date} まで（あと ${a.days} 日）${maintenance}。${say(a.source)}`;
  },
  'os.support.source': (a, say) => `出典: ${a.url}${a.others.length > 0 ? `、${say(a.others)}` : ''}。`,
  'os.support.shorter': (a) =>
    a.dates.length === 0 ? '' : `EKS 最適化 AMI のサポートは ${a.dates[0] ?? ''} までです。`,
  'os.support.other': (a) => `別のページでは ${a.date}（${a.url}）`,
  'os.support.eks': (a) => `EKS 最適化 AMI のサポートは ${a.date} まで（${a.url}）`,
  'os.upgrade.clears': (a, say) =>
    `${a.pinned} に欠けている重大な修正（致命的・高）をすべて含む、最も近い既知のリリース: ${gains(a, say)}。${a.hasGaps ? 'カタログにない途中のリリースでも足りる可能性があります。' : ''}`,
  'os.upgrade.newest': (a, say) =>
    `カタログ内で最新のリリース（${a.date}）。以前のリリースの修正をすべて含みます: ${gains(a, say)}。`,
  'os.upgrade.newestImage': (a, say) =>
    `カタログ内で最新の ${a.publisher} 最適化イメージ（${a.day}）のベース。以前のリリースの修正をすべて含みます: ${gains(a, say)}。`,
  'os.upgrade.certainty': (a) => {
    if (a.byDate === 0) return 'すべて、記載された修正バージョンから判断';
    return a.byVersion === 0
      ? 'すべて、バージョンではなくアドバイザリの日付から判断'
      : `修正バージョンから判断 ${a.byVersion} 件、アドバイザリの日付から判断 ${a.byDate} 件`;
  },
  'os.upgrade.generation': (a) =>
    `${a.from} より新しい世代である ${a.name} の${a.publisher === null ? '最新リリース' : `最新の ${a.publisher} 最適化イメージ`}（${a.date}）。アドバイザリは世代ごとに別のため、現在の修正のうちどれを含むかは判断できません。`,
  'os.upgrade.way.dnf': (a) =>
    `インプレースで移行可能: ${a.version} のイメージまたはタグを使うか、ホストで dnf upgrade --releasever=${a.version} を実行します。`,
  'os.upgrade.way.yum': (a) =>
    `インプレースで移行可能: ${a.version} のイメージまたはタグを使います。ホストでの yum update は特定のリリースではなく最新のパッケージになります。`,
  'os.upgrade.way.byDate': (a) =>
    `${a.version} またはそれより新しいリリースをベースとする同じ種類のイメージを使います（${a.date} 以降に公開。ベースは公開元のリリースノートに記載）。`,
  'os.upgrade.way.image': (a) =>
    `${a.publisher} 最適化イメージの ${a.day} 版、またはそれ以降のものを使います（ベースは ${a.base}）。`,
  'os.upgrade.way.wholeImage': (a) =>
    `同じバリアントの ${a.version} のイメージを使います。ホストは更新オペレーターなどにより全体が更新されます。`,
  'os.upgrade.way.replace': (a) =>
    `インプレースでは移行できません。${a.name} のイメージから新しいインスタンスまたはコンテナを作成します。`,
  'os.upgrade.effect':
    'カーネル、glibc、openssl の更新は再起動後に有効になります。イメージの場合はインスタンスまたはコンテナの入れ替え時に有効になります。',
  'os.upgrade.effect.generation':
    'パッケージ、Python、cron、extras は世代間で異なります。入れ替える前に検証してください。',
  'os.upgrade.notice.default-kernel': (a) =>
    `途中で既定のカーネルが変わります: ${a.version} のリリースノート（${a.url}）を参照。`,
  'os.upgrade.notice.python': (a) =>
    `途中で Python またはそのリンクが変わります: ${a.version} のリリースノート（${a.url}）を参照。`,
  'os.upgrade.notice.end-of-support': (a) =>
    `途中でサポートが終了するものがあります: ${a.version} のリリースノート（${a.url}）を参照。`,
  'os.upgrade.from': (a, say) =>
    `${say(a.version)}: ${a.warnings.map((warning) => say(warning)).join('')}${say(a.reason)}`,
  'os.upgrade.target': (a, say) => `${a.version}: ${say(a.warning)}`,
};

type UpgradeArgs = Parameters<(typeof english)['os.upgrade.newest']>[0];

function gains(a: UpgradeArgs, say: Say): string {
  const updated = a.updated.length > 0 ? `（更新: ${say(a.updated)}）` : '';
  if (a.fixes === 0) {
    return a.isWithoutAdvisories
      ? `どの修正が含まれるかは不明です${updated}`
      : `以降の修正の記載はありません${updated}`;
  }
  const serious = a.serious > 0 ? `（うち重大 ${a.serious} 件）` : '';
  return `既知の修正 ${a.fixes} 件${serious}、CVE ${a.cves} 件。${say(a.certainty)}`;
}

const SEVERITY: Record<Severity, string> = {
  critical: '致命的',
  high: '高',
  medium: '中',
  unrated: '未評価',
  low: '低',
};

const FLOATING: Record<OsFloating, string> = {
  'latest-parameter': 'このパラメータはデプロイのたびに最新のイメージを返します。',
  managed: 'このイメージは CodeBuild が管理・更新します。大きい番号ほど新しいシステムです。',
  'moving-tag': 'このタグは新しいイメージのたびに付け替えられます。',
  'newest-alias': 'このエイリアスではノードが作られるたびに最新のイメージが使われます。',
  'newest-match': 'このフィルタは一致する最新のイメージを選びます。',
  'latest-at-deployment': 'デプロイのたびに最新のイメージが使われます。',
  'latest-releasever': 'コマンドの実行時点で最新のリリースになります。',
};

type BehindArgs = Parameters<(typeof english)['os.behind']>[0];

function distance(a: Pick<BehindArgs, 'releases' | 'isAtLeast' | 'days' | 'newest' | 'newestDate'>): string {
  if (a.releases === 0) return 'カタログ内で最新';
  const count = `${a.releases} リリース${a.isAtLeast ? '以上' : ''}`;
  return `${a.newest}（${a.newestDate}）より ${a.days} 日、${count}遅れています`;
}

type LineArgs = Parameters<(typeof english)['os.line']>[0];

function becoming({ becomes }: { becomes: string | null }): string {
  return becomes === null ? '' : `次の一手: ${becomes}。`;
}

function urgentSince(a: LineArgs, say: Say): string {
  if (a.releases === 0) return '';
  if (a.urgent.length > 0) return `以降の緊急アドバイザリ: ${say(a.urgent)}。`;
  if (a.advisoryCount > 0)
    return `以降のアドバイザリ ${a.advisoryCount} 件に、既定のパッケージで緊急と評価されたものはありません。`;
  if (a.cves > 0)
    return `後続リリースで少なくとも CVE ${a.cves} 件を修正（深刻度はリリースノートに記載なし）: ${say(a.packages)}。`;
  if (a.ofHost > 0) return '';
  if (!a.hasAdvisorySource)
    return '以降に修正された CVE はリリースノートに記載がありません。記載のない修正が存在する可能性はあります。';
  if (!a.isWithoutAdvisories) return '以降のアドバイザリの記載はありません。';
  return `${a.isEmbedded ? '同梱のカタログ' : 'カタログ'}にアドバイザリがないため、不足している修正は不明です。`;
}

function leftOut({ ofHost }: LineArgs): string {
  return ofHost === 0
    ? ''
    : `ホスト側のカーネル・ブートローダー・ファームウェアの修正 ${ofHost} 件は数えていません。`;
}

function next(a: LineArgs, say: Say): string {
  return a.next.map((part) => say(part)).join('');
}

function fixes(a: BehindArgs, say: Say): string {
  if (a.releases === 0) return '';
  const packages = a.packages.length > 0 ? `: ${say(a.packages)}` : '';
  if (a.advisoryCount > 0) {
    const unrated =
      a.unratedCves > 0 ? `、ほかにリリースノートのみに記載（深刻度なし）の CVE ${a.unratedCves} 件` : '';
    return `後続リリースでアドバイザリ ${a.advisoryCount} 件（${say(a.advisories)}）、CVE ${a.cves - a.unratedCves} 件${unrated}を修正${packages}。`;
  }
  const updated = a.updated.length > 0 ? `以降の更新: ${say(a.updated)}。` : '';
  if (a.cves > 0) {
    return `後続リリースで少なくとも CVE ${a.cves} 件を修正（深刻度はリリースノートに記載なし）${packages}。`;
  }
  if (!a.hasAdvisorySource)
    return `${updated}以降に修正された CVE はリリースノートに記載がありません。記載のない修正が存在する可能性はあります。`;
  if (!a.isWithoutAdvisories) return `${updated}以降のアドバイザリの記載はありません。`;
  return `${updated}不足している修正は不明です。`;
}
