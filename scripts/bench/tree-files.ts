import * as documents from './tree-documents.ts';
import * as programs from './tree-programs.ts';
import * as terraform from './tree-terraform.ts';

/** A file that every service of the tree has. */
export interface FileKind {
  file: string;
  /** Of an average service. */
  kilobytes: number;
  /** A piece of code that says nothing about versions; numbers make them differ. */
  block(nth: number): string;
  /** One that names a version. */
  pin(nth: number): string;
  before?: string;
  /** A line end when not given, as is `after`. */
  between?: string;
  after?: string;
}

/** The files of a service: 200 kB of everything that describes infrastructure. */
export const FILES: readonly FileKind[] = [
  { file: 'terraform/main.tf', kilobytes: 25, block: terraform.resource, pin: terraform.cluster },
  { file: 'terraform/iam.tf', kilobytes: 15, block: terraform.policy, pin: terraform.image },
  { file: 'terraform/network.tf', kilobytes: 12, block: terraform.securityGroup, pin: terraform.cluster },
  { file: 'terraform/variables.tf', kilobytes: 5, block: terraform.variable, pin: terraform.versionVariable },
  { file: 'terraform/prod.tfvars', kilobytes: 3, block: terraform.value, pin: terraform.versionValue },
  {
    file: 'k8s/deployment.yaml',
    kilobytes: 8,
    between: '---\n',
    block: documents.deployment,
    pin: documents.ackCluster,
  },
  {
    file: 'k8s/crds.yaml',
    kilobytes: 28,
    between: '---\n',
    block: documents.definition,
    pin: documents.ackCluster,
  },
  { file: 'chart/values.yaml', kilobytes: 8, block: documents.values, pin: documents.versionValues },
  {
    file: 'cloudformation/template.yaml',
    kilobytes: 18,
    before: documents.TEMPLATE,
    between: '',
    block: documents.resource,
    pin: documents.cluster,
  },
  {
    file: 'cdk.out/Service.template.json',
    kilobytes: 28,
    before: '{\n "Resources": {\n',
    between: ',\n',
    after: '\n }\n}\n',
    block: documents.jsonResource,
    pin: documents.jsonCluster,
  },
  { file: 'ansible/tasks/main.yml', kilobytes: 6, block: documents.task, pin: documents.clusterTask },
  {
    file: '.github/workflows/deploy.yml',
    kilobytes: 6,
    before: documents.WORKFLOW,
    between: '',
    block: documents.step,
    pin: documents.clusterStep,
  },
  {
    file: 'docker-compose.yaml',
    kilobytes: 2,
    before: 'services:\n',
    between: '',
    block: documents.service,
    pin: documents.osService,
  },
  { file: 'cdk/lib/stack.ts', kilobytes: 9, block: programs.typescript, pin: programs.typescriptCluster },
  { file: 'src/handler.py', kilobytes: 8, block: programs.python, pin: programs.pythonCluster },
  {
    file: 'src/server.go',
    kilobytes: 8,
    before: 'package main\n',
    block: programs.go,
    pin: programs.goCluster,
  },
  {
    file: 'src/Main.java',
    kilobytes: 5,
    before: 'class Main {\n',
    after: '}\n',
    block: programs.java,
    pin: programs.javaCluster,
  },
  {
    file: 'scripts/deploy.sh',
    kilobytes: 4,
    before: '#!/usr/bin/env bash\nset -euo pipefail\n',
    block: programs.shell,
    pin: programs.shellCluster,
  },
  { file: 'Dockerfile', kilobytes: 1, block: programs.dockerfile, pin: programs.osDockerfile },
  { file: 'packer/image.pkr.hcl', kilobytes: 3, block: programs.packer, pin: programs.osPacker },
];
