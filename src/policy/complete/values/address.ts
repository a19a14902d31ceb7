import type { Proposal } from '../item';
import { value, type ValueSource } from './source';

const open = (label: string, template: string, detail: string): Proposal => ({
  ...value(label, 2, detail),
  template,
});

/** Ranges of RFC 1918, which only requests through a VPC endpoint have. */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
const privateKeys = ['aws:vpcsourceip', 'aws:ec2instancesourceprivateipv4'];

/** Addresses and ranges in CIDR notation (RFC 4632). The open ones begin with ranges of RFC 5737 and RFC 3849. */
export const addresses: ValueSource = ({ key, type, operator: { known } }) => {
  if (known ? known.type !== 'IPAddress' : type !== 'IPAddress') return [];
  if (privateKeys.includes(key)) {
    return privateRanges.map((range) => value(range, 1, 'private range'));
  }
  return [
    open('203.0.113.0/24', '${1:203.0.113.0}/${2:24}', 'IPv4 range'),
    open('203.0.113.10/32', '${1:203.0.113.10}/32', 'IPv4 address'),
    open('2001:db8::/32', '${1:2001:db8::}/${2:32}', 'IPv6 range'),
  ];
};
