import type { surge as english } from '../../en/checklist/surge.ts';
import type { Translated } from '../../say.ts';

export const surge: Translated<typeof english> = {
  'evidence.noLogBucket': (a) => `${a.asset}: ${a.name} の記載なし`,
  'evidence.bucketElsewhere': (a) =>
    `バケット ${a.bucket} はここで宣言されていない（存在、書き込み許可、保持期間は不明）`,
  'evidence.bucket': (a) => `バケット ${a.bucket}`,
  'evidence.bucketPolicyUnknown': (a) => `${a.bucket} のポリシーが書き込みを許可する相手はデプロイ時まで不明`,
  'evidence.bucketWithoutPolicy': (a) =>
    `${a.bucket} にバケットポリシーがなく、ロードバランサーは書き込めない`,
  'evidence.bucketDenies': (a) => `${a.bucket} のポリシーがログの配信を拒否`,
  'evidence.bucketNotWritable': (a) =>
    `${a.bucket} のポリシーは logdelivery.elasticloadbalancing.amazonaws.com の書き込みを許可しない`,
  'evidence.bucketWritable': (a) => `${a.bucket} はログの配信を許可`,
  'evidence.bucketLifecycleUnknown': (a) => `${a.bucket} の保持期間はデプロイ時まで不明`,
  'evidence.bucketExpires': (a) =>
    `${a.bucket} はオブジェクトを ${a.days} 日で削除（${a.shortest} 日より短い）`,
  'evidence.bucketKeeps': (a) => `${a.bucket} のオブジェクトは無期限`,
  'evidence.bucketKeepsDays': (a) => `${a.bucket} のオブジェクトは ${a.days} 日保持`,
  'evidence.subscribersUnknown': (a) => `${a.topic} のサブスクライバーはデプロイ時まで不明`,
  'evidence.noHttpTargets': (a) => `${a.group} に HTTP のターゲットグループなし`,
  'fix.subscribe': (a) => `${a.topic} をサブスクライブ`,
  'fix.surge': '新しいインスタンスをウォームアップし、リクエストを徐々に増やす',
  'check.asg-alarm-replacements.title': 'インスタンスの入れ替えが続いたらアラームで知らせる',
  'check.asg-alarm-replacements.why':
    'メンテナンスポリシーが 100 % を超えると、ループ中も稼働中の台数は減りません。終了していくインスタンスの数だけが手掛かりです。',
  'check.asg-alarm-replacements.care':
    '大きなスケールインでも鳴ることがあります。グループメトリクスの有効化が必要です。',
  'check.topic-has-subscriber.title': 'すべてのトピックにサブスクライバーを登録する',
  'check.topic-has-subscriber.why': '誰にも届かないアラームは、アラームではありません。',
  'check.topic-has-subscriber.care': 'メールのサブスクリプションは、確認が済むまで有効になりません。',
  'check.asg-reconnection-surge.title': '新しいインスタンスへのリクエストと接続は徐々に増えるようにする',
  'check.asg-reconnection-surge.why':
    '入れ替わったインスタンスは接続プールを一気に満たします。ウォームアップとスロースタートがないと、ループが接続の急増になり、データベースが回復できません。',
  'check.asg-reconnection-surge.care':
    'スロースタートは、最小未処理リクエストと加重ランダムのアルゴリズムでは使えません。ウォームアップはメトリクスによるスケールアウトを遅らせます。',
  'check.aurora-reconnection-limits.title': '再接続の急増にデータベースが耐えられるようにする',
  'check.aurora-reconnection-limits.why':
    'ハンドシェイクの失敗が max_connect_errors を超えた Web サーバーは遮断され、終了したサーバーの接続は wait_timeout まで枠を占有します。',
  'check.aurora-reconnection-limits.care':
    '接続プールのアイドル時間より短い wait_timeout は、プールが有効とみなす接続を切断します。',
};
