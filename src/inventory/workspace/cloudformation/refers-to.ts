import path from 'node:path';

const SERVICE_FILE = /\$\{file\(([^)${}]+)\)/g;
const NESTED_TEMPLATE =
  /["']?(?:TemplateURL|Location|aws:asset:path)["']?\s*:\s*["']?([\w./-]+\.(?:ya?ml|json|template))\b/g;

/** The files that a template or a Serverless Framework service pulls in, by the text of its bytes. */
export function filesReferredTo(file: string, bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isYaml = !file.toLowerCase().endsWith('.json');
  if (!buffer.includes('AWS::') && !(isYaml && buffer.includes('${file('))) return [];
  return referencesIn(file, buffer.toString('utf8'));
}

/** As {@link filesReferredTo}, by the text. */
export function referencesIn(file: string, text: string): readonly string[] {
  const folder = path.posix.dirname(file);
  const names = [SERVICE_FILE, NESTED_TEMPLATE].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  return [...new Set(names.map((name) => path.posix.join(folder, name.trim())))];
}
