import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  parseIni,
  readHeader,
  splitLines,
  type IniFileKind,
} from '../../../../src/iam/connection/ini';
import { setProfile } from '../../../../src/iam/connection/iniEdit';

const KEYS = { aws_access_key_id: 'AKIANEW', aws_secret_access_key: 'new/secret+=' };

/** What a reader sees of a profile, later entries over earlier ones. */
function profileOf(text: string, file: IniFileKind, name: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const section of parseIni(text)) {
    const named = readHeader(section.header, file);
    if (named?.kind !== 'profile' || named.name !== name) continue;
    for (const entry of section.entries) found[entry.key] = entry.value;
  }
  return found;
}

describe('setProfile', () => {
  it('writes a first profile into an empty file', () => {
    assert.equal(
      setProfile('', 'credentials', 'rsdash', KEYS),
      '[rsdash]\naws_access_key_id = AKIANEW\naws_secret_access_key = new/secret+=\n',
    );
  });

  it('replaces values in place and keeps comments, order and other settings', () => {
    const before = [
      '# mine',
      '[default]',
      'aws_access_key_id=AKIAOLD',
      '; not a secret',
      'region = eu-central-1',
      'aws_secret_access_key = old',
      '',
      '[other]',
      'aws_access_key_id = AKIAOTHER',
      '',
    ].join('\n');
    assert.equal(
      setProfile(before, 'credentials', 'default', KEYS),
      before
        .replace('aws_access_key_id=AKIAOLD', 'aws_access_key_id=AKIANEW')
        .replace('= old', '= new/secret+='),
    );
  });

  it('keeps CRLF, a byte order mark and a missing final newline', () => {
    const before =
      '\uFEFF[default]\r\nregion = us-east-1\r\n\r\n[a]\r\naws_access_key_id = AKIAOLD';
    assert.equal(
      setProfile(before, 'credentials', 'a', { aws_access_key_id: 'AKIANEW' }),
      before.replace('AKIAOLD', 'AKIANEW'),
    );
    assert.equal(
      setProfile(before, 'credentials', 'default', { region: 'eu-west-1' }),
      before.replace('us-east-1', 'eu-west-1'),
    );
    assert.equal(
      setProfile(before, 'credentials', 'b', { region: 'x' }),
      `${before}\r\n\r\n[b]\r\nregion = x\r\n`,
    );
    assert.equal(
      setProfile(before, 'credentials', 'a', { region: 'x' }),
      `${before}\r\nregion = x\r\n`,
    );
  });

  it('quotes a name with spaces in the config file and finds it again', () => {
    const written = setProfile('', 'config', 'my profile', { region: 'us-east-1' });
    assert.equal(written, '[profile "my profile"]\nregion = us-east-1\n');
    assert.equal(
      setProfile(written, 'config', 'my profile', { region: 'eu-west-1' }),
      written.replace('us-east-1', 'eu-west-1'),
    );
    assert.match(
      setProfile('', 'config', 'default', { region: 'us-east-1' }),
      /^\[default\]\nregion/,
    );
  });

  it('takes a setting away, also from a second section of the same name', () => {
    const before = '[a]\naws_session_token = t1\nx = 1\n[b]\ny = 2\n[a]\naws_session_token = t2\n';
    assert.equal(
      setProfile(before, 'credentials', 'a', { aws_session_token: undefined, x: '9' }),
      '[a]\nx = 9\n[b]\ny = 2\n[a]\n',
    );
  });

  it('adds a setting after the last one of the section, before blank lines and comments', () => {
    assert.equal(
      setProfile('[a]\nx = 1\n\n# about b\n[b]\ny = 2\n', 'credentials', 'a', { region: 'z' }),
      '[a]\nx = 1\nregion = z\n\n# about b\n[b]\ny = 2\n',
    );
    assert.equal(setProfile('[a]', 'credentials', 'a', { region: 'z' }), '[a]\nregion = z\n');
  });

  it('moves an inline comment to its own line, where every tool takes it for one', () => {
    assert.equal(
      setProfile('[a]\nregion = old  # mine\n', 'credentials', 'a', { region: 'new' }),
      '[a]\n# mine\nregion = new\n',
    );
  });

  it('replaces a setting with all its indented lines and leaves an indented section indented', () => {
    assert.equal(
      setProfile('[profile a]\ns3 =\n  max = 1\n  min = 2\nx = 1\n', 'config', 'a', { s3: 'none' }),
      '[profile a]\ns3 =none\nx = 1\n',
    );
    assert.equal(
      setProfile('[a]\n  x = 1\n  region = b\n', 'credentials', 'a', { region: 'c' }),
      '[a]\n  x = 1\n  region = c\n',
    );
  });

  it('refuses what the format cannot hold', () => {
    const refused: [string, Record<string, string>][] = [
      ['a]b', {}],
      ['', {}],
      [' a', {}],
      ['a\nb', {}],
      ['__proto__', {}],
      ['a', { region: 'x\n[b]' }],
      ['a', { region: 'x # y' }],
      ['a', { region: ' x' }],
      ['a', { region: '' }],
      ['a', { 'reg ion': 'x' }],
    ];
    for (const [name, values] of refused) {
      assert.throws(() => setProfile('', 'credentials', name, values), { reason: 'invalidInput' });
    }
  });
});

