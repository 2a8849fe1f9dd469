export {
  ListRulesCommand,
  ListTargetsByRuleCommand,
  EventBridgeClient as Client,
} from '@aws-sdk/client-eventbridge';
