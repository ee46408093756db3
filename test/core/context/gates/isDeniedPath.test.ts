import { describe, expect, it } from 'vitest';
import { DENY_REASONS } from '../../../../src/core/context/gates/deniedPaths.ts';
import { isDeniedPath } from '../../../../src/core/context/gates/isDeniedPath.ts';

describe('isDeniedPath', () => {
  it.each([
    ['.env', 'environment'],
    ['app/.env.local', 'environment'],
    ['.env.production', 'environment'],
    ['.ENV', 'environment'],
    ['.env.', 'environment'],
    ['C:\\work\\.env::$DATA', 'environment'],
    ['deploy\\prod.env', 'environment'],
    ['.envrc', 'environment'],
    ['.streamlit/secrets.toml', 'environment'],
    ['certs/server.pem', 'privateKey'],
    ['certs/SERVER.KEY', 'privateKey'],
    ['a.p12', 'privateKey'],
    ['a.pfx', 'privateKey'],
    ['android/release.jks', 'privateKey'],
    ['android/release.keystore', 'privateKey'],
    ['/home/me/.ssh/id_rsa', 'privateKey'],
    ['id_ed25519', 'privateKey'],
    ['id_ecdsa_sk', 'privateKey'],
    ['id_rsa.bak', 'privateKey'],
    ['.netrc', 'credentials'],
    ['_netrc', 'credentials'],
    ['web/.npmrc', 'credentials'],
    ['.pypirc', 'credentials'],
    ['.git-credentials', 'credentials'],
    ['.docker/config.json', 'credentials'],
    ['.codex/auth.json', 'credentials'],
    ['.claude/.credentials.json', 'credentials'],
    ['credentials.json', 'credentials'],
    ['/home/me/.aws/credentials', 'cloud'],
    ['.kube/config', 'cloud'],
    ['my-service-account-prod.json', 'cloud'],
    ['service-account.json', 'cloud'],
    ['terraform.tfvars', 'infrastructure'],
    ['prod.auto.tfvars', 'infrastructure'],
    ['terraform.tfstate', 'infrastructure'],
    ['terraform.tfstate.backup', 'infrastructure'],
    ['vault.kdbx', 'passwords'],
    ['.htpasswd', 'passwords'],
    ['.pgpass', 'passwords'],
    ['.bash_history', 'history'],
    ['.psql_history', 'history'],
  ] as const)('%s: %s', (path, reason) => {
    expect(isDeniedPath(path)).toBe(reason);
    expect(DENY_REASONS[reason]).not.toBe('');
  });

  it.each([
    '.env.example',
    '.env.sample',
    'app/.env.template',
    'id_rsa.pub',
    'src/env.ts',
    'src/environment.ts',
    'src/auth.ts',
    'src/credentials.ts',
    'docs/keys.md',
    'config.json',
    'kube/config.yaml',
    'package.json',
    'terraform.tfvars.example',
    'example.tfvars',
    'src/history.ts',
    'key.ts',
    'monkey',
    '',
    '/',
  ])('lets %s through', (path) => {
    expect(isDeniedPath(path)).toBeUndefined();
  });
});
