import type { SourceFile } from '../../../syntax/index.ts';

// What unit tests make is never deployed, and what they compare with is in no use. The words `test` and `spec` alone do not
// make a test: people name environments and stacks so.

/** Names by which test runners find their files, and folders that hold what tests use. */
const NAME = new RegExp(
  [
    String.raw`\.(?:test|spec)\.[cm]?[jt]sx?$`,
    ...['(?:^|/)__(?:tests|mocks|fixtures|snapshots)__/', String.raw`\.snapshot/`],
    ...[String.raw`_test\.(?:go|py)$`, String.raw`(?:^|/)(?:test_[^/]*|conftest)\.py$`],
    String.raw`Tests?\.(?:java|cs)$`,
    '(?:^|/)(?:tests?|spec)/(?:.*/)?(?:fixtures?|mocks?|snapshots?|testdata|unit)/',
  ].join('|'),
);
const FOLDER = /(?:^|\/)(?:tests?|spec)\//;
/** How tests are written in each language; integration tests, which are deployed, are not. */
const WRITES_TESTS =
  /(?<![\w.])(?:describe|it|test)(?:\.\w+)?\(\s*["'`]|(?<![\w.])expect\(|^[ \t]*(?:import|from)\s+(?:pytest|unittest)\b|^[ \t]*(?:async\s+)?def test_|["'](?:aws-cdk-lib|@aws-cdk)\/assert|aws_cdk\.assertions|org\.(?:junit|testng)\b|^[ \t]*\[(?:Fact|Theory|Test|TestMethod)\b|"github\.com\/gruntwork-io\/terratest\/|^[ \t]*"testing"[ \t]*\r?$/m;

/** Whether a file is a unit test by its name. */
export function isNamedTest(file: string): boolean {
  return NAME.test(file);
}

/** Whether a file is a unit test: one in a folder of tests by what it says. */
export function isTest({ file, text }: SourceFile): boolean {
  return isNamedTest(file) || (FOLDER.test(file) && WRITES_TESTS.test(text));
}
