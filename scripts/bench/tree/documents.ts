// Pieces of YAML and JSON documents for the benchmark's tree. The number makes pieces differ.
import * as watching from './watching.ts';

export function deployment(n: number): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api-${n}
  labels: { app.kubernetes.io/name: api-${n}, team: shop }
spec:
  replicas: ${1 + (n % 7)}
  selector:
    matchLabels:
      app: api-${n}
  template:
    metadata:
      labels:
        app: api-${n}
    spec:
      containers:
        - name: api
          image: registry.example.com/shop/api:1.${n % 90}.0
          env:
            - name: DB_HOST
              valueFrom:
                secretKeyRef: { name: database, key: host }
          resources:
            requests: { cpu: 100m, memory: 256Mi }
          readinessProbe:
            httpGet: { path: /healthz, port: 8080 }
`;
}

export function definition(n: number): string {
  const properties = Array.from(
    { length: 12 },
    (_, i) => `                setting${i}:
                  description: How the controller treats items of this kind, see the handbook of service ${n}.
                  type: string
`,
  );
  return customResource(n, 'shop.example.com', 'Namespaced', properties);
}

/** Kubernetes custom resource definition with its schema. */
export function customResource(
  n: number,
  group: string,
  scope: string,
  properties: readonly string[],
): string {
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: items${n}.${group}
spec:
  group: ${group}
  names: { kind: Item${n}, plural: items${n} }
  scope: ${scope}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
${properties.join('')}`;
}

export function values(n: number): string {
  return `service${n}:
  enabled: true
  image:
    repository: registry.example.com/shop/worker
    tag: "2.${n % 50}.1"
  autoscaling: { minReplicas: 2, maxReplicas: ${3 + (n % 20)} }
  resources:
    limits: { memory: 512Mi }
`;
}

export const TEMPLATE = `AWSTemplateFormatVersion: "2010-09-09"
Description: A service
Parameters:
  Stage: { Type: String, Default: dev, AllowedValues: [dev, prod] }
  ServiceName: { Type: String, Default: shop }
  ImageId: { Type: AWS::EC2::Image::Id }
Mappings:
  Sizes:
    dev: { Instance: t3.small, CpuThreshold: 90, Retention: 14 }
    prod: { Instance: m6i.large, CpuThreshold: 75, Retention: 365 }
Conditions:
  HasAlarms: !Equals [!Ref Stage, prod]
Resources:
`;

export function resource(n: number): string {
  return `  Function${n}:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: !Sub "\${AWS::StackName}-worker-${n}"
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt Role${n}.Arn
      Timeout: ${10 + (n % 50)}
      Environment:
        Variables:
          TABLE: !Ref Table${n}
  Table${n}:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - { AttributeName: id, AttributeType: S }
      KeySchema:
        - { AttributeName: id, KeyType: HASH }
`;
}

export function jsonResource(n: number): string {
  const bucket = {
    Type: 'AWS::S3::Bucket',
    Properties: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      Tags: [{ Key: 'service', Value: `items-${n}` }],
    },
    Metadata: { 'aws:cdk:path': `Service/Items${n}/Resource` },
  };
  return `"Items${n}": ${JSON.stringify(bucket, null, 1)}`;
}

export function task(n: number): string {
  return `- name: Write the configuration of item ${n}
  ansible.builtin.template:
    src: item-${n}.conf.j2
    dest: "/etc/shop/item-${n}.conf"
    owner: root
    mode: "0644"
  notify: restart shop
  when: shop_items_enabled | default(true)
`;
}

export const WORKFLOW = `on:
  push: { branches: [main] }
jobs:
  deploy:
    runs-on: ubuntu-24.04
    steps:
`;

export function step(n: number): string {
  return `      - name: Deploy part ${n}
        env:
          STAGE: prod
          PART: "${n}"
        run: |
          npm ci
          npx terraform-wrapper apply --part "$PART"
`;
}

export function service(n: number): string {
  return `  api-${n}:
    image: registry.example.com/shop/api:1.${n % 90}.0
    ports: ["${8000 + (n % 1000)}:8080"]
    environment: { LOG_LEVEL: info }
`;
}

export function ackCluster(n: number): string {
  return `apiVersion: rds.services.k8s.aws/v1alpha1
kind: DBCluster
metadata:
  name: main-${n}
spec:
  dbClusterIdentifier: main-${n}
  engine: aurora-mysql
  engineVersion: 8.0.mysql_aurora.3.08.${n % 3}
`;
}

export function versionValues(n: number): string {
  return `aurora${n}:
  engine: aurora-mysql
  engineVersion: "8.0.mysql_aurora.3.04.${n % 4}"
`;
}

export function cluster(n: number): string {
  return `  Cluster${n}:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EngineVersion: 5.7.mysql_aurora.2.11.${n % 5}
`;
}

/** Resource next to databases; every eighth is a cluster. */
export function clusterOrOther(n: number): string {
  return n % 8 === 0 ? cluster(n) : watching.cloudformation(n);
}

export function jsonCluster(n: number): string {
  const properties = { Engine: 'aurora-mysql', EngineVersion: `8.0.mysql_aurora.3.05.${n % 2}` };
  return `"Cluster${n}": ${JSON.stringify({ Type: 'AWS::RDS::DBCluster', Properties: properties }, null, 1)}`;
}

export function clusterTask(n: number): string {
  return `- name: Create the cluster
  amazon.aws.rds_cluster:
    cluster_id: main-${n}
    engine: aurora-mysql
    engine_version: 8.0.mysql_aurora.3.04.${n % 4}
`;
}

export function clusterStep(n: number): string {
  return `      - name: Upgrade the cluster
        run: aws rds modify-db-cluster --db-cluster-identifier main-${n} --engine-version 8.0.mysql_aurora.3.04.${n % 4}
`;
}

export function osService(): string {
  return '  tools:\n    image: public.ecr.aws/amazonlinux/amazonlinux:2023.4.20240416.0\n';
}
