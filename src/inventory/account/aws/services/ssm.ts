export { DescribeInstanceInformationCommand, SSMClient as Client } from '@aws-sdk/client-ssm';
