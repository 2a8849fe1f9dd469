import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAddresses, parseReplacementOrigin } from './addresses.ts';

const DOCS = 'docs.aws.amazon.com';
const page = (url: string) => new URL(url);

test('asks the vendor at its own host by https and nobody else', () => {
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

test('asks a stand-in in its place, below its path, and knows whose page came back', () => {
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

test('a stand-in is an http or https address without a password', () => {
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
