import type { os as english } from '../../en/systems/os.ts';
import type { ArgsOf } from '../../say.ts';
import { named, part, type Say, type Translated, withName } from '../../say.ts';

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
    `${say(a.missing)}最初の更新（errata-lens catalogue update）で取得します。`,
  'os.advisories.nextRefresh': (a, say) =>
    `${say(a.missing)}次回の更新（errata-lens catalogue update）で取得します。`,
  'os.advisories.later': (a) =>
    `既知の最新リリース ${a.name} ${a.version} より新しいキットのアドバイザリ ${a.count} 件は、修正を含むリリースが不明なため数えていません。`,
  'os.feed.empty': 'アドバイザリが見つかりません。フィードの形式が変わった可能性があります。',
  'os.feed.oddEntries': (a) =>
    `アドバイザリ ${a.count} 件を解釈できませんでした。${part(a.example, (example) => `例:「${example}」。`)}`,
  'os.feed.foreignLinks': (a) =>
    `アドバイザリ ${a.count} 件（例: ${a.example}）のリンク先が Security Center のページではありません。リンクはたどりません。`,
  'os.feed.brokenOff':
    'フィードが途中で切れています。読めた部分を使い、既知のアドバイザリはそのまま残しました。',
  'os.updateinfo.unread': (a, say) =>
    `${a.name} のパッケージリポジトリからアドバイザリを取得できません${part(a.attempts, (attempts) => `（${attempts} 回試行）`)}。${say(a.cause)}代わりに Security Center のフィードを読み込みます。フィードには修正バージョンの記載がありません。既知のアドバイザリはそのまま残します。`,
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
  'os.severity.critical': (a) => `致命的 ${a.count} 件`,
  'os.severity.high': (a) => `高 ${a.count} 件`,
  'os.severity.medium': (a) => `中 ${a.count} 件`,
  'os.severity.low': (a) => `低 ${a.count} 件`,
  'os.severity.unrated': (a) => `未評価 ${a.count} 件`,
  'os.packageCves': (a) => `${a.name} ${a.cves} 件`,
  'os.otherPackages': (a) => `ほか ${a.count} パッケージ`,
  'os.behind': (a, say) =>
    `${withName(a.name, 'リリース')} ${a.version}${behind(a, say)}${say(a.fixes, '')}リリースノート ${a.asOf} 時点。`,
  'os.behind.image': (a, say) =>
    `${imageOf(a, say)}${behind(a, say)}${say(a.fixes, '')}リリースノート ${a.asOf} 時点。`,
  'os.line': (a, say) => `${withName(a.name, 'リリース')} ${a.version}${behind(a, say)}${say(a.next, '')}`,
  'os.line.image': (a, say) => `${imageOf(a, say)}${behind(a, say)}${say(a.next, '')}`,
  'os.line.unrated': (a) => `既知の不具合 ${a.all} 件（リリースノートに深刻度の記載なし）`,
  'os.line.onlyOfHost': 'ホスト側のパッケージ以外に既知の不具合はありません',
  'os.line.behind': (a) => `${a.newest} より古いリリースです`,
  'os.capitalised': (a, say) => say(a.words),
  'os.distance.newest': 'カタログ内で最新',
  'os.distance': (a) => `${a.newest}（${a.newestDate}）より ${a.days} 日、${a.releases} リリース遅れています`,
  'os.distance.atLeast': (a) =>
    `${a.newest}（${a.newestDate}）より ${a.days} 日、${a.releases} リリース以上遅れています`,
  'os.fixes.advisories': (a, say) =>
    `後続リリースでアドバイザリ ${a.advisories} 件（${say(a.rated)}）、CVE ${a.cves} 件${part(a.unrated, `、ほかにリリースノートのみに記載（深刻度なし）の CVE ${a.unrated} 件`)}を修正${part(a.packages, (packages) => `: ${say(packages)}`)}。`,
  'os.fixes.cves': (a, say) =>
    `後続リリースで少なくとも CVE ${a.cves} 件を修正（深刻度はリリースノートに記載なし）${part(a.packages, (packages) => `: ${say(packages)}`)}。`,
  'os.fixes.ofHost': (a) =>
    `ホスト側のカーネル・ブートローダー・ファームウェアの修正 ${a.ofHost} 件は数えていません。`,
  'os.fixes.updated': (a, say) => `以降の更新: ${say(a.updated)}。`,
  'os.fixes.noneNamed':
    '以降に修正された CVE はリリースノートに記載がありません。記載のない修正が存在する可能性はあります。',
  'os.fixes.noneListed': '以降のアドバイザリの記載はありません。',
  'os.fixes.unknown': '不足している修正は不明です。',
  'os.fixes.notEmbedded': '同梱のカタログにアドバイザリがないため、不足している修正は不明です。',
  'os.fixes.notKnown': 'カタログにアドバイザリがないため、不足している修正は不明です。',
  'os.next.release': (a) => `次の一手: ${a.version}。`,
  'os.next.image': (a, say) =>
    `次の一手: ${a.day} のイメージ。${part(a.cautions, (cautions) => `変更点: ${say(cautions)}。先に変更履歴を確認してください。`)}`,
  'os.next.dated': (a) => `次の一手: ${a.date} 以降のイメージ。`,
  'os.recalled': (a) => `ベンダーが取り下げたリリースです。使用しないでください（${a.url}）。`,
  'os.knownIssues': (a) => `リリースノートに既知の問題の記載があります（${a.url}）。`,
  'os.knownIssue': (a) => `このリリースの既知の問題: ${a.title}（${a.url}）。`,
  'os.joined': (a, say) => `${say(a.first)}${say(a.then)}`,
  'os.newer': (a, say) =>
    `${withName(a.name, 'リリース')} ${a.version} はカタログより新しいリリースです（カタログの最新: ${a.newest}、リリースノート ${a.asOf} 時点）。${say(a.refresh)}`,
  'os.notInCatalogue': (a) => `カタログに ${a.product} のリリースがありません。カタログを更新してください。`,
  'os.notCovered': (a) =>
    `${withName(a.name, '', (name) => `${name} の`)}不具合はカタログにないため、不足している修正は不明です。${part(a.next, (next) => `${next} への移行を検討してください。`)}`,
  'os.generation': (a) =>
    `${withName(a.name, '', (name) => `${name} ですが、`)}どのリリースかはコードから判断できません。アカウントをスキャンするか /etc/os-release を確認してください。${becoming(a)}`,
  'os.floating': (a, say) => `${named(a.name, say(a.how))}${kernelOf(a)}${becoming(a)}`,
  'os.floating.open': (a, say) =>
    `${named(a.name, say(a.how))}固定されていないため、デプロイごとにイメージが変わる可能性があります。現在の稼働バージョンは不明です。${say(a.next)}${kernelOf(a)}${becoming(a)}`,
  'os.taken.latest-parameter': 'このパラメータはデプロイのたびに最新のイメージを返します。',
  'os.taken.managed': 'このイメージは CodeBuild が管理・更新します。大きい番号ほど新しいシステムです。',
  'os.taken.moving-tag': 'このタグは新しいイメージのたびに付け替えられます。',
  'os.taken.newest-alias': 'このエイリアスではノードが作られるたびに最新のイメージが使われます。',
  'os.taken.newest-match': 'このフィルタは一致する最新のイメージを選びます。',
  'os.taken.latest-at-deployment': 'デプロイのたびに最新のイメージが使われます。',
  'os.taken.latest-releasever': 'コマンドの実行時点で最新のリリースになります。',
  'os.support.ended': (a, say) =>
    `${withName(a.name, '', (name) => `${name} の`)}サポートは ${a.date} に終了しました（${a.days} 日前）。${say(a.source)}`,
  'os.support.maintenance': (a, say) =>
    `${named(a.name, '標準サポート')}は ${a.date} に終了。セキュリティ修正を含むメンテナンスは ${a.ends} まで（あと ${a.days} 日）。${say(a.source)}`,
  'os.support.standard': (a, say) =>
    `${named(a.name, '標準サポート')}は ${a.date} まで（あと ${a.days} 日）${part(a.maintenance, (until) => `、メンテナンスは ${until} まで`)}。${say(a.source)}`,
  'os.support.source': (a, say) => `出典: ${a.url}${part(a.others, (others) => `、${say(others)}`)}。`,
  'os.support.shorter': (a) => `EKS 最適化 AMI のサポートは ${a.date} までです。`,
  'os.support.other': (a) => `別のページでは ${a.date}（${a.url}）`,
  'os.support.eks': (a) => `EKS 最適化 AMI のサポートは ${a.date} まで（${a.url}）`,
  'os.upgrade.clears': (a, say) =>
    `${a.pinned} に欠けている重大な修正（致命的・高）をすべて含む、最も近い既知のリリース: ${say(a.gains)}。${part(a.hasGaps, 'カタログにない途中のリリースでも足りる可能性があります。')}`,
  'os.upgrade.newest': (a, say) => `カタログ内で最新のリリース（${a.date}）。${say(a.gains)}。`,
  'os.upgrade.newestImage': (a, say) =>
    `カタログ内で最新の ${a.publisher} 最適化イメージ（${a.day}）のベース。${say(a.gains)}。`,
  'os.upgrade.gains': (a, say) =>
    `既知の修正 ${a.fixes} 件${part(a.serious, `（うち重大 ${a.serious} 件）`)}、CVE ${a.cves} 件。${say(a.certainty)}`,
  'os.upgrade.gains.included': (a, say) => `以前のリリースの修正をすべて含みます: ${say(a.gains)}`,
  'os.upgrade.gains.unknown': (a, say) => `修正の一覧はカタログにありません${updatedIn(a, say)}`,
  'os.upgrade.gains.none': (a, say) => `以降の修正の記載はありません${updatedIn(a, say)}`,
  'os.upgrade.certainty.byVersion': 'すべて、記載された修正バージョンから判断',
  'os.upgrade.certainty.byDate': 'すべて、バージョンではなくアドバイザリの日付から判断',
  'os.upgrade.certainty': (a) =>
    `修正バージョンから判断 ${a.byVersion} 件、アドバイザリの日付から判断 ${a.byDate} 件`,
  'os.upgrade.generation': (a) =>
    `${a.from} より新しい世代である ${a.name} の最新リリース（${a.date}）。アドバイザリは世代ごとに別のため、現在の修正のうちどれを含むかは判断できません。`,
  'os.upgrade.generation.image': (a) =>
    `${a.from} より新しい世代である ${a.name} の最新の ${a.publisher} 最適化イメージ（${a.date}）。アドバイザリは世代ごとに別のため、現在の修正のうちどれを含むかは判断できません。`,
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
  'os.upgrade.from': (a, say) => `${say(a.version)}: ${say(a.warnings, '')}${say(a.reason)}`,
  'os.upgrade.target': (a, say) => `${a.version}: ${say(a.warning)}`,
};

