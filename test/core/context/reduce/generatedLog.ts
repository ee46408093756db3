import fc from 'fast-check';

const word = fc.constantFrom(
  'cart',
  'tax',
  'total',
  'order',
  'user',
  'pool',
  'déjà',
  '中文',
  '😀',
  'a b',
  '[id]',
  '',
  'v1.2',
  '$&',
);
const small = fc.nat(40);
const path = fc
  .tuple(
    fc.constantFrom(
      '',
      './',
      '/home/ann/',
      'C:\\shop\\',
      '../',
      'file:///srv/',
      'http://localhost:5173/',
      '@/',
      'node_modules/x/',
      '/usr/lib/python3.12/site-packages/y/',
      '~/',
    ),
    fc.constantFrom('src/', 'src/[id]/', 'lib/(group)/', 'ü/', 'a b/', ''),
    fc.constantFrom('cart', 'index', 'x.test', 'Ärger', 'a-b_c', '[slug]'),
    fc.constantFrom('.ts', '.js', '.py', '.go', '.rs', '.java', '.tsx', '.rb', '.cs', '.xyz', '.com'),
  )
  .map((parts) => parts.join(''));

const place = fc.tuple(path, small, small, fc.nat(9)).map(([file, line, column, form]) => {
  const forms = [
    `${file}:${line}:${column}`,
    `${file}:${line}`,
    `${file}(${line},${column})`,
    `File "${file}", line ${line}`,
    `${file}:[${line},${column}]`,
    `${file}:line ${line}`,
    `${file} on line ${line}`,
    `Makefile:${line}`,
    `${file} ${line}:${column}`,
    `${file}: line ${line}`,
  ];
  return forms[form] ?? '';
});

const error = fc.tuple(fc.nat(13), word, small).map(([form, what, number]) => {
  const forms = [
    `Error: ${what} ${number} failed`,
    `TypeError: ${what} is not a function`,
    `error TS${number}: ${what}`,
    `ERROR [main] c.e.${what} - ${number}`,
    `npm ERR! ${what}`,
    `##[error]${what} ${number}`,
    `E   assert ${number} == ${what}`,
    `✕ ${what} ${number}`,
    `Caused by: java.lang.IllegalStateException: ${what}`,
    `FAIL ${what}`,
    `panic: ${what} after ${number}ms`,
    `[ERROR] req-${number}abc ${what} ${'x'.repeat(number * 20)}`,
    `"GET /${what} HTTP/1.1" 500 ${number}`,
    `error: ${what}  (×${number})`,
  ];
  return forms[form] ?? '';
});

const line = fc.oneof(
  { weight: 4, arbitrary: error },
  { weight: 3, arbitrary: fc.tuple(place, error).map(([at, what]) => `${at}: ${what}`) },
  { weight: 2, arbitrary: fc.tuple(error, place).map(([what, at]) => `${what} at ${at}`) },
  { weight: 4, arbitrary: fc.tuple(word, place).map(([what, at]) => `    at ${what} (${at})`) },
  {
    weight: 2,
    arbitrary: fc.tuple(place, word).map(([at, what]) => `  ${at}, in ${what}\n    raise ${what}()`),
  },
  { weight: 2, arbitrary: fc.tuple(place, error).map(([at, what]) => `  ${at}, in f\n    raise ${what}`) },
  { weight: 1, arbitrary: fc.tuple(path, small).map(([at, n]) => `main.${n}(0x${n})\n\t${at}:${n} +0x1d`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(path, small, error)
      .map(([at, n, what]) => `${at}\n  ${n}:5  error  ${what}\n  ${n}:7  warning  no`),
  },
  { weight: 2, arbitrary: fc.tuple(word, place).map(([what, at]) => `✓ ${what} ${at} (3 ms)`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(place, place, word)
      .map(([at, also, what]) => `warning: ${what} in ${at} and ${also}`),
  },
  { weight: 3, arbitrary: fc.tuple(word, small).map(([what, n]) => `INFO ${what} took ${n} ms`) },
  { weight: 1, arbitrary: small.map((n) => `${'='.repeat(n)}> ${n}%\r${'='.repeat(n)}=> ${n + 1}%`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(error, place)
      .map(([what, at]) =>
        JSON.stringify({ level: 50, msg: what, err: { stack: `${what}\n    at f (${at})` }, at }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(place, error, small)
      .map(([at, what, n]) => `${'x '.repeat(n * 60)}${at} ${'y'.repeat(n * 60)} ${what}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '',
      '   ',
      '   |',
      '^^^^',
      '…',
      'src/a.ts',
      '##[endgroup]',
      'Traceback (most recent call last):',
      '    ... 12 more',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

const prefix = fc.constantFrom(
  '',
  '',
  '',
  '2026-02-03T10:00:00.123Z ',
  '[10:00:01] ',
  'web-1  | ',
  'Feb  3 10:00:01 ',
  '\u001b[31m',
  'job\tstep\t2026-02-03T10:00:00.1234567Z ',
  '10.0.0.1 - - [03/Feb/2026:10:00:01 +0000] ',
);

/** Logs of every format mixed, with repeats, colours, times, places in every form, lines too long and stray bytes. */
export const generatedLog: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(prefix, line, fc.constantFrom(1, 1, 1, 2, 5)), { maxLength: 60, size: 'max' }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
  )
  .map(([lines, end]) =>
    lines.flatMap(([start, text, times]) => Array<string>(times).fill(start + text)).join(end),
  );
