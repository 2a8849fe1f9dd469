// A node:test reporter: failures in full, files as they finish, and the counts as JSON for scripts/test.mjs.
import fs from 'node:fs';
import path from 'node:path';

export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  for await (const { type, data } of source) {
    if (type === 'test:pass' || type === 'test:fail') {
      if (data.details?.type === 'suite') continue;
      if (isFile(data)) continue;
      const skipped = data.skip !== undefined && data.skip !== false;
      if (skipped) {
        counts.skipped += 1;
        counts.reasons.push(`${data.name}${typeof data.skip === 'string' ? ` (${data.skip})` : ''}`);
      } else if (type === 'test:pass') counts.passed += 1;
      else {
        counts.failed += 1;
        yield `not ok: ${data.name}\n  ${path.relative('.', data.file ?? '')}:${data.line}\n${indent(detail(data.details?.error))}\n`;
      }
    } else if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
  }
  yield `${counts.passed} ok, ${counts.failed} not ok, ${counts.skipped} left out\n`;
  const file = process.env.ERRATA_LENS_TEST_COUNTS;
  if (file) fs.writeFileSync(file, JSON.stringify(counts));
}

/** With process isolation a file that fails to load is reported as a test of its own name: only then it counts. */
function isFile(data) {
  return data.nesting === 0 && path.resolve(data.name) === data.file && data.details?.error === undefined;
}

function detail(error) {
  const cause = error?.cause ?? error;
  return String(cause?.stack ?? cause?.message ?? cause ?? '');
}

function indent(lines) {
  return lines.replace(/^/gm, '    ');
}