type Args<K extends keyof typeof english> = ArgsOf<(typeof english)[K]>;

function behind({ images, standing, ownIssues }: Args<'os.behind'> | Args<'os.line'>, say: Say): string {
  const own = part(ownIssues, (titles) => `チームが記録した問題 ${titles.length} 件: ${say(titles)}。`);
  return `${part(images, (count) => `（${count} イメージ）`)}: ${say(standing, '')}。${own}`;
}

function updatedIn({ updated }: Args<'os.upgrade.gains.none'>, say: Say): string {
  return part(updated, (names) => `（更新: ${say(names)}）`);
}

function becoming({ becomes }: Pick<Args<'os.floating'>, 'becomes'>): string {
  return part(becomes, (next) => `次の一手: ${next}。`);
}

function kernelOf({ kernelNotice }: Pick<Args<'os.floating'>, 'kernelNotice'>): string {
  return part(kernelNotice, (version) => `既定のカーネルも変わります（${version} のリリースノートを参照）。`);
}

/** `Amazon Linux 2023（2026-07-14 のイメージ、ベースは 2023.12.20260710、…）` */
function imageOf(
  { name, imageDay, base, parts }: Args<'os.line.image'> | Args<'os.behind.image'>,
  say: Say,
): string {
  const built = part(base, (release) => `、ベースは ${release}${part(parts, (has) => `、${say(has)}`)}`);
  const image = `${imageDay} のイメージ${built}`;
  return withName(name, image, (system) => `${system}（${image}）`);
}
