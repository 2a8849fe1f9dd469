import path from 'node:path';
import { templatesNamed } from '../../../../values/cloudformation/index.ts';

const SERVICE_FILE = /\$\{file\(([^)${}]+)\)/g;
const NESTED_TEMPLATE =
  /(?:TemplateURL|Location|aws:asset:path)["']?\s*:\s*["']?([\w./-]+\.(?:ya?ml|json|template))\b/g;

/** Upload address of a template, as a whole value or as the last part of a composed one. */
const UPLOADED_TEMPLATE =
  /\.(?:ya?ml|json|template)\b(?<=([\w.$/{}:-]+)\.\w+)(?![\w.$/{}:-]*\.(?:ya?ml|json|template)\b)/g;
const NESTS_TEMPLATES = 'AWS::CloudFormation::Stack';
const INCLUDES_FILES = new RegExp(String.raw`${NESTS_TEMPLATES}|AWS::Serverless::Application|\$\{file\(`);

/** Files that a template or a Serverless Framework service includes. The text has one character for each byte. */
export function filesReferredTo(file: string, latin1: string): readonly string[] {
  if (!INCLUDES_FILES.test(latin1)) return [];
  const text = Buffer.from(latin1, 'latin1').toString('utf8');
  const folder = path.posix.dirname(file);
  const names = [SERVICE_FILE, NESTED_TEMPLATE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  const uploaded = text.includes(NESTS_TEMPLATES)
    ? Array.from(text.matchAll(UPLOADED_TEMPLATE), (end) => (end[1] ?? '') + end[0])
    : [];
  return [
    ...new Set([
      ...names.map((name) => path.posix.join(folder, name.trim())),
      ...uploaded
        .filter((name) => name.includes('/'))
        .flatMap((name) => templatesNamed(file, name.includes(':') ? name : `/${name}`).flat()),
    ]),
  ];
}
