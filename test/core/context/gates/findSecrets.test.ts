import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripInvisible } from '../../../../src/core/context/gates/findInvisible.ts';
import { findSecrets, SECRET_SCANNERS } from '../../../../src/core/context/gates/findSecrets.ts';
import { maskSecret } from '../../../../src/core/context/gates/secretHit.ts';
import { measureRecall } from './measureRecall.ts';
import { readPackageTexts } from './packageTexts.ts';
import { ALNUM, HEX, seededRandom } from './randomSecrets.ts';
import { SECRET_FORMATS } from './secretFormats.ts';
import { SECRET_POSITIONS } from './secretPositions.ts';

const random = seededRandom(7);
const token = `ghp_${random.text(ALNUM, 36)}`;
const found = (text: string) =>
  findSecrets(text).map(({ start, end, label }) => [text.slice(start, end), label]);

describe('recall', () => {
  const recall = measureRecall(3);

  it('is measured on enough formats and positions', () => {
    expect(SECRET_FORMATS.length).toBeGreaterThanOrEqual(60);
    expect(SECRET_POSITIONS.length).toBeGreaterThanOrEqual(6);
  });

  it('is at least 95 % over all formats and positions', () => {
    const hits = recall.reduce((sum, row) => sum + row.found, 0);
    const tried = recall.reduce((sum, row) => sum + row.tried, 0);
    expect(hits / tried).toBeGreaterThanOrEqual(0.95);
  });

  it('is complete for the formats that are promised', () => {
    const missed = recall.filter(({ format, found, tried }) => format.isPromised && found < tried);
    expect(missed).toEqual([]);
  });

  it('leaves out no format and no position', () => {
    expect(recall.filter((row) => row.found === 0)).toEqual([]);
  });
});

