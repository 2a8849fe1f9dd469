import type { SourceFile } from '../../../syntax/index.ts';

// Unit tests: what they create is never deployed, and their expected values are not in use. The words `test` and
// `spec` alone are not enough: people give such names to environments and stacks.

/** File name patterns of test runners, and folders of test support. */
const TEST_FILE = new RegExp(
  [
    String.raw`\.(?:test|spec)\.[cm]?[jt]sx?$`,
    ...['(?:^|/)__(?:tests|mocks|fixtures|snapshots)__/', String.raw`\.snapshot/`],
    ...[String.raw`_test\.(?:go|py)$`, String.raw`(?:^|/)(?:test_[^/]*|conftest)\.py$`],
    String.raw`Tests?\.(?:java|cs)$`,
    '(?:^|/)(?:tests?|spec)/(?:.*/)?(?:fixtures?|mocks?|snapshots?|testdata|unit)/',
  ].join('|'),
);
const TEST_FOLDER = /(?:^|\/)(?:tests?|spec)\//;
/** Test code by language. Integration tests, which are deployed, do not match. */
const WRITES_TESTS = new RegExp(
  [
    // JavaScript
    String.raw`(?<![\w.])(?:describe|it|test)(?:\.\w+)?\(\s*["'\`]`,
    String.raw`(?<![\w.])expect\(`,
    // Python
    String.raw`^[ \t]*(?:import|from)\s+(?:pytest|unittest)\b`,
    String.raw`^[ \t]*(?:async\s+)?def test_`,
    // CDK
    String.raw`["'](?:aws-cdk-lib|@aws-cdk)\/assert`,
    String.raw`aws_cdk\.assertions`,
    // Java, C# and Go
    String.raw`org\.(?:junit|testng)\b`,
    String.raw`^[ \t]*\[(?:Fact|Theory|Test|TestMethod)\b`,
    String.raw`"github\.com\/gruntwork-io\/terratest\/`,
    String.raw`^[ \t]*"testing"[ \t]*\r?$`,
  ].join('|'),
  'm',
);

/** True for the file name of a unit test. */
export function isNamedTest(file: string): boolean {
  return TEST_FILE.test(file);
}

/** True for a unit test; in test folders, by its content. */
export function isTest({ file, text }: SourceFile): boolean {
  return isNamedTest(file) || (TEST_FOLDER.test(file) && WRITES_TESTS.test(text));
}
