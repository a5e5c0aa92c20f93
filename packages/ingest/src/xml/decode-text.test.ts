// Which charset a document is in, and what its bytes say to that.
import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? ascii(part) : part)));
const utf16 = (text: string, littleEndian: boolean): number[] =>
  ascii(text).flatMap((code) => (littleEndian ? [code, 0] : [0, code]));

test.each([
  [
    'a byte-order mark before everything',
    bytes([0xef, 0xbb, 0xbf], 'x', [0xc3, 0xa9]),
    'text/xml; charset=iso-8859-1',
    'utf-8',
    'xé',
  ],
  [
    'the header before the declaration',
    bytes('<?xml version="1.0" encoding="koi8-r"?>', [0xe9]),
    'text/xml; charset="windows-1252"',
    'windows-1252',
    'é',
  ],
  [
    'the XML declaration',
    bytes('<?xml version="1.0" encoding="ISO-8859-15"?>', [0xa4]),
    'text/xml',
    'iso-8859-15',
    '€',
  ],
  ['a meta element', bytes('<html><meta charset=shift_jis>', [0x82, 0xa0]), null, 'shift_jis', 'あ'],
  ['UTF-8 when nothing is said', bytes([0xc3, 0xa9]), null, 'utf-8', 'é'],
  ['Windows-1252 when it cannot be UTF-8', bytes('caf', [0xe9]), null, 'windows-1252', 'café'],
  ['UTF-16 by its mark', bytes([0xff, 0xfe], utf16('<a/>', true)), null, 'utf-16le', '<a/>'],
  ['UTF-16 by the shape of its first sign', bytes(utf16('<a/>', false)), null, 'utf-16be', '<a/>'],
  ['UTF-32', bytes([0x3c, 0, 0, 0], [0x61, 0, 0, 0]), null, 'utf-32le', '<a'],
])('%s', (_what, input, contentType, encoding, end) => {
  const decoded = decodeText(input, contentType);
  expect(decoded.encoding).toBe(encoding);
  expect(decoded.text.endsWith(end)).toBe(true);
});

test.each([
  [
    'UTF-8 under a Latin-1 label',
    bytes('<?xml version="1.0" encoding="iso-8859-1"?>', [0xc3, 0xa9]),
    'utf-8',
    'é',
    'declared iso-8859-1, but the bytes are utf-8',
  ],
  [
    'Windows-1252 under a UTF-8 label',
    bytes('<?xml version="1.0" encoding="utf-8"?>Mayor', [0x92], 's'),
    'windows-1252',
    'Mayor’s',
    'declared utf-8, but the bytes are not',
  ],
  [
    'a label that nobody knows',
    bytes('<?xml version="1.0" encoding="x-made-up"?>', [0xc3, 0xa9]),
    'utf-8',
    'é',
    'unknown charset x-made-up',
  ],
  [
    'a 16-bit label over 8-bit bytes',
    bytes('<?xml version="1.0" encoding="utf-16"?>x'),
    'utf-8',
    'x',
    'declared utf-16 contradicts the bytes',
  ],
])('%s is corrected and said', (_what, input, encoding, end, warning) => {
  const decoded = decodeText(input, null);
  expect(decoded.encoding).toBe(encoding);
  expect(decoded.text.endsWith(end)).toBe(true);
  expect(decoded.warnings[0]).toBe(warning);
});

test('a few broken sequences in UTF-8 are replaced, not reinterpreted', () => {
  const decoded = decodeText(bytes([0xc3, 0xa9, 0xc3, 0xa9, 0xff]), 'text/xml; charset=utf-8');
  expect(decoded).toMatchObject({ encoding: 'utf-8', text: 'éé\ufffd' });
});

test('nothing is empty text', () => {
  expect(decodeText(new Uint8Array(), null)).toEqual({ text: '', encoding: 'utf-8', warnings: [] });
});
