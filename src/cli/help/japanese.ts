/** Japanese texts of the help, by their English originals. */
export const HELP_IN_JAPANESE: Readonly<Record<string, string>> = {
  'Known bugs of the database and operating system versions that you run.':
    '使用中のデータベースと OS のバージョンの既知の不具合',
  'output the version number': 'バージョンを表示',
  'display help for command': 'コマンドのヘルプを表示',
  'assets and findings of one or more folders or files': 'フォルダーやファイルのリソースと指摘',
  'output format': '出力形式',
  language: '言語',
  'all details of each finding, bug or check': '指摘・不具合・チェックの詳細をすべて表示',
  'most rows of a list to show; the rest is counted': '一覧に表示する行数の上限（残りは件数のみ）',
  'how the text is grouped': 'テキストのまとめ方',
  'exit 2 when no file declares anything that is looked for': '対象の宣言が 1 つもなければ終了コード 2',
  'only this severity and worse': 'この深刻度以上のみ',
  'exit 1 on findings this bad or worse, or on urgent bugs':
    'この深刻度以上の指摘、または緊急の不具合があれば終了コード 1',
  'count findings in folders of examples and tests, too': '例やテストのフォルダーの指摘も数える',
  'what the notes said on that day (YYYY-MM-DD)': 'その日のリリースノートの内容で判定（YYYY-MM-DD）',
  'where the refreshed catalogue is kept, and what scans read':
    '更新したカタログとスキャンの読み取り結果の保存先',
  'JSON of an earlier scan: only what is worse than there counts for --fail-on':
    '以前のスキャンの JSON（悪化したものだけを --fail-on の対象にする）',
  'JSON of an earlier scan whose findings do not count': '以前のスキャンの JSON（その指摘は対象外）',
  'configuration file (default: the nearest .errata-lens.yaml upwards)':
    '設定ファイル（既定: 上位で最も近い .errata-lens.yaml）',
  'also read files that ignore files exclude': '除外設定のファイルも読み取る',
  'read every file again, also those that an earlier scan has read':
    '以前のスキャンで読み取ったファイルも再度読み取る',
  'CPU time for one file before it is left out (default: 2)':
    '1 ファイルに使う CPU 時間（秒）の上限。超えたファイルは除外（既定: 2）',
  'folders or files': 'フォルダーまたはファイル',
  'the observability and resilience checklist, of code, of accounts, or of both':
    'コード、アカウント、またはその両方の可観測性・回復性チェックリスト',
  'a profile of the AWS configuration files; may be repeated': 'AWS 設定ファイルのプロファイル（複数指定可）',
  'a Region, or “all”; may be repeated (default: the profile’s)':
    'リージョンまたは all（複数指定可、既定: プロファイルの設定）',
  'only this cluster or standalone DB instance; may be repeated':
    'このクラスターまたは単独の DB インスタンスのみ（複数指定可）',
  'AWS Config aggregator, to read a whole organisation': '組織全体を読み取るための AWS Config アグリゲーター',
  'how much the scan may read': 'スキャンで読み取る範囲',
  'folders or files (default: this one, where no account is named)':
    'フォルダーまたはファイル（アカウントの指定がなければ既定は現在のフォルダー）',
  'assets and findings of AWS accounts': 'AWS アカウントのリソースと指摘',
  'the code that declares it': 'それを宣言するコード',
  'the read-only IAM policy of the account scan': 'アカウントのスキャンに使う読み取り専用の IAM ポリシー',
  'tier that the policy is for': 'ポリシーの対象範囲',
  'known bugs of one version, or the versions that a CVE touches':
    '1 つのバージョンの既知の不具合、または CVE の影響を受けるバージョン',
  'is this bug in that version, and by which fact? a CVE, or an id of a list':
    'その不具合がそのバージョンにあるかと、その根拠。CVE または一覧の ID',
  'which versions a CVE affects, and which fix it': 'CVE の影響を受けるバージョンと修正したバージョン',
  'only this impact': 'この影響のみ',
  'is it a listed bug? a log line, an error, a metric or a sentence':
    '既知の不具合かを調べる（ログの行、エラー、メトリクス、または文）',
  'every bug, low confidence included': '確度の低いものも含むすべての不具合',
  'whether to move from a version, where to, and why': 'バージョンを上げるべきか、どこへ、なぜ',
  'how long a release must have been out before it is recommended (default: 14)':
    '推奨するまでの公開後の日数（既定: 14）',
  'what to do in the night: stop the replacement, the bugs that match, the evidence and its expiry':
    '障害時の対応: 入れ替えの止め方、該当しうる不具合、調査用の証拠とその期限',
  'only bugs that may explain a described symptom or a log line': '症状やログの行を説明しうる不具合のみ',
  'of local times, for example Asia/Tokyo (default: this machine’s)':
    '現地時刻のタイムゾーン。例: Asia/Tokyo（既定: このマシンの設定）',
  'the name of a group or database (default: the only one), folders or files':
    'グループまたはデータベースの名前（既定: 1 つだけならそれ）、フォルダーまたはファイル',
  'the evidence for a support case about a database, as Markdown':
    'データベースのサポートケースに添える資料（Markdown）',
  'the name of a database, or of a group beside it': 'データベースの名前、または同じ構成のグループの名前',
  'the document for whoever approves an upgrade, as Markdown or one HTML file':
    'アップグレードの承認者向けの文書（Markdown または 1 つの HTML ファイル）',
  'the current version, with or without its product (default: the pinned one with the most urgent bugs)':
    '現在のバージョン。製品名を付けられます（既定: 固定されたもののうち緊急の不具合が最も多いもの）',
  'the target release (default: the recommended one)': '移行先のリリース（既定: 推奨のもの）',
  'what is known, and how old it is': '収録内容とその時点',
  'what is known and how old it is': '収録内容とその時点',
  'read the vendor’s release notes again': 'ベンダーのリリースノートを再度読み取る',
  'mirror to read instead of https://docs.aws.amazon.com': 'https://docs.aws.amazon.com の代わりに読むミラー',
  'print every item of every release': '全リリースの全項目を出力',
  'do not use the network': 'ネットワークを使わない',
  'write the catalogue as a static site: pages, feeds and data':
    'カタログを静的サイト（ページ、フィード、データ）として出力',
  'where it will stand, for feeds and data': '公開先のアドレス（フィードとデータに使用）',
  'an empty folder, or that of an earlier site': '空のフォルダー、または以前のサイトのフォルダー',
  'check the release notes on a schedule, with one alert for each thing that is new about what you run':
    'リリースノートを定期的に確認し、使用中のバージョンに関する新着を 1 件ずつ通知',
  'when to look (default: daily at a random minute)': '確認の時刻（既定: 毎日、ランダムな分）',
  'time zone of the cron expression, for example Asia/Tokyo (default: this machine’s)':
    'cron 式のタイムゾーン。例: Asia/Tokyo（既定: このマシンの設定）',
  'check once and exit': '1 回だけ確認して終了',
  'stdout, webhook, slack, teams or sns; may be repeated': 'stdout、webhook、slack、teams、sns（複数指定可）',
  'include account ids and ARNs in messages to webhooks': 'Webhook への通知にアカウント ID と ARN を含める',
  'send a message once a week when there is nothing new': '新着がなければ週 1 回その旨を通知',
  's3://BUCKET/PREFIX: where the state is kept instead of in --cache-dir':
    's3://BUCKET/PREFIX: --cache-dir の代わりの状態の保存先',
  'no alerts about this product; may be repeated': 'この製品の通知を止める（複数指定可）',
  'answer assistants over the Model Context Protocol, on standard input and output':
    'Model Context Protocol でアシスタントに応答（標準入出力）',
  'listen on this port of 127.0.0.1 instead, for clients with the token':
    '標準入出力の代わりに 127.0.0.1 のこのポートで待ち受ける（トークンが必要）',
  'folders that may be read': '読み取りを許可するフォルダー',
  'known bugs of the versions that this folder pins': 'このフォルダーで固定しているバージョンの既知の不具合',
  'known bugs of one version': '1 つのバージョンの既知の不具合',
  'where to go from it, and why': 'そこからどこへ、なぜ移行するか',
  'two folders': '2 つのフォルダー',
  'in a pipeline: exit 1 on urgent bugs': 'パイプライン用（緊急の不具合があれば終了コード 1）',
  'a page to send to somebody': '共有できる HTML ファイル',
  'what would be missing after an outage': '障害の後に足りなくなるもの',
  'of what runs in an account': 'アカウントで稼働中のもの',
  'as a table': '表として出力',
  'versions that run, with the Region of the profile': '稼働中のバージョン（リージョンはプロファイルの設定）',
  'with the code that declares them': '宣言しているコードと照合',
  'one database, for a program': '1 つのデータベースをプログラム向けに出力',
  'the policy that “account” needs by default': 'account が既定で必要とするポリシー',
  'to read nothing but versions': 'バージョンだけを読み取る場合',
  'into a file': 'ファイルに保存',
  'is it a known bug?': '既知の不具合かどうか',
  'is it in that version?': 'そのバージョンにあるか',
  'versions that a CVE affects': 'CVE の影響を受けるバージョン',
  'whether to move, where to, and why': '移行すべきか、どこへ、なぜ',
  'from a release of an operating system': 'オペレーティングシステムのリリースから',
  'the only group or database of this folder': 'このフォルダーにある唯一のグループまたはデータベース',
  'a group, by its name and what is seen': 'グループの名前と症状を指定',
  'a database that runs in an account': 'アカウントで稼働中のデータベース',
  'what support asks for, about one database': '1 つのデータベースについてサポートに渡す資料',
  'with what runs in an account': 'アカウントで稼働中の情報を含める',
  'with local times, into a file': '現地時刻を付けてファイルに保存',
  'of the pinned version with the most urgent bugs': '緊急の不具合が最も多い固定バージョンについて',
  'from one version to another': '移行元と移行先を指定',
  'one file with pictures, for A4': '図を含む 1 つのファイル（A4 印刷用）',
  'read the release notes again': 'リリースノートを再度読み取る',
  'everything, for a program': 'すべてをプログラム向けに出力',
  'one line for each product': '製品ごとに 1 行',
  'also where tables and pages differ': '一覧とページの差異も表示',
  'what was known on a day': 'その日の時点の内容',
  'from the vendor’s pages': 'ベンダーのページから',
  'from a mirror': 'ミラーから',
  'into a folder of your own': '指定したフォルダーに保存',
  'every item of every release': '全リリースの全項目',
  'a line for each item': '項目ごとに 1 行',
  'into an empty folder': '空のフォルダーに出力',
  'for the address where it will stand': '公開先のアドレスを指定',
  'as of a day': 'その日の時点の内容で出力',
  'what is new since the last look': '前回の確認以降の新着',
  'every morning, to a chat': '毎朝チャットに通知',
  'in a pipeline': 'パイプライン用',
  'for an assistant that starts it': 'アシスタントから起動する場合',
  'for clients with a token': 'トークンを持つクライアント向け',
  'two folders that may be read': '読み取りを許可する 2 つのフォルダー',
};

/** Commander's headings. */
export const TITLES_IN_JAPANESE: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Commands:': 'コマンド:',
  'Products:': '製品:',
  'Examples:': '例:',
};

type ErrorTranslation = readonly [pattern: RegExp, words: (...parts: string[]) => string];

/** Commander's errors about arguments. */
export const ERRORS_IN_JAPANESE: readonly ErrorTranslation[] = [
  [/^error: unknown option '(.*)'/, (option) => `不明なオプション「${option}」です。`],
  [/^error: unknown command '(.*)'/, (command) => `不明なコマンド「${command}」です。`],
  [/^error: missing required argument '(.*)'/, (name) => `引数「${name}」がありません。`],
  [/^error: option '(.*)' argument missing/, (option) => `オプション「${option}」に値がありません。`],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    (option, value, choices) => `オプション「${option}」の値「${value}」は無効です。指定できる値: ${choices}`,
  ],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. (.*)/,
    (option, value, why) => `オプション「${option}」の値「${value}」は無効です。${why}`,
  ],
  [
    /^error: too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)/,
    (_, expected, got) => `引数が多すぎます（${expected} 個まで、指定は ${got} 個）。`,
  ],
];
