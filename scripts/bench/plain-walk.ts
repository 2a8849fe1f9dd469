/**
 * Lower bound for a scan, with plain Node: reads the same files, and searches each for the first words of pins. Prints
 * the number of files. `node plain-walk.ts FOLDER`
 */
import { readdirSync, readFileSync } from 'node:fs';

const WORDS = /aurora|amazon_?linux|amzn2-ami|al2023-ami/i;
const SAME_FILES = /\.(?:tf|hcl|ya?ml|json|template|ts|js|py|go|java|sh)$|\/Dockerfile\.\w+$/;

const read = { files: 0, found: 0 };
walk(process.argv[2] ?? '.');
console.log(read.files);

function walk(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(file);
    else if (SAME_FILES.test(file)) {
      read.files++;
      if (WORDS.test(readFileSync(file, 'utf8'))) read.found++;
    }
  }
}
