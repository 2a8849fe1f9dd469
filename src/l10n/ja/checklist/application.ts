import type { application as english } from '../../en/checklist/application.ts';
import type { Translated } from '../../say.ts';

export const application: Translated<typeof english> = {
  'remedy.suspend-processes': '異常なインスタンスの入れ替えを停止',
  'remedy.health-check-type': 'ヘルスチェックタイプを EC2 のみに変更',
  'remedy.detach': 'インスタンスまたはロードバランサーをグループからデタッチ',
  'remedy.standby': 'インスタンスをスタンバイに移行',
  'evidence.brake': (a, say) => `${a.file}:${a.line} に入れ替えのループの止め方あり（${say(a.remedy)}）`,
  'evidence.brakeUndo': (a) => `元に戻す手順は ${a.file}:${a.line}`,
  'evidence.brakeForbidden': (a) =>
    `${a.file}:${a.line} は禁止または言及のみで、入れ替えのループの止め方を勧める文書やスクリプトなし`,
  'evidence.brakeOfOther': (a) => `${a.file}:${a.line} は別のグループ（${a.groups}）の手順`,
  'evidence.brakeWithoutUndo': (a, say) =>
    `${a.file}:${a.line} に止め方（${say(a.remedy)}）はあるが、元に戻す手順なし`,
  'evidence.noBrake': '入れ替えのループの止め方を記した文書やスクリプトなし',
  'evidence.pathPage': (a) => `${a.path} は Web サーバーがそのまま返すファイル（${a.file}:${a.line}）`,
  'evidence.pathStatic': (a) =>
    `${a.path} がファイルかアプリケーションの応答かは不明（公開フォルダーに該当ファイルなし）`,
  'evidence.handlerUnclear': (a) =>
    `${a.path}: ${a.file}:${a.line} のハンドラーが呼び出す処理がここに見つからない`,
  'evidence.proxyShares': (a) => `${a.proxy} がクライアント間で接続を共有（上限 ${a.limit} 接続）`,
  'evidence.connectionsFit': (a) =>
    `${a.servers} 台 × プール ${a.pool} で最大 ${a.total} 接続（上限 ${a.limit}）`,
  'evidence.noPoolKnown': (a) =>
    `上限は ${a.limit} 接続だが、プールのサイズが見つからない（JDBC URL、環境変数、ドライバーの既定値 × 台数を確認）`,
  'evidence.poolsNotRead': (a) =>
    `上限は ${a.limit} 接続。プールのサイズを含むアプリケーションのコードは未読み取り`,
  'evidence.serversUnknown': (a) =>
    `上限は ${a.limit} 接続、プールは ${a.pool}。接続するサーバーの台数は不明`,
  'evidence.noClientTimeout':
    'データベースクライアントの接続タイムアウトが見つからない（JDBC URL の connectTimeout・socketTimeout、環境変数、ドライバーの既定値を確認。既定で無制限のものもある）',
  'evidence.noReadTimeout':
    '読み取りタイムアウトが見つからない。切れた接続での問い合わせは数分待つことがある',
  'evidence.clientTimeout': (a) => `${a.name} は ${a.value} 秒（${a.file}:${a.line}）`,
  'evidence.longClientTimeout': (a) =>
    `${a.name} は ${a.value} 秒（${a.file}:${a.line}）で、${a.longest} 秒より長い`,
  'evidence.longClientTimeout.endless': (a) =>
    `${a.name} が 0（${a.file}:${a.line}）のため、クライアントは無期限に待つ`,
  'evidence.eagerRetries': (a) =>
    `${a.name}（${a.file}:${a.line}）は ${a.value} 回再試行するが、バックオフが見つからない。短い障害が接続の急増になる`,
  'evidence.backoff': (a) => `再試行の間隔は延びていく（${a.name}、${a.file}:${a.line}）`,
  'check.app-client-timeouts.title': 'データベースクライアントが待ち続けず、間隔を空けて再試行する',
  'check.app-client-timeouts.why':
    '遅いデータベースを無期限に待つクライアントは、ヘルスチェックに応答するスレッドをふさぎます。すぐに再試行するクライアントは、短い障害を新規接続の急増に変えます。',
  'check.app-client-timeouts.care':
    '正常な問い合わせより短い読み取りタイムアウトは、その問い合わせを失敗させます。応答しないデータベースで試験してください。',
};
