import { commandLink } from '../../contributions/commands.ts';
import { editorId } from '../../contributions/names.ts';
import { settingsLink } from '../../contributions/settings.ts';
import type { Sentence } from './en.ts';

/** Japanese sentences of package.json: `npm run manifest` writes package.nls.ja.json from them. */
export const JAPANESE: Readonly<Record<Sentence, string>> = {
  displayName: 'Errata Lens',
  description:
    'インフラ定義が指定する Aurora、RDS、Amazon Linux のバージョンについて、ベンダーのリリースノートに記載された既知の不具合を示します。',
  untrusted:
    '制限モードでは、ファイルとこのマシンのカタログを読み取るだけです。診断、ホバー、ワークスペースのビュー、チェックリスト、障害対応とサポートケースの文書、既知の不具合と移行先の文書を利用できます。書き込み、ネットワーク接続、認証情報の使用は行いません。編集、容認、エクスポート、アカウントのスキャン、監視は提供しません。',
  noDisk:
    'ディスク上にないフォルダーは、vscode.dev や github.dev で使えるブラウザー版の拡張機能が読み取ります。',
  'browser.virtual':
    'ブラウザーでは、エディターを通じてフォルダーを読み取り（1 つにつき 3,000 ファイル、64 MB まで）、同梱のカタログで判定します。診断、ホバー、バージョンのクイックフィックス、既知の不具合、移行先を利用できます。アカウント、監視、チェックリスト、障害対応、アシスタントはデスクトップ版の拡張機能でのみ利用できます。',
  'browser.untrusted':
    '制限モードでは読み取るだけです。診断、ホバー、既知の不具合、移行先を利用できます。編集は提供しません。',
  'command.scanWorkspace': 'ワークスペースをスキャン',
  'command.showBugs': 'バージョンの既知の不具合を表示…',
  'command.openChecklist': 'チェックリストを開く',
  'command.fixResource': 'リソースの不適合をまとめて修正…',
  'command.incident': '障害対応…',
  'command.supportCase': 'サポートケースの準備…',
  'command.changeBrief': '変更計画書の準備…',
  'command.showLog': 'ログを表示',
  'command.showUpgrade': 'バージョンの移行先を表示…',
  'command.whatsNew': '使用中のバージョンに関する新着',
  'command.checkForNews': 'リリースノートの新着を今すぐ確認',
  'command.news.markRead': '新着を既読にする',
  'command.news.markAllRead': 'すべての新着を既読にする',
  'command.news.markUnread': '既読・延期中の項目を新着に戻す',
  'command.news.snooze': '新着を延期…',
  'command.news.mute': '製品を通知しない…',
  'command.news.unmute': '製品を再び通知する…',
  'command.news.openCode': '新着に該当するコードを開く…',
  'command.news.openPage': '新着に関するベンダーのページを開く…',
  'command.scanAccounts': 'AWS アカウントをスキャン…',
  'command.deleteAccountScan': '保存したアカウントのスキャン結果を削除…',
  'command.exportAccountsMarkdown': 'アカウントのスキャン結果を Markdown で書き出す…',
  'command.exportAccountsJson': 'アカウントのスキャン結果を JSON で書き出す…',
  'command.filterTree': 'ビューを深刻度で絞り込む…',
  'command.refreshWorkspace': '更新',
  'command.copyArn': 'ARN をコピー',
  'command.openConsole': 'AWS コンソールで開く',
  'command.tree.open': 'コードへ移動',
  'setting.enable': 'このフォルダーを解析します。',
  'setting.codeLens': 'バージョンの既知の不具合を行の上に表示します。',
  'setting.readingBudget':
    '1 ファイルの読み取りを打ち切る CPU 時間（秒）。打ち切ったファイルはログに記録します。',
  'setting.levels': '各レベルの表示方法。ここで割り当てない限りエラーにはなりません。',
  'setting.watch.enabled':
    '使用中の製品のリリースノートを 1 日 1 回確認します（接続先は `docs.aws.amazon.com`、`cdn.amazonlinux.com`、`alas.aws.amazon.com`、`advisories.bottlerocket.aws`、`raw.githubusercontent.com`、`www.postgresql.org` のみ）。',
  'setting.watch.schedule':
    '確認する時刻の cron 式（`30 9 * * 1-5`: 平日 9:30）。空の場合は毎日、マシンごとに決まった時刻に確認します。',
  'setting.watch.timeZone': 'スケジュールのタイムゾーン（例: `Asia/Tokyo`）。空の場合はこのマシンのもの。',
  'setting.watch.notify': '新着が見つかったときにメッセージを表示します。',
  'setting.docsOrigin':
    '`https://docs.aws.amazon.com` の代わりに読むミラーのアドレス。空の場合は AWS から読みます。',
  'setting.accounts.tier': 'アカウントスキャンで読み取る範囲。各段階は前の段階を含みます。',
  'setting.accounts.tier.versions': '何がどのバージョンで動いているか。',
  'setting.accounts.tier.checklist': 'チェックリストの確認に必要な情報と、障害の兆候。',
  'setting.accounts.tier.evidence':
    'インスタンスが起動時に行うこと。応答にユーザーデータが含まれる場合があります。',
  'setting.accounts.aggregator':
    '最初のプロファイルから組織全体をスキャンするための AWS Config アグリゲーター名。',
  'setting.accounts.endpoint': 'AWS サービスの代わりに使うエンドポイント（プロキシやテストサーバーなど）。',
  'setting.assistants.enabled':
    'このエディターのアシスタントに Errata Lens への質問を許可します（言語モデルのツール、および Model Context Protocol のサーバーとして）。読むのは開いているフォルダーとこのマシンのカタログだけですが、回答はアシスタントの提供元に渡ることがあります。',
  'tool.scan_workspace': 'フォルダーで固定しているバージョンの既知の不具合',
  'tool.known_bugs': 'バージョンの既知の不具合',
  'tool.cve': 'CVE の影響を受けるバージョン',
  'tool.is_this_my_bug': '既知の不具合かどうか',
  'tool.upgrade_advice': 'バージョンの移行先',
  'tool.checklist': 'フォルダーの可観測性チェックリスト',
  'tool.whats_new': 'フォルダーで固定しているものの新着情報',
  'walkthrough.title': 'Errata Lens を始める',
  'walkthrough.text': '使用中のバージョンの既知の不具合を見つけます。',
  'walkthrough.folder.title': 'フォルダーを開く',
  'walkthrough.folder.text':
    'Terraform、CloudFormation、CDK などのコードがあるフォルダーを開きます。\n[フォルダーを開く](command:vscode.openFolder)',
  'walkthrough.read.title': '指摘を読む',
  'walkthrough.read.text': `バッジとステータスバーに、緊急の不具合があるバージョンの数が表示されます。下線の付いたバージョンにカーソルを合わせると、次の手順と重要な不具合を表示します。電球からバージョンを変更できます。\n[ワークスペースをスキャン](${commandLink('scanWorkspace')})`,
  'walkthrough.accounts.title': 'アカウントをスキャンする',
  'walkthrough.accounts.text': `実行中のものを、それを宣言するコードと並べて確認します。呼び出しはすべて読み取り専用です。\n[AWS アカウントをスキャン…](${commandLink('scanAccounts')})`,
  'walkthrough.checklist.title': 'チェックリストを開く',
  'walkthrough.checklist.text': `次の障害の前に、ログ、アラーム、ヘルスチェックを確認します。\n[チェックリストを開く](command:${editorId('openChecklist')})`,
  'walkthrough.watch.title': '監視を任せる',
  'walkthrough.watch.text': `リリースノートを 1 日 1 回確認し、関係するものだけを知らせます。\n[使用中のバージョンに関する新着](${commandLink('whatsNew')})`,
  'view.workspace': 'ワークスペース',
  'view.accounts': 'アカウント',
  'view.news': '新着',
  'welcome.noFolder':
    'フォルダーが開かれていません。\n[フォルダーを開く](command:vscode.openFolder)\nインフラ定義が宣言するデータベースとイメージを表示します。',
  'welcome.workspace': `開いているフォルダーに、データベース、Auto Scaling グループ、イメージは見つかりませんでした。\n[ワークスペースをスキャン](${commandLink('scanWorkspace')})\n読み取ったもの: Terraform、CloudFormation と SAM、CDK と Pulumi のプログラム、Ansible、Packer、Kubernetes マニフェスト、Helm、パイプライン、スクリプト、Dockerfile。\n探したもの: Aurora と RDS のデータベース、Auto Scaling グループ、Amazon Linux と Bottlerocket のイメージ。\nコードが別の場所にある場合は、バージョンを指定するか、稼働中のものを調べられます。\n[バージョンの既知の不具合を表示…](command:${editorId('showBugs')})`,
  'welcome.workspaceAccounts': `[AWS アカウントをスキャン…](${commandLink('scanAccounts')})`,
  'welcome.reading': '開いているフォルダーを読み取っています…',
  'welcome.restricted':
    '制限モードでは認証情報を使いません。AWS アカウントを読み取るには、ワークスペースを信頼してください。\n[ワークスペースの信頼を管理](command:workbench.trust.manage)',
  'welcome.news': `稼働中のものに関する新着はありません。\n[今すぐ確認](${commandLink('checkForNews')})\n1 日 1 回、前回の確認以降にベンダーが公開した内容を確認します。`,
  'welcome.newsUnread': `稼働中のもののリリースノートを一部またはすべて読み取れず、新着の有無は不明です。\n[今すぐ確認](${commandLink('checkForNews')})\n[ログを表示](${commandLink('showLog')})`,
  'welcome.newsNever': `リリースノートはまだ確認していません。\n[今すぐ確認](${commandLink('checkForNews')})\n1 日 1 回、前回の確認以降にベンダーが公開した内容を確認します。`,
  'welcome.newsOff': `監視はオフです。リリースノートは取得しません。\n[設定を開く](${settingsLink('watch')})`,
  'welcome.restrictedNews':
    '制限モードではネットワークに接続しません。新着を受け取るにはワークスペースを信頼してください。\n[ワークスペースの信頼を管理](command:workbench.trust.manage)',
  'welcome.accounts': `AWS で実行中のものを、宣言しているコードと結び付けて表示します。このマシンの AWS プロファイルの認証情報をスキャンの間だけ使い、保存しません。すべて読み取り専用の呼び出しです。\n[AWS アカウントをスキャン…](${commandLink('scanAccounts')})`,
};
