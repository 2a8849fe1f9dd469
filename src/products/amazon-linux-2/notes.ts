import { amazonLinuxSource } from '../amazon-linux/notes/source.ts';

/** Amazon Linux 2: a page for each release since 2018, an index for each year, and a table of changes. */
export const amazonLinux2Notes = amazonLinuxSource({
  product: 'amazon-linux-2',
  hasImageBases: false,
  indexes: ['relnotes', 'relnotes-al2'],
  isRelease: /^relnotes-(?:20\d{6}|\d{1,2}-\d{1,2}-20\d{2})$/,
  isIndex: /^relnotes-al2(?:-20\d{2})?$/,
});
