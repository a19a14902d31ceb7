import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { WireFinding } from '../../../../src/policy/accessAnalyzer/model';
import { placeFindings } from '../../../../src/policy/accessAnalyzer/place';
import { Positions } from '../../../../src/policy/accessAnalyzer/positions';
import { parsePolicy } from '../../../../src/policy/parse';
import { at, path } from './wire';

/** The trust policy and the places of AWS's own answer in the examples of the AWS CLI. */
const COGNITO = `{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Sid": "",
            "Effect": "Allow",
            "Principal": {
                "Federated": "cognito-identity.amazonaws.com"
            },
            "Action": [
                "sts:AssumeRole",
                "sts:TagSession"
            ],
            "Condition": {
                "StringEquals": {
                    "cognito-identity.amazonaws.com:aud": "us-west-2_EXAMPLE"
                }
            }
        }
    ]
}
`;
const AWS_PLACES = [
  [path('Statement', 0, 'Sid'), [5, 19, 79], [5, 21, 81], '""'],
  [path('Statement', 0, 'Action', 0), [11, 16, 258], [11, 32, 274], '"sts:AssumeRole"'],
  [
    path('Statement', 0, 'Principal', 'Federated'),
    [8, 29, 170],
    [8, 61, 202],
    '"cognito-identity.amazonaws.com"',
  ],
  [path('Statement', 0, 'Action', 1), [12, 16, 292], [12, 32, 308], '"sts:TagSession"'],
  [
    path('Statement', 0, 'Condition', 'StringEquals', 'cognito-identity.amazonaws.com:aud'),
    [16, 58, 443],
    [16, 77, 462],
    '"us-west-2_EXAMPLE"',
  ],
] as const;

const position = ([line, column, offset]: readonly [number, number, number]) => ({
  line,
  column,
  offset,
});

/** What is marked of the text for one finding. */
function marked(text: string, finding: WireFinding): string {
  const [placed] = placeFindings(parsePolicy(text), [finding]);
  assert.ok(placed);
  return text.slice(placed.mark.offset, placed.mark.end);
}

describe('the places of Access Analyzer', () => {
  it('are those of an answer that AWS published, by path and by position alike', () => {
    for (const [steps, start, end, text] of AWS_PLACES) {
      const span = { start: position(start), end: position(end) };
      const both = at('CODE', [...steps], { locations: [{ path: [...steps], span }] });
      const byPath = at('CODE', [...steps]);
      const bySpan = at('CODE', [], { locations: [{ path: [], span }] });
      for (const finding of [both, byPath, bySpan]) assert.equal(marked(COGNITO, finding), text);
    }
  });

  it('follow keys, substrings, single values and steps that lead nowhere', () => {
    const text =
      '{"Statement":{"Effect":"Allow","Action":"s3:Get*","Condition":{"Bool":{"aws:x":1}}}}';
    const cases: [string, WireFinding][] = [
      ['"Effect"', at('A', [...path('Statement', 0), { key: 'Effect' }])],
      ['"Allow"', at('A', path('Statement', 'Effect'))],
      ['"s3:Get*"', at('A', path('Statement', 0, 'Action', 0))],
      ['Get', at('A', [...path('Statement', 0, 'Action'), { substring: { start: 3, length: 3 } }])],
      [
        '"s3:Get*"',
        at('A', [...path('Statement', 0, 'Action'), { substring: { start: 3, length: 99 } }]),
      ],
      ['"aws:x"', at('A', [...path('Statement', 0, 'Condition', 'Bool'), { key: 'aws:x' }])],
      [text, at('A', path('Statement', 7, 'Action'))],
      [text, at('A', [], { locations: [] })],
    ];
    for (const [wanted, finding] of cases) assert.equal(marked(text, finding), wanted);
  });

  it('take the position to tell keys of one name apart, and else the last as JSON does', () => {
    const text = '{"Version":"one","Version":"two"}';
    const span = {
      start: { line: 1, column: 11, offset: 11 },
      end: { line: 1, column: 16, offset: 16 },
    };
    const first = at('A', [], { locations: [{ path: path('Version'), span }] });
    assert.equal(marked(text, first), '"one"');
    assert.equal(marked(text, at('A', path('Version'))), '"two"');
  });

  it('are marked on one line only, and whole where they are compared', () => {
    const text = '{\r\n  "Statement": [\r\n    { "Effect": "Allow" }\r\n  ]\r\n}';
    const [placed] = placeFindings(parsePolicy(text), [at('A', path('Statement'))]);
    assert.equal(text.slice(placed?.mark.offset, placed?.mark.end), '[');
    assert.equal(text.slice(placed?.places[0].offset, placed?.places[0].end).at(-1), ']');
  });

  it("link to AWS's pages and to no other", () => {
    const page = (learnMoreLink: string) =>
      placeFindings(parsePolicy('{}'), [at('A', [], { learnMoreLink })])[0]?.url;
    const aws = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/a.html#b';
    assert.equal(page(aws), aws);
    for (const link of [
      'http://docs.aws.amazon.com/x',
      'https://evil-amazon.com/x',
      'https://amazon.com.evil.example/x',
      'command:workbench.action.quit',
      'https://user@amazon.com/x',
    ]) {
      assert.equal(page(link), undefined, link);
    }
  });
});