describe('false alarms', () => {
  it('are at most one in a hundred files of public packages', () => {
    const texts = readPackageTexts();
    expect(texts.length).toBeGreaterThanOrEqual(200);
    const alarms = texts.filter(({ text }) => findSecrets(text).length > 0).map(({ file }) => file);
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(texts.length / 100);
  });

  it.each([
    'DB_PASSWORD=changeme',
    `DB_PASSWORD=${'$'}{DB_PASSWORD}`,
    'const password = process.env.DB_PASSWORD;',
    'apiKey: "<your-api-key>"',
    'api_key = "YOUR_API_KEY_HERE_12345678"',
    'password: string;',
    'type: "password", label: "Password", token: "punctuation.definition.string"',
    'const token = tokens[index2];',
    `aws_access_key_id = AKIA${'IOSFODNN7'}EXAMPLE`,
    `aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'EXAMPLEKEY'}`,
    `token: ghp_${'x'.repeat(36)}`,
    'https://user:password@example.com/path',
    `const url = \`https://${'$'}{user}:${'$'}{password}@host\``,
    'if (pem.startsWith("-----BEGIN PRIVATE KEY-----") && pem.endsWith("-----END PRIVATE KEY-----")) {}',
    'Authorization: Bearer your-access-token',
    `integrity sha512-${seededRandom(3).text(ALNUM, 86)}==`,
    `commit ${seededRandom(3).text(HEX, 40)}`,
    'TOKEN_LIMIT=40000 PASSWORD_FILE=/run/secrets/db_password2',
    'http://localhost:3000/@scope/package',
  ])('not for %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('findSecrets', () => {
  it('names what it found and covers nothing else', () => {
    expect(found(`GITHUB_TOKEN=${token}\n`)).toEqual([[token, 'GitHub token']]);
    const password = `${random.text(ALNUM, 12)}9!`;
    expect(found(`postgres://app:${password}@db.internal/main`)).toEqual([[password, 'URL credentials']]);
    expect(found(`DB_PASSWORD=${password}\nDEBUG=1`)).toEqual([[password, 'password']]);
  });

  it('tells a password behind an exclamation mark from a tag of YAML', () => {
    const password = `!${'oaSozx'}NxiyCEtaCmF`;
    expect(found(`mongodb://svc:${password}@db.internal/main`)).toEqual([[password, 'URL credentials']]);
    expect(found('DB_PASSWORD: !ImportValue')).toEqual([]);
  });

  it('says how the secret was encoded', () => {
    const encodings = (text: string) => findSecrets(text).map(({ encoding }) => encoding);
    const escaped = [...token].map((char) => `\\u00${char.charCodeAt(0).toString(16)}`).join('');
    expect(encodings(token)).toEqual(['plain']);
    expect(encodings(`"${escaped}"`)).toEqual(['escaped']);
    expect(encodings(token.replace('_', '%5F'))).toEqual(['escaped']);
    expect(encodings(Buffer.from(token).toString('base64'))).toEqual(['base64']);
  });

  it('sees through more than one disguise', () => {
    const twice = Buffer.from(Buffer.from(`TOKEN=${token}`).toString('base64')).toString('base64url');
    expect(found(`x ${twice} y`)).toEqual([[twice, 'GitHub token']]);
    const wide = [...token].map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('\u2060');
    expect(found(`token ${wide}.`)).toEqual([[wide, 'GitHub token']]);
    const utf16 = Buffer.from(`password ${token}`, 'utf16le').toString('base64');
    expect(found(`powershell -EncodedCommand ${utf16}`)).toEqual([[utf16, 'GitHub token']]);
  });

  it('finds base64 behind other text of the same alphabet', () => {
    const encoded = Buffer.from(`key ${token}`).toString('base64url');
    for (const lead of ['a', 'ab', 'abc', 'blob/v1/', 'x-']) {
      expect(findSecrets(lead + encoded), lead).toHaveLength(1);
    }
  });

  it('finds keys that were cut off at either end', () => {
    const dash = '-'.repeat(5);
    const lines = Array.from({ length: 6 }, () => random.text(ALNUM, 64)).join('\n');
    const head = `${dash}BEGIN RSA PRIVATE KEY${dash}\n${lines}`;
    const tail = `${lines}\n${dash}END RSA PRIVATE KEY${dash}`;
    expect(found(`first\n${head}\n`)).toEqual([[head, 'private key']]);
    expect(found(`first\n${tail}\nlast`)).toEqual([[tail, 'private key']]);
  });

  it('finds the other half of a pair of AWS keys', () => {
    const id = `AK${'IA'}${random.text('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 16)}`;
    const secret = random.text(`${ALNUM}+`, 40);
    expect(found(`bob,${id},${secret}\n`).map(([text]) => text)).toEqual([id, secret]);
  });

  it('takes further scanners', () => {
    const scan = (text: string) =>
      [...text.matchAll(/acme-\d{8}/g)].map(({ index }) => ({
        start: index,
        end: index + 13,
        kind: 'genericSecret' as const,
      }));
    const [hit, ...more] = findSecrets('a ac\u200bme-12345678 b', [...SECRET_SCANNERS, scan]);
    expect(more).toEqual([]);
    expect(hit).toMatchObject({ start: 2, end: 16, label: 'secret' });
  });

  it('finds the same places with and without invisible characters', () => {
    fc.assert(
      fc.property(
        fc.nat(token.length),
        fc.constantFrom('\u200b', '\u2060', '\u202e', '\u{e0041}', '\ufeff'),
        (at, char) => {
          const hidden = `key ${token.slice(0, at)}${char}${token.slice(at)}.`;
          expect(findSecrets(hidden)).toHaveLength(1);
          expect(found(stripInvisible(hidden))).toEqual([[token, 'GitHub token']]);
        },
      ),
    );
  });

  it('never fails and gives disjoint places in order', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('token=', '://a:', '%41', '\\n', token, '\0', '-----BEGIN '),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end } of findSecrets(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          at = end;
        }
      }),
    );
  });

  it('shows no more of a secret than its first characters', () => {
    expect(maskSecret(token)).toBe('ghp_… (40 characters)');
    expect(maskSecret('a1b2c3d4')).toBe('… (8 characters)');
  });
});
