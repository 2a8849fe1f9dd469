import { amazonLinuxSource } from '../amazon-linux/notes/source.ts';

/** Amazon Linux 2023: a page for each release, an index for each quarterly version, and a document history. */
export const amazonLinux2023Notes = amazonLinuxSource({
  product: 'amazon-linux-2023',
  hasImageBases: true,
  indexes: ['relnotes', 'document-history'],
  isRelease: /^relnotes-(?:2023\.\d{1,2}\.)?20\d{6}$/,
  isIndex: /^relnotes-2023\.\d{1,2}$/,
});
