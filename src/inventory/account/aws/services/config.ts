export {
  SelectAggregateResourceConfigCommand,
  ConfigServiceClient as Client,
} from '@aws-sdk/client-config-service';
