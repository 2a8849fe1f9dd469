// Reporter for node:test. Below scripts/test.mjs it sends each result to that process; alone it prints failures, then
// the counts.
import path from 'node:path';

export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type === 'test:pass' || type === 'test:fail') {
      const result = resultOf(type, data);
      // The time of a nested test is part of its parent's.
      if (data.nesting === 0)
        process.send?.({ event: 'time', file: fileOf(data), ms: data.details.duration_ms });
      if (result === null) continue;
      counts[result.outcome] += 1;
      process.send?.(result);
      if (process.send === undefined && result.outcome === 'failed') yield result.text;
    } else if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
  }
  process.send?.({ event: 'end' });
  if (process.send === undefined)
    yield `${counts.passed} ok, ${counts.failed} not ok, ${counts.skipped} left out\n`;
}

/** Result to count: of each test, and of each group that is skipped as a whole or fails outside of its tests. */
function resultOf(type, data) {
  const isSkipped = data.skip !== undefined && data.skip !== false;
  const error = data.details?.error;
  const isGroup = data.details?.type === 'suite';
  if (isGroup && !isSkipped && (error === undefined || error.failureType === 'subtestsFailed')) return null;
  if (isFile(data)) return null;
  const result = { event: 'test', name: data.name, file: fileOf(data) };
  if (isSkipped)
    return { ...result, outcome: 'skipped', reason: typeof data.skip === 'string' ? data.skip : '' };
  if (type === 'test:pass') return { ...result, outcome: 'passed' };
  const text = `not ok: ${data.name}\n  ${fileOf(data)}:${data.line}\n${indent(detail(error))}\n`;
  return { ...result, outcome: 'failed', text };
}

function fileOf({ file }) {
  return path.relative('.', file ?? '');
}

/** With process isolation, a file that fails to load is reported as a test with the file's name. Only then it counts. */
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
