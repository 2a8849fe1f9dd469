/** Result that scripts/test.mjs adds up over all suites; scripts/test/reporter.mjs sends the same form. */
export type Message = TestResult | { event: 'time'; file: string; ms: number } | { event: 'end' };

export type TestResult = { event: 'test'; name: string; file: string } & (
  { outcome: 'passed' } | { outcome: 'failed'; text: string } | { outcome: 'skipped'; reason: string }
);

/** Sends a result to scripts/test.mjs. */
export function tell(message: Message): void {
  if (process.send === undefined) throw new Error('npm run test:vscode starts these tests');
  process.send(message);
}
