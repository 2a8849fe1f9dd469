import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAddresses } from './addresses.ts';
import { parseReplacementOrigin } from './replacement-origin.ts';

const DOCS = 'docs.aws.amazon.com';
const page = (url: string) => new URL(url);

test("requests the vendor's own host over https, and no other", () => {
  const addresses = createAddresses([DOCS], {});
  assert.equal(
    addresses.requestUrl(page(`https://${DOCS}/a/b.html?x=1`)).href,
    `https://${DOCS}/a/b.html?x=1`,
  );
  for (const refused of [
    'https://example.com/a.html',
    `http://${DOCS}/a.html`,
    `https://${DOCS}:8443/a.html`,
    `https://user:secret@${DOCS}/a.html`,
    `https://${DOCS}.example.com/a.html`,
    `ftp://${DOCS}/a.html`,
  ]) {
    assert.throws(() => addresses.requestUrl(page(refused)), { reason: 'refused' }, refused);
  }
});

test("requests a mirror instead, and maps its pages back to the vendor's", () => {
  const addresses = createAddresses([DOCS, 'alas.aws.amazon.com'], { [DOCS]: 'http://127.0.0.1:8080/aws/' });
  const request = addresses.requestUrl(page(`https://${DOCS}/a/b.html`));
  assert.equal(request.href, 'http://127.0.0.1:8080/aws/a/b.html');
  assert.equal(addresses.pageUrl(request)?.href, `https://${DOCS}/a/b.html`);
  assert.equal(
    addresses.requestUrl(page('https://alas.aws.amazon.com/AL2/alas.rss')).href,
    'https://alas.aws.amazon.com/AL2/alas.rss',
  );
  assert.equal(addresses.pageUrl(page('http://127.0.0.1:8080/elsewhere/b.html')), null);
  assert.equal(addresses.pageUrl(page('http://127.0.0.1:9090/aws/a/b.html')), null);
  assert.equal(addresses.pageUrl(page(`https://${DOCS}/c.html`))?.href, `https://${DOCS}/c.html`);
  assert.equal(addresses.pageUrl(page(`http://${DOCS}/c.html`)), null);
});

test('accepts only http and https addresses without a password as a mirror', () => {
  assert.equal(parseReplacementOrigin('https://mirror.example/docs')?.href, 'https://mirror.example/docs');
  for (const wrong of [
    'mirror.example',
    'file:///etc',
    'http://user:secret@mirror.example',
    'http://m/?q=1',
    '',
  ]) {
    assert.equal(parseReplacementOrigin(wrong), null, wrong);
  }
  assert.throws(
    () => createAddresses([DOCS], { [DOCS]: 'http://user:secret@mirror.example' }),
    (error: Error) => {
      return !error.message.includes('secret');
    },
  );
});
