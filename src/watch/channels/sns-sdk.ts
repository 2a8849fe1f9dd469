// Names what is used, so that the bundler leaves out the rest.
export { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
