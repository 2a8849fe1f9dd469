import assert from 'node:assert/strict';
import test from 'node:test';
import { isGeneratedText } from '../files/index.ts';
import { scanFiles } from '../../test/support/workspace.ts';

const image = (n: number): string => `ami-${n.toString(16).padStart(17, '0')}`;

void test('ignores recorded output of programs', async (t) => {
  const table = Array.from({ length: 3000 }, (_, n) => ({
    ami: image(n),
    name: 'amzn2-ami-hvm-2.0.20240109.0-x86_64-gp2',
  }));
  const described = Array.from({ length: 25 }, (_, n) => ({
    ami_id: image(n),
    name: 'amzn2-ami-hvm-2.0.20240109.0-x86_64-gp2',
  }));
  const template = JSON.stringify({
    Resources: {
      A: {
        Type: 'AWS::RDS::DBCluster',
        Properties: { Engine: 'aurora-mysql', EngineVersion: '8.0.mysql_aurora.3.04.1' },
      },
    },
  });
  const files = {
    'recorded.json': `{"test_create": {"recorded-date": "01-01-2025", "recorded-content": ${template}}}`,
    'lines.json': `${template}\n`.repeat(50),
    'table.json': JSON.stringify(table, null, 1),
    'described.json': JSON.stringify(described, null, 1),
    'answer.json': JSON.stringify({
      Images: described.map(({ ami_id: ImageId, name }) => ({ ImageId, Name: name })),
    }),
    'cassette.yaml': `interactions:\n- request:\n    body: aurora-mysql\n  response:\n    image: amazonlinux:2\n`,
    'dist/index.js': `require('./sourcemap-register.js');/******/ (() => { // webpackBootstrap
/******/ \tvar __webpack_modules__ = ({
const image = 'public.ecr.aws/amazonlinux/amazonlinux:2023.4.20240416.0';\n`,
    'dist/main.cjs': `"use strict";
var __create = Object.create;
const image = 'public.ecr.aws/amazonlinux/amazonlinux:2023.4.20240416.0';\n`,
    'names.json': JSON.stringify(
      Object.fromEntries(
        Array.from({ length: 1500 }, (_, n) => [`image${n}`, 'amzn2-ami-hvm-2.0.20240109.0-x86_64-gp2']),
      ),
    ),
  };
  const { assets, problems } = await scanFiles(t, files);
  assert.deepEqual(assets, []);
  assert.deepEqual(problems, []);
});

void test('reads files that declare resources, whatever their size or form', async (t) => {
  const mappings = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`r${n}`, { ami: image(n) }]));
  const { assets } = await scanFiles(t, {
    'template.json': JSON.stringify({
      Mappings: { Regions: mappings },
      Resources: {
        A: {
          Type: 'AWS::RDS::DBCluster',
          Properties: { Engine: 'aurora-mysql', EngineVersion: '8.0.mysql_aurora.3.04.1' },
        },
      },
    }),
  });
  assert.deepEqual(
    assets.map(({ version }) => version),
    ['3.04.1'],
  );
  assert.equal(isGeneratedText('a.json', '{"a": 1}'), false);
  const few = Array.from({ length: 20 }, (_, n) => ({ ami_id: image(n) }));
  assert.equal(isGeneratedText('a.json', JSON.stringify(few)), false);
  assert.equal(isGeneratedText('a.json', '[\n{"a": 1},\n{"b": 2},\n{"c": 3}\n]'), false);
  assert.equal(isGeneratedText('a.yaml', '{ a: 1 }\n'), false);
});
