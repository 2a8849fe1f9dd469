import type { cli as english } from '../en/cli.ts';
import { part, type Translated } from '../say.ts';

export const cli: Translated<typeof english> = {
  'cli.notABudget': (a) => `${a.least} から ${a.most} までの秒数を指定してください。`,
  'cli.notAPort': 'ポートは 0 から 65535 までの数です。',
  'cli.notALimit': '上限は 1 以上の数です。',
  'cli.notADay': '日付は YYYY-MM-DD の形式で指定してください。',
  'cli.notAnOrigin':
    'オリジンは、ユーザー名・クエリ・フラグメントを含まない http または https のアドレスです（例: http://127.0.0.1:8080）。',
  'cli.notAScan': (a) =>
    `${a.file} はスキャン結果の JSON ではありません。errata-lens scan --format json で作成してください。`,
  'cli.noSuchPath': (a) =>
    `${a.path} は存在しないため、何も読み取っていません。パスを確認してください（相対パスは作業フォルダーが起点です）。`,
  'cli.productNotPath': (a) =>
    `${a.product} は製品の名前で、その名前のパスは存在しません。バージョンごとの推奨は errata-lens upgrade ${a.product} VERSION で確認できます。`,
  'cli.noPermission': (a) =>
    `${a.path} の読み取り権限がないため、何も読み取っていません。読み取り権限を付けるか、権限のあるユーザーで実行してください。`,
  'cli.pathUnreadable': (a) =>
    `${a.path} を読み取れないため（${a.error}）、何も読み取っていません。ディスクとパスを確認してください。`,
  'cli.configUnreadable': (a) => `${a.file} を読み取れません。--config のパスを確認してください。`,
  'cli.noAdvice': (a, say) =>
    `${a.name} の移行先は案内できません（リリースノートから経路を判断できません）。対応製品: ${say(a.products)}。`,
  'cli.noProduct': (a, say) =>
    `製品（${say(a.products)}）とバージョンを指定するか、--cve で CVE を指定してください。`,
  'cli.unknownProduct': (a, say) => `「${a.name}」という製品はありません。対象: ${say(a.products)}`,
  'cli.unknownProduct.similar': (a, say) =>
    `「${a.name}」という製品はありません。${say(a.similar)} のことですか？`,
  'cli.uncoveredProduct': (a, say) => `${a.name} は対象外です。対象: ${say(a.products)}`,
  'cli.uncoveredProduct.similar': (a, say) => `${a.name} は対象外です。${say(a.similar)} のことですか？`,
  'cli.noVersion': 'バージョンを指定してください（例: 2.11.1）。',
  'cli.notDays': '日数を数字で指定してください（例: 14）。',
  'cli.notACve': (a) =>
    `「${a.written}」は CVE の番号ではありません。CVE-2024-21096 のように完全な形で指定してください。`,
  'cli.cveAlone': '製品とバージョン、または --cve の CVE のどちらか一方を指定してください。',
  'cli.offline': '「catalogue update」はベンダーのページを読み取ります。--offline を外してください。',
  'cli.outputLost': (a) =>
    `結果を書き込めませんでした（${a.reason}）。出力は途中で切れています。出力先の空き容量を確保してから、もう一度実行してください。`,
  'cli.working': '処理中…',
  'cli.interrupted': '中断しました。',
  'cli.problem': (a, say) => `${say(a.sources)}${part(a.more, `、ほか ${a.more} 件`)}: ${say(a.message)}`,
  'catalogue.progress': (a) => `${a.name}: ${a.total} ページ中 ${a.done}`,
  'catalogue.updated': (a) =>
    `${a.pages} ページ中 ${a.read} ページを読み取り（変更なし ${a.unchanged}）: リリース ${a.releases} 件、既知の不具合 ${a.bugs} 件。${part(a.kept, `${a.kept} 件のリリースは以前の内容を保持。`)}`,
  'catalogue.status': (a, say) => `リリースノート ${a.asOf} UTC 時点（${say(a.source)}、${a.days} 日経過）。`,
  'catalogue.statusProduct': (a) =>
    `${a.name}: リリース ${a.releases} 件、既知の不具合 ${a.bugs} 件。最後の公開 ${a.newest}（${a.date}）。${part(a.asOf, (asOf) => `リリースノート ${asOf} 時点。`)}`,
  'catalogue.verbose': '--verbose で一覧を表示します。',
  'catalogue.cveDifferences': (a) =>
    `ベンダーの CVE 一覧とリリースのページで、${a.count} 件の CVE に差異があります。一覧はページより遅れて更新されることが多く、両方を使用します。`,
  'catalogue.cveOnlyInPages': (a, say) => `${a.version}（ページのみに記載）: ${say(a.cves)}`,
  'catalogue.cveOnlyInTable': (a, say) => `${a.version}（一覧のみに記載）: ${say(a.cves)}`,
  'catalogue.cveWithoutRelease': (a, say) =>
    `一覧にリリースの記載なしで載り、どのページにもない: ${say(a.cves)}`,
};
