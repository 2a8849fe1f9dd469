import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type ScalarTag } from 'yaml';
import * as z from 'zod';

export const TEMPLATE_FILE = path.resolve(import.meta.dirname, '../../../deploy/template.yaml');

/** A value that is known only when the stack is created. */
const Intrinsic = z.union([
  z.strictObject({ Ref: z.string() }),
  z.strictObject({ 'Fn::GetAtt': z.string() }),
  z.strictObject({ 'Fn::Sub': z.string() }),
]);
const Words = z.union([z.string(), Intrinsic]);
const Arn = Intrinsic;
const count = (least: number, most: number) => z.int().min(least).max(most);
const Action = z.string().regex(/^[a-z0-9-]+:(?:[A-Za-z]+|\*)$/);

const Statement = z.strictObject({
  Sid: z
    .string()
    .regex(/^[A-Za-z0-9]+$/)
    .optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.union([z.literal('*'), z.strictObject({ Service: z.string() })]).optional(),
  Action: z.union([Action, z.array(Action)]),
  Resource: z.union([Words, z.array(Words)]).optional(),
  Condition: z.record(z.string(), z.record(z.string(), Words)).optional(),
});
export type Statement = z.infer<typeof Statement>;
const Policy = z.strictObject({ Version: z.literal('2012-10-17'), Statement: z.array(Statement).min(1) });
const Retries = z.strictObject({
  MaximumEventAgeInSeconds: count(60, 86_400),
  MaximumRetryAttempts: count(0, 185),
});

/** The properties that our template uses, in our words after the CloudFormation and SAM references; a misspelt one fails. */
const PROPERTIES = {
  'AWS::SNS::Topic': z.strictObject({
    DisplayName: z.string().max(100),
    Subscription: z.array(z.strictObject({ Protocol: z.literal('email'), Endpoint: Words })),
  }),
  'AWS::S3::Bucket': z.strictObject({
    BucketEncryption: z.strictObject({
      ServerSideEncryptionConfiguration: z.tuple([
        z.strictObject({
          ServerSideEncryptionByDefault: z.strictObject({ SSEAlgorithm: z.enum(['AES256', 'aws:kms']) }),
        }),
      ]),
    }),
    PublicAccessBlockConfiguration: z.strictObject({
      BlockPublicAcls: z.literal(true),
      BlockPublicPolicy: z.literal(true),
      IgnorePublicAcls: z.literal(true),
      RestrictPublicBuckets: z.literal(true),
    }),
    OwnershipControls: z.strictObject({
      Rules: z.tuple([z.strictObject({ ObjectOwnership: z.literal('BucketOwnerEnforced') })]),
    }),
    VersioningConfiguration: z.strictObject({ Status: z.enum(['Enabled', 'Suspended']) }),
    LifecycleConfiguration: z.strictObject({
      Rules: z.array(
        z.strictObject({
          Id: z.string().max(255),
          Status: z.enum(['Enabled', 'Disabled']),
          NoncurrentVersionExpiration: z.strictObject({ NoncurrentDays: z.int().min(1) }),
        }),
      ),
    }),
  }),
  'AWS::S3::BucketPolicy': z.strictObject({ Bucket: Words, PolicyDocument: Policy }),
  'AWS::SQS::Queue': z.strictObject({
    MessageRetentionPeriod: count(60, 1_209_600),
    SqsManagedSseEnabled: z.boolean(),
  }),
  'AWS::CloudWatch::Alarm': z.strictObject({
    AlarmDescription: z.string(),
    Namespace: z.string(),
    MetricName: z.string(),
    Dimensions: z.array(z.strictObject({ Name: z.string(), Value: Words })),
    Statistic: z.enum(['Average', 'Maximum', 'Minimum', 'SampleCount', 'Sum']),
    Period: z.int().multipleOf(60),
    EvaluationPeriods: z.int().min(1),
    Threshold: z.number(),
    ComparisonOperator: z.enum(['GreaterThanOrEqualToThreshold', 'GreaterThanThreshold']),
    TreatMissingData: z.enum(['breaching', 'notBreaching', 'ignore', 'missing']),
    AlarmActions: z.array(Arn).min(1),
  }),
  'AWS::Logs::LogGroup': z.strictObject({
    RetentionInDays: z.literal([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365]),
  }),
  'AWS::IAM::Role': z.strictObject({
    AssumeRolePolicyDocument: Policy,
    Policies: z.array(z.strictObject({ PolicyName: z.string(), PolicyDocument: Policy })),
  }),
  'AWS::Serverless::Function': z.strictObject({
    CodeUri: z.string(),
    Handler: z.string().regex(/^\w+\.\w+$/),
    Runtime: z.enum(['nodejs24.x']),
    Architectures: z.array(z.enum(['arm64', 'x86_64'])).length(1),
    MemorySize: count(128, 10_240),
    Timeout: count(1, 900),
    ReservedConcurrentExecutions: z.literal(1),
    Role: Arn,
    LoggingConfig: z.strictObject({ LogGroup: Words }),
    DeadLetterQueue: z.strictObject({ Type: z.enum(['SQS', 'SNS']), TargetArn: Arn }),
    EventInvokeConfig: z.strictObject({
      MaximumEventAgeInSeconds: count(60, 21_600),
      MaximumRetryAttempts: count(0, 2),
    }),
    Environment: z.strictObject({ Variables: z.record(z.string().regex(/^[A-Z_]+$/), Words) }),
  }),
  'AWS::Scheduler::Schedule': z.strictObject({
    Description: z.string().max(512),
    ScheduleExpression: Words,
    ScheduleExpressionTimezone: Words,
    FlexibleTimeWindow: z.strictObject({
      Mode: z.literal('FLEXIBLE'),
      MaximumWindowInMinutes: count(1, 1_440),
    }),
    Target: z.strictObject({
      Arn,
      RoleArn: Arn,
      RetryPolicy: Retries,
      DeadLetterConfig: z.strictObject({ Arn }),
    }),
  }),
} as const;

