export {
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  SNSClient as Client,
} from '@aws-sdk/client-sns';
