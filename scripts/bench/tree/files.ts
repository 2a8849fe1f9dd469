import * as documents from './documents.ts';
import * as programs from './programs.ts';
import * as terraform from './terraform.ts';

/** Parts of a file of infrastructure code. */
export interface FileKind {
  file: string;
  /** Piece of code without versions. The number makes pieces differ. */
  block(nth: number): string;
  /** Piece of code with a version. */
  pin(nth: number): string;
  before?: string;
  /** Separator of pieces; a line end by default, like `after`. */
  between?: string;
  after?: string;
}

/** One file of each kind that describes infrastructure. */
export const FILES: readonly FileKind[] = [
  { file: 'terraform/main.tf', block: terraform.resource, pin: terraform.cluster },
  { file: 'terraform/iam.tf', block: terraform.policy, pin: terraform.image },
  { file: 'terraform/network.tf', block: terraform.securityGroup, pin: terraform.cluster },
  { file: 'terraform/variables.tf', block: terraform.variable, pin: terraform.versionVariable },
  { file: 'terraform/prod.tfvars', block: terraform.value, pin: terraform.versionValue },
  {
    file: 'k8s/deployment.yaml',
    between: '---\n',
    block: documents.deployment,
    pin: documents.ackCluster,
  },
  {
    file: 'k8s/crds.yaml',
    between: '---\n',
    block: documents.definition,
    pin: documents.ackCluster,
  },
  { file: 'chart/values.yaml', block: documents.values, pin: documents.versionValues },
  {
    file: 'cloudformation/template.yaml',
    before: documents.TEMPLATE,
    between: '',
    block: documents.resource,
    pin: documents.cluster,
  },
  {
    file: 'cdk.out/Service.template.json',
    before: '{\n "Resources": {\n',
    between: ',\n',
    after: '\n }\n}\n',
    block: documents.jsonResource,
    pin: documents.jsonCluster,
  },
  { file: 'ansible/tasks/main.yml', block: documents.task, pin: documents.clusterTask },
  {
    file: '.github/workflows/deploy.yml',
    before: documents.WORKFLOW,
    between: '',
    block: documents.step,
    pin: documents.clusterStep,
  },
  {
    file: 'docker-compose.yaml',
    before: 'services:\n',
    between: '',
    block: documents.service,
    pin: documents.osService,
  },
  { file: 'cdk/lib/stack.ts', block: programs.typescript, pin: programs.typescriptCluster },
  { file: 'src/handler.py', block: programs.python, pin: programs.pythonCluster },
  {
    file: 'src/server.go',
    before: 'package main\n',
    block: programs.go,
    pin: programs.goCluster,
  },
  {
    file: 'src/Main.java',
    before: 'class Main {\n',
    after: '}\n',
    block: programs.java,
    pin: programs.javaCluster,
  },
  {
    file: 'scripts/deploy.sh',
    before: '#!/usr/bin/env bash\nset -euo pipefail\n',
    block: programs.shell,
    pin: programs.shellCluster,
  },
  { file: 'Dockerfile', block: programs.dockerfile, pin: programs.osDockerfile },
  { file: 'packer/image.pkr.hcl', block: programs.packer, pin: programs.osPacker },
];