/** Line, column and offset of a UTF-16 offset, counted by a service in its own units. */
function counted(text: string, offset: number, size: (text: string) => number) {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return {
    line: before.length,
    column: size(before.at(-1) ?? ''),
    offset: size(text.slice(0, offset)),
  };
}

describe('positions', () => {
  const ways: [string, (text: string) => number][] = [
    ['UTF-16 code units', (text) => text.length],
    ['code points', (text) => Array.from(text).length],
    ['bytes', (text) => Buffer.byteLength(text)],
  ];

  for (const [name, size] of ways) {
    it(`are found when the service counts ${name}`, () => {
      const line = fc.array(
        fc.constantFrom('a', '"', ' ', 'é', 'ü', '€', '😀', '\r\n', '\n', '\t'),
      );
      fc.assert(
        fc.property(line, fc.nat(), fc.nat(), (characters, one, two) => {
          const text = characters.join('');
          const ends = characters.reduce<number[]>(
            (all, each) => [...all, (all.at(-1) ?? 0) + each.length],
            [0],
          );
          const pick = (number: number) => ends[number % ends.length] ?? 0;
          const [offset, end] = [pick(one), pick(two)].sort((a, b) => a - b) as [number, number];
          const span = { start: counted(text, offset, size), end: counted(text, end, size) };
          const found = new Positions(text).fromWire(span);
          assert.ok(found);
          // Two ways of counting may agree by chance, as on a text of one line: the first is taken.
          const chance = ways.some(([, other]) =>
            ends.some(
              (at) =>
                at !== offset &&
                JSON.stringify(counted(text, at, other)) === JSON.stringify(span.start),
            ),
          );
          if (!chance) assert.equal(found.offset, offset);
        }),
      );
    });
  }

  it('that do not agree are taken by line and column, within the line', () => {
    const text = 'ab\r\ncd\r\n';
    const from = (line: number, column: number, offset: number) =>
      new Positions(text).fromWire({
        start: { line, column, offset },
        end: { line, column, offset },
      })?.offset;
    assert.equal(from(2, 1, 99), 5);
    assert.equal(from(2, 50, 0), 7);
    assert.equal(from(3, 0, 0), 8);
    for (const wrong of [0, -1, 9, Number.NaN, 1.5]) assert.equal(from(wrong, 0, -1), undefined);
    assert.equal(from(1, Number.NaN, -1), undefined);
  });

  it('never throw, whatever comes', () => {
    const number = fc.oneof(fc.integer(), fc.double());
    const wire = fc.record({ line: number, column: number, offset: number });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), wire, wire, (text, start, end) => {
        const span = new Positions(text).fromWire({ start, end });
        assert.ok(!span || (span.offset >= 0 && span.end <= text.length));
      }),
    );
  });
});
