import type { TokenRule } from '../secretRule.ts';

/** Formats that belong to no single vendor. */
export const GENERAL_RULES = [
  {
    id: 'jwt',
    label: 'JSON Web Token',
    anchors: ['eyJ'],
    pattern:
      /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,2000}(?:\.[A-Za-z0-9_-]{8,6000}\.[A-Za-z0-9_-]{10,1500}|\.{2}[A-Za-z0-9_-]{10,1500})(?:\.[A-Za-z0-9_-]{10,3000}){0,2}/y,
    source: 'https://www.rfc-editor.org/rfc/rfc7519, https://www.rfc-editor.org/rfc/rfc7516',
  },
  {
    id: 'privateKeyBody',
    label: 'private key',
    // The first bytes of a key without its header: RSA, PKCS #8 of RSA, EC and Ed25519, SEC 1, OpenSSH.
    anchors: ['MII', 'MIG', 'MHcCAQEE', 'MC4CAQAwBQYDK2Vw', 'b3BlbnNzaC1rZXktdj'],
    pattern:
      /(?<![A-Za-z0-9+/])(?:MII[A-Za-z0-9+/]{3}IBAAK[BC]|MII[A-Za-z0-9+/]{3}IBADANBgkqhkiG9w0BAQEFAAS|MIG[A-Za-z0-9]AgEAM[A-Za-z0-9+/]{2}GByqGSM49|MHcCAQEE|MC4CAQAwBQYDK2Vw|b3BlbnNzaC1rZXktdj)[A-Za-z0-9+/=\r\n]{24,8000}/y,
    source: 'https://www.rfc-editor.org/rfc/rfc5958, https://www.rfc-editor.org/rfc/rfc8017',
  },
  {
    id: 'puttyKey',
    label: 'private key',
    anchors: ['Private-Lines: '],
    pattern: /(?<lead>Private-Lines: \d{1,3}\r?\n)[A-Za-z0-9+/=\r\n]{40,8000}/y,
    source: 'https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html',
  },
  {
    id: 'wireGuard',
    label: 'WireGuard key',
    anchors: ['PrivateKey', 'PresharedKey'],
    pattern: /(?<lead>(?:Private|Preshared)Key[ \t]{0,8}=[ \t]{0,8})[A-Za-z0-9+/]{43}=/y,
    source: 'https://www.wireguard.com/quickstart/',
  },
  {
    id: 'bearer',
    label: 'bearer token',
    anchors: ['Bearer ', 'bearer ', 'BEARER '],
    pattern: /(?<lead>[Bb](?:earer|EARER) {1,4})[A-Za-z0-9._~+/-]{16,2000}={0,2}/y,
    check: 'looksRandom',
    source: 'https://www.rfc-editor.org/rfc/rfc6750',
  },
  {
    id: 'basicAuth',
    label: 'basic credentials',
    anchors: ['Basic ', 'basic '],
    pattern: /(?<lead>[Bb]asic {1,4})[A-Za-z0-9+/]{8,400}={0,2}/y,
    check: 'isBasicCredentials',
    source: 'https://www.rfc-editor.org/rfc/rfc7617',
  },
  {
    id: 'netrc',
    label: 'password',
    anchors: ['login '],
    pattern: /(?<lead>login[ \t]{1,8}\S{1,80}\s{1,8}password[ \t]{1,8})[^\s\0]{3,200}/y,
    check: 'isNoPlaceholder',
    source: 'https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html',
  },
  {
    id: 'sqlPassword',
    label: 'password',
    anchors: ['IDENTIFIED BY ', 'identified by '],
    pattern:
      /(?<lead>(?:IDENTIFIED BY|identified by) {1,4}(?:PASSWORD {1,4}|password {1,4})?["'])[^\s"'\0]{4,200}/y,
    check: 'isNoPlaceholder',
    source: 'https://dev.mysql.com/doc/refman/8.4/en/create-user.html',
  },
  {
    id: 'commandLine',
    label: 'password',
    anchors: ['-u ', '--user '],
    pattern: /(?<lead>(?:-u|--user) {1,4}["']?[\w.@+-]{1,64}:)(?<=curl [^\n]{0,120})[^\s"'\0]{4,200}/y,
    check: 'isNoPlaceholder',
    source: 'https://curl.se/docs/manpage.html',
  },
] as const satisfies readonly TokenRule[];
