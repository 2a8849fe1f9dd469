import type { Resource } from '../../resource-types.ts';

/** Settings that contain a text for hosts: the value of a parameter, the content of an object. */
export const PARAMETER_VALUE = 'parameterValue';
export const OBJECT_CONTENT = 'objectContent';

/** Parameter of Systems Manager that agents read their configuration from. */
export const SSM_PARAMETER: Resource = {
  kind: 'ssm-parameter',
  page: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html',
  types: {
    terraform: ['aws_ssm_parameter'],
    cloudformation: 'AWS::SSM::Parameter',
    cdk: { StringParameter: {} },
  },
  name: 'parameterName',
  settings: {
    parameterName: { type: 'part', terraform: 'name', cloudformation: 'Name' },
    [PARAMETER_VALUE]: {
      type: 'content',
      terraform: ['value', 'insecure_value'],
      cloudformation: 'Value',
      cdk: 'stringValue',
    },
  },
};

/** An object in S3 that code writes: a script or a configuration that hosts fetch. */
export const S3_OBJECT: Resource = {
  kind: 's3-object',
  page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html',
  types: { terraform: ['aws_s3_object', 'aws_s3_bucket_object'] },
  settings: {
    bucket: { type: 'text' },
    key: { type: 'part' },
    [OBJECT_CONTENT]: { type: 'content', terraform: ['content'] },
    source: { type: 'text' },
  },
};