const keeps = { DeletionPolicy: z.literal('Retain'), UpdateReplacePolicy: z.literal('Retain') };
function resource<T extends keyof typeof PROPERTIES>(type: T) {
  return z.strictObject({
    Type: z.literal(type),
    DeletionPolicy: keeps.DeletionPolicy.optional(),
    UpdateReplacePolicy: keeps.UpdateReplacePolicy.optional(),
    Properties: PROPERTIES[type],
  });
}

const Template = z.strictObject({
  AWSTemplateFormatVersion: z.literal('2010-09-09'),
  Transform: z.literal('AWS::Serverless-2016-10-31'),
  Description: z.string().max(1024),
  Parameters: z.record(
    z.string(),
    z.strictObject({
      Type: z.literal('String'),
      Default: z.string().optional(),
      AllowedPattern: z.string().optional(),
      AllowedValues: z.array(z.string()).optional(),
      Description: z.string(),
    }),
  ),
  Resources: z.strictObject({
    Alerts: resource('AWS::SNS::Topic'),
    State: resource('AWS::S3::Bucket'),
    StatePolicy: resource('AWS::S3::BucketPolicy'),
    FailedLooks: resource('AWS::SQS::Queue'),
    FailedLooksAlarm: resource('AWS::CloudWatch::Alarm'),
    Log: resource('AWS::Logs::LogGroup'),
    WatchRole: resource('AWS::IAM::Role'),
    Watch: resource('AWS::Serverless::Function'),
    ScheduleRole: resource('AWS::IAM::Role'),
    Daily: resource('AWS::Scheduler::Schedule'),
  }),
  Outputs: z.record(z.string(), z.strictObject({ Description: z.string(), Value: Words })),
});
export type SamTemplate = z.infer<typeof Template>;

/** The template, checked property by property. */
export function readTemplate(): SamTemplate {
  const tags = (['Ref', 'GetAtt', 'Sub'] as const).map((name): ScalarTag => ({
    tag: `!${name}`,
    resolve: (value) => (name === 'Ref' ? { Ref: value } : { [`Fn::${name}`]: value }),
  }));
  return Template.parse(parse(readFileSync(TEMPLATE_FILE, 'utf8'), { customTags: tags }));
}

/** Replaces references by values. Throws for a name without a value. */
export function resolve(value: unknown, values: Readonly<Record<string, string>>): unknown {
  const valueOf = (name: string): string => {
    const found = values[name];
    if (found === undefined) throw new Error(`The template names ${name}, which there is not`);
    return found;
  };
  const intrinsic = Intrinsic.safeParse(value);
  if (intrinsic.success) {
    const { data } = intrinsic;
    if ('Ref' in data) return valueOf(data.Ref);
    if ('Fn::GetAtt' in data) return valueOf(data['Fn::GetAtt']);
    return data['Fn::Sub'].replace(/\$\{([^}]+)\}/g, (_, name: string) => valueOf(name));
  }
  if (Array.isArray(value)) return value.map((each) => resolve(each, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolve(each, values)]));
}
