import type { Message, Say } from '../say.ts';

export const cli = {
  'cli.notADay': () => 'A day is written YYYY-MM-DD.',
  'cli.configUnreadable': (a: { file: string }) =>
    `${a.file} cannot be read. Check the path given with --config.`,
  'cli.unsupportedFormat': (a: { format: string; command: string }) =>
    `“${a.command}” has no ${a.format} format. Try --format text or --format json.`,
  'cli.unknownProduct': (a: { name: string; products: string[] }, say: Say) =>
    a.name === ''
      ? `Name a product (${say(a.products)}) and a version, or a CVE with --cve.`
      : `“${a.name}” is not a product. Known: ${say(a.products)}.`,
  'cli.notARelease': (a: { written: string }) =>
    a.written === ''
      ? 'Name a version, for example 2.11.1.'
      : `“${a.written}” is not one release. Write it in full, for example 2.11.1 or 3.04.0.`,
} satisfies Record<string, Message>;
