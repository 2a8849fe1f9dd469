import type { tree as english } from '../../en/editor/tree.ts';
import { part, type Translated } from '../../say.ts';

export const tree: Translated<typeof english> = {
  'tree.assets': (a) => `リソース ${a.count} 件`,
  'tree.count': (a, say) => `${say(a.severity)} ${a.count} 件`,
  'tree.declared': (a) => `宣言は ${a.version}`,
  'tree.pending': (a) => `${a.version} が保留中`,
  'tree.versionUnknown': 'バージョン不明',
  'tree.supportEnded': 'サポート終了',
  'accounts.lost': (a) =>
    `保存した結果のうちリソース ${a.count} 件を解釈できないため除外しました。もう一度スキャンしてください。`,
  'tree.clusters': (a) => `クラスター ${a.count} 個`,
  'tree.others': (a) => `その他 ${a.count} 件`,
  'tree.notReadable': '読み取れなかったもの',
  'tree.filter.all': 'すべて',
  'tree.filter.worse': (a, say) => `${say(a.severity)}以上`,
  'tree.filter.title': '表示する指摘の深刻度',
  'tree.filtered': (a, say) => `深刻度が「${say(a.shown)}」のものだけを表示しています。`,
  'tree.copied': 'ARN をコピーしました。',
  'tree.noCode': (a) =>
    `${a.name} を宣言するコードは、開いているフォルダーでは特定できません。候補が複数ある場合はツールチップに理由を示します。`,
  'tree.noConsole': (a) => `${a.name} のマネジメントコンソールのページは分かりません。`,
  'tree.exported': (a) => `結果を ${a.file} に書き出しました。`,
  'tree.nothingKept': 'アカウントのスキャン結果がありません。先に AWS アカウントをスキャンしてください。',

  'accounts.outcome': (a) =>
    `クラスター ${a.clusters} 個: 緊急の不具合あり ${a.urgent} 個${part(a.drifts, `、宣言との差異 ${a.drifts} 個`)}${part(a.unknown, `、バージョン不明 ${a.unknown} 個`)}。`,
  'accounts.outcome.none': 'クラスターは見つかりませんでした。',
  'accounts.scanning': 'Errata Lens: AWS アカウントを読み取り中',
  'accounts.asking': '呼び出し元の ID',
  'accounts.step.set': '読み取るアカウント',
  'accounts.step.setHint': '保存したセット、または任意のプロファイルとリージョン',
  'accounts.choose': 'プロファイルとリージョンを選ぶ…',
  'accounts.deleteSet': (a) => `セット ${a.name} を削除`,
  'accounts.step.profiles': '読み取るプロファイル',
  'accounts.step.profilesHint': '共有の AWS 設定ファイルから 1 つ以上',
  'accounts.defaultChain': '既定の認証情報',
  'accounts.defaultChainHint': '環境変数、既定のプロファイル、コンテナまたはインスタンスのロール',
  'accounts.session': (a) => `SSO セッション ${a.name}`,
  'accounts.role': (a) => `ロール ${a.name}`,
  'accounts.account': (a) => `アカウント ${a.id}`,
  'accounts.noOwnRegion': '既定のリージョンなし',
  'accounts.step.regions': '読み取るリージョン',
  'accounts.step.regionsHint': '選ばない場合は各プロファイルのリージョン',
  'accounts.ownRegion': (a, say) => `${say(a.profiles)} のリージョン`,
  'accounts.allRegions': 'アカウントで有効なすべてのリージョン',
  'accounts.saveSet': 'このプロファイルとリージョンをセットとして保存…',
  'accounts.setName':
    'セットの名前。保存するのはプロファイルとリージョンの名前だけで、認証情報は保存しません。',
  'accounts.step.confirm': 'これらのアカウントを読み取りますか',
  'accounts.step.confirmHint': (a) =>
    `これまでに取得したのは呼び出し元の ID だけです。段階: ${a.tier}。呼び出しはすべて読み取り専用です。`,
  'accounts.copyCommand': 'コマンドをコピー',
  'accounts.runInTerminal': 'ターミナルで実行',
  'accounts.mfa': (a) => `${a.device} の MFA コード`,
  'accounts.incomplete': '一部のみ',
  'accounts.damaged':
    '保存されたアカウントのスキャン結果を解釈できないため表示しません。もう一度スキャンすると置き換わります。',
  'accounts.notKept': '結果は表示していますが、次回のために保存できませんでした。',
  'accounts.delete': (a) => `${a.at} の結果を削除しますか。AWS アカウントは変更されません。`,
  'accounts.deleteButton': '削除',
  'action.setRunning': (a) => `実行中のバージョン ${a.version} に変更`,
};
