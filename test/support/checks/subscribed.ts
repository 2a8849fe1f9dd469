/** Code with a subscription to each of its topics, because a fix cannot choose a subscriber. */
export function subscribed(kind: 'tf' | 'cfn', code: string): string {
  if (kind === 'tf') {
    const topics = [...code.matchAll(/^resource "aws_sns_topic" "(\w+)"/gm)].map(([, name]) => name);
    const subscriptions = topics.map(
      (topic) =>
        `resource "aws_sns_topic_subscription" "${topic}" {\n  topic_arn = aws_sns_topic.${topic}.arn\n  protocol  = "email"\n  endpoint  = "team@example.com"\n}\n`,
    );
    return [code, ...subscriptions].join('\n');
  }
  const topics = [...code.matchAll(/^ {2}(\w+):\r?\n {4}Type: AWS::SNS::Topic\r?$/gm)].map(([, id]) => id);
  const subscriptions = topics.map(
    (topic) =>
      `  ${topic}Mail:\n    Type: AWS::SNS::Subscription\n    Properties: { TopicArn: !Ref ${topic}, Protocol: email, Endpoint: team@example.com }\n`,
  );
  return code.replace(/^Resources:\r?\n/m, (line) => line + subscriptions.join(''));
}
