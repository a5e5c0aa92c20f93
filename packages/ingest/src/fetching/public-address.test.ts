// Which addresses are public.
import { UsageError } from '@civicwire/shared';
import { expect, test } from 'vitest';
import { createAddressRule, isAddressRange } from './public-address.ts';

const rule = createAddressRule([]);

test.each(['93.184.215.14', '8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
  '%s is public',
  (address) => {
    expect(rule.objection(address, 443)).toBeNull();
  },
);

test.each([
  '127.0.0.1',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '192.0.2.1',
  '198.18.0.1',
  '240.0.0.1',
  '::',
  '::1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fec0::1',
  'ff02::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2001::1',
  '::ffff:127.0.0.1',
  '::127.0.0.1',
  '64:ff9b::a00:1',
  '64:ff9b:1::1',
  '100::1',
  'nonsense',
  '',
])('%s is not', (address) => {
  expect(rule.objection(address, 443)).not.toBeNull();
});

test('on public addresses only the usual web ports are contacted', () => {
  expect(rule.objection('8.8.8.8', 8080)).toBeNull();
  expect(rule.objection('8.8.8.8', 22)).toBe('port 22');
});

test("the operator's ranges are free at every port, and nothing beside them", () => {
  const own = createAddressRule(['127.0.0.0/8', '10.1.2.3', 'fd00::/8']);
  expect(own.objection('127.8.8.8', 4321)).toBeNull();
  expect(own.objection('::ffff:127.0.0.1', 22)).toBeNull();
  expect(own.objection('10.1.2.3', 80)).toBeNull();
  expect(own.objection('fd12::1', 80)).toBeNull();
  expect(own.objection('10.1.2.4', 80)).toBe('private address');
  expect(own.objection('::1', 80)).toBe('loopback address');
});

test('an unreadable range is the operator’s error', () => {
  expect(() => createAddressRule(['127.0.0.0/99'])).toThrow(UsageError);
  expect([isAddressRange('127.0.0.0/8'), isAddressRange('::1'), isAddressRange('localhost')]).toEqual([
    true,
    true,
    false,
  ]);
});
