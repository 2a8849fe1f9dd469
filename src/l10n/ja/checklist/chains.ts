import type { chains as english } from '../../en/checklist/chains.ts';
import type { Translated } from '../../say.ts';

export const chains: Translated<typeof english> = {
  'evidence.alarmActs': (a) => `${a.alarm} は ${a.receiver} を起動する`,
  'evidence.alarmAlways': (a) =>
    `${a.alarm} は常にアラーム状態: 正常時にも ${a.metric} ${a.threshold} が成立`,
  'evidence.alarmDimensions': (a, say) =>
    `${a.alarm}: ディメンション ${say(a.dimensions)} の ${a.metric} にはデータがない`,
  'evidence.alarmDimensions.none': (a) =>
    `${a.alarm} にディメンションがなく、${a.metric} のデータは存在しない`,
  'evidence.alarmDimensionValue': (a) =>
    `${a.alarm}: ${a.value} はディメンション ${a.dimension} の値ではない`,
  'evidence.alarmInComposite': (a) => `${a.alarm} がアラーム状態になると ${a.composite} もアラーム状態になる`,
  'evidence.alarmLate': (a) =>
    `${a.alarm} はアラーム状態になるまで ${a.minutes} 分かかる（${a.most} 分を超えると手遅れ）`,
  'evidence.alarmNarrow': (a) => `${a.alarm} は ${a.metric} を 1 つの ${a.dimension} でしか監視しない`,
  'evidence.alarmOnSilence': (a) => `${a.alarm} は欠落データを breaching として扱う`,
  'evidence.alarmPoints': (a) =>
    `${a.alarm} は ${a.periods} 個中 ${a.points} 個のデータポイントを要求しており、CloudWatch が拒否する`,
  'evidence.alarmReachUnknown': (a) => `${a.alarm}: ${a.metric} ${a.threshold} に達しうるか不明`,
  'evidence.alarmReached': (a) => `${a.alarm}: ${a.metric} ${a.threshold} に達しうる`,
  'evidence.alarmReaders': (a) => `${a.alarm} はリーダーの ${a.metric} のみを監視し、ライターを監視しない`,
  'evidence.alarmRole': (a) =>
    `${a.alarm}: ディメンション Role の値は WRITER か READER であり、${a.role} ではない`,
  'evidence.alarmSoon': (a) => `${a.alarm} は ${a.minutes} 分以内にアラーム状態になる`,
  'evidence.alarmStatistic': (a) => `${a.alarm} は ${a.metric} の統計 ${a.statistic} を使用`,
  'evidence.alarmStatisticUnknown': (a) => `${a.alarm}: ${a.metric} の統計が不明`,
  'evidence.alarmStatisticWrong': (a) => `${a.alarm}: ${a.metric} の統計 ${a.statistic} では異常が見えない`,
  'evidence.alarmTells': (a) => `${a.alarm} は ${a.receiver} に通知`,
  'evidence.alarmThresholdUnknown': (a) => `${a.alarm}: ${a.metric} のしきい値が不明`,
  'evidence.alarmTimeUnknown': (a) => `${a.alarm}: 期間または評価期間の数が不明`,
  'evidence.alarmUnreachable': (a, say) =>
    `${a.alarm} はアラーム状態にならない: ${a.metric} ${a.threshold} には達しない（限度: ${say(a.most)}）`,
  'evidence.alarmUnreachable.math': (a) =>
    `${a.alarm} はアラーム状態にならない: Metric Math の結果が ${a.threshold} に達しない`,
  'evidence.alarmWithoutAction': (a) => `${a.alarm} にアラームアクションがない`,
  'evidence.bucketRefuses': (a) => `${a.bucket} のポリシーは ${a.service} の書き込みを許可していない`,
  'evidence.bucketTakes': (a) => `${a.service} は ${a.bucket} に書き込み可能`,
  'evidence.bucketUnknown': (a) => `${a.service} が ${a.bucket} に書き込めるか不明`,
  'evidence.compositeRule': (a) =>
    `${a.composite} は ${a.alarm} をほかのアラームと組み合わせるため、通知しないことがある`,
  'evidence.consumerElsewhere': (a) =>
    `${a.consumer} がライフサイクルアクションを完了するかは、ここからは分からない`,
  'evidence.consumerPeople': (a) =>
    `${a.topic} は人に通知するだけで、ログを保存してライフサイクルアクションを完了するものが見当たらない`,
  'evidence.eventsLogged': (a) => `イベントは ${a.group} に記録される`,
  'evidence.heartbeatShort': (a) =>
    `${a.hook} がインスタンスを保持するのは ${a.seconds} 秒（ログの保存には ${a.least} 秒以上必要）`,
  'evidence.heartbeatEnough': (a) => `${a.hook} はインスタンスを ${a.seconds} 秒保持`,
  'evidence.partUnwatched': (a, say) => `${a.asset} のすべてを対象とする ${say(a.metrics)} のアラームがない`,
  'evidence.queueUnread': (a) => `${a.queue} を読み取るものが見当たらない`,
  'evidence.receiverRefuses': (a) => `${a.receiver} は ${a.service} からの呼び出しを許可していない`,
  'evidence.receiverTakes': (a) => `${a.receiver} は ${a.service} からの呼び出しを許可`,
  'evidence.receiverUnknown': (a) => `${a.receiver} が ${a.service} からの呼び出しを許可するか不明`,
  'evidence.refusedElsewhere': (a, say) =>
    `${a.aborted} が数えるのは確立済みのセッションのみ。確立前に拒否された接続は ${say(a.metrics)} とステータス変数 aborted_connects に現れる`,
  'evidence.roleElsewhere': (a) => `${a.asset} のロール ${a.role} はここでは宣言されていない`,
  'evidence.roleMay': (a) => `${a.role} は ${a.action} を許可`,
  'evidence.roleMayBe': (a) => `${a.role} が ${a.action} を許可するか不明`,
  'evidence.roleMayNot': (a) => `${a.role} は ${a.action} を許可していない`,
  'evidence.roleMissing': (a) => `${a.asset} にロールがない`,
  'evidence.roleTrusts': (a) => `${a.role} は ${a.service} を信頼`,
  'evidence.roleTrustsOthers': (a) => `${a.service} は ${a.role} を引き受けられない`,
  'evidence.roleTrustUnknown': (a) => `${a.service} が ${a.role} を引き受けられるか不明`,
  'evidence.ruleBusUnknown': (a) => `${a.rule} のイベントバスが不明`,
  'evidence.ruleDisabled': (a) => `${a.rule} は無効`,
  'evidence.ruleEnabled': (a) => `${a.rule} は有効`,
  'evidence.ruleForOthers': (a) => `${a.rule} は ${a.asset} のイベントに一致しない`,
  'evidence.ruleOnBus': (a) =>
    `${a.rule} はイベントバス ${a.bus} のルール（AWS のイベントは default バスに送られる）`,
  'evidence.ruleStateUnknown': (a) => `${a.rule} が有効か不明`,
  'evidence.ruleTarget': (a) => `${a.rule} にターゲットがある`,
  'evidence.ruleTargetsUnknown': (a) => `${a.rule} のターゲットが不明`,
  'evidence.ruleWithoutTarget': (a) => `${a.rule} にターゲットがない`,
  'evidence.subscribersUnknown': (a) => `${a.topic} のサブスクライバーが不明`,
  'evidence.subscriptionFilters': (a) =>
    `${a.topic} の ${a.protocol} サブスクリプションにはフィルターがあり、何が届くかは読み取れない`,
  'evidence.subscriptionPending': (a) => `${a.topic} の ${a.protocol} サブスクリプションは未確認`,
  'evidence.targetElsewhere': (a) => `${a.target} が何をするかは、ここからは分からない`,
  'evidence.topicChat': (a) => `${a.topic} はチャットに連携済み`,
  'evidence.topicElsewhere': (a) =>
    `${a.alarm} の通知先 ${a.receiver} のサブスクライバーは、ここからは分からない`,
  'evidence.topicKeyFits': (a) => `${a.topic} の KMS キーは ${a.service} による発行を許可`,
  'evidence.topicKeyOfAws': (a) =>
    `${a.topic} は alias/aws/sns で暗号化されており、${a.service} は発行できない`,
  'evidence.topicKeyRefuses': (a) => `${a.topic} の KMS キーは ${a.service} による発行を許可していない`,
  'evidence.topicKeyUnknown': (a) => `${a.topic} の KMS キーが ${a.service} による発行を許可するか不明`,
  'evidence.topicPlain': (a) => `${a.topic} は KMS キーで暗号化されていない`,
  'evidence.topicPolicyUnknown': (a) => `${a.service} が ${a.topic} に発行できるか不明`,
  'evidence.topicRead': (a) => `${a.topic} にサブスクライバーがいる（${a.protocol}）`,
  'evidence.topicRefuses': (a) => `${a.topic} のポリシーは ${a.service} による発行を許可していない`,
  'evidence.topicTakes': (a) => `${a.service} は ${a.topic} に発行可能`,
  'evidence.topicUnread': (a) => `${a.topic} にサブスクライバーがいない`,
};
