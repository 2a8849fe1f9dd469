// Loaded into a command before its code: writes the CPU time and memory of the process when it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const file = process.env.ERRATA_LENS_TEST_USAGE;
  if (file !== undefined) writeFileSync(file, JSON.stringify(process.resourceUsage()));
});
