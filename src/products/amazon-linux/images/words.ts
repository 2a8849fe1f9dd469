import type { ImageWords } from '../../product.ts';

/** Words of which one stands in every name of an image of Amazon Linux. */
export const IMAGE_WORDS: ImageWords = {
  ami: ['amzn-ami', 'amzn2-ami', 'al2023-ami', 'amazon-eks-'],
  container: ['amazonlinux', 'provided:al2'],
  builtOn: [
    ...['fck-nat-', 'aws-parallelcluster-', 'Deep Learning ', 'amazoncorretto', 'amazon/aws-lambda-'],
    ...['amazon/aws-sam-cli-', 'ecr.aws/lambda/', 'ecr.aws/sam/', 'ecr.aws/emr-serverless/', 'ecr-public/'],
  ],
  parameter: ['/aws/service/'],
  packages: ['releasever', 'system-release-'],
  platform: ['64bit Amazon Linux', 'image/amazon-linux-'],
  amiType: ['AL2_', 'AL2023', 'ECS_AL'],
  alias: ['al2@', 'al2023@'],
  family: ['AmazonLinux2', 'amazonLinux2'],
};