const lineEnd = fc.constantFrom('\n', '\r\n');
const line = fc.oneof(
  fc.constantFrom(
    '[default]',
    '[a]',
    '[profile a]',
    '[profile "a b"]',
    '[services s]',
    '[broken',
    '',
    '   ',
    '# comment',
    '; comment',
    '  # indented comment',
    '= nothing',
    'garbage',
  ),
  fc
    .tuple(
      fc.constantFrom('', '  ', '\t'),
      fc.constantFrom('region', 'aws_access_key_id', 'aws_session_token', 'x', 'REGION'),
      fc.constantFrom('=', ' = ', ' : '),
      fc.constantFrom('', 'v', 'v # c', 'a=b', 'ü'),
    )
    .map((parts) => parts.join('')),
);
const file = fc
  .tuple(fc.constantFrom('', '\uFEFF'), fc.array(line, { maxLength: 14 }), lineEnd, fc.boolean())
  .map(([mark, lines, end, closed]) => mark + lines.join(end) + (closed ? end : ''));
const kind = fc.constantFrom<IniFileKind>('config', 'credentials');
const name = fc.constantFrom('default', 'a', 'a b', 'new');
const values = fc.record(
  {
    region: fc.constantFrom('us-east-1', 'eu-west-1'),
    aws_access_key_id: fc.stringMatching(/^[A-Z0-9]{4,20}$/),
    aws_session_token: fc.constant(undefined),
  },
  { requiredKeys: ['region'] },
);

describe('parseIni', () => {
  it('takes any text apart, quickly, and its lines are the text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        parseIni(text);
        assert.equal(splitLines(text).join(''), text);
      }),
    );
    const spaces = ' '.repeat(200_000);
    const started = performance.now();
    for (const line of [`a${spaces}`, `a =${spaces}b`, `a = b${spaces}`, `[a${spaces}`, spaces]) {
      parseIni(`[x]\n${line}\n`);
      setProfile(`[x]\n${line}\n`, 'credentials', 'x', { a: 'c' });
    }
    assert.ok(performance.now() - started < 2_000);
  });
});

describe('setProfile, whatever the file', () => {
  it('is read back as written, and writing it again changes nothing', () => {
    fc.assert(
      fc.property(file, kind, name, values, (text, which, profile, wanted) => {
        const written = setProfile(text, which, profile, wanted);
        const found = profileOf(written, which, profile);
        for (const [key, value] of Object.entries(wanted)) assert.equal(found[key], value, written);
        assert.equal(setProfile(written, which, profile, wanted), written);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves every other profile, every comment and the order of lines alone', () => {
    fc.assert(
      fc.property(file, kind, name, values, (text, which, profile, wanted) => {
        const written = setProfile(text, which, profile, wanted);
        for (const other of ['default', 'a', 'a b', 'new']) {
          if (other === profile) continue;
          assert.deepEqual(profileOf(written, which, other), profileOf(text, which, other));
        }
        const kept = (source: string): string[] =>
          source
            .split(/\r?\n/)
            .map((each) => each.trim())
            .filter((each) => /^[#;[]/.test(each));
        const before = kept(text);
        const after = kept(written);
        let next = 0;
        for (const each of after) if (each === before[next]) next++;
        assert.equal(next, before.length, `${text}\n→\n${written}`);
        assert.equal(written.startsWith('\uFEFF'), text.startsWith('\uFEFF'));
      }),
      { numRuns: 2000 },
    );
  });
});
