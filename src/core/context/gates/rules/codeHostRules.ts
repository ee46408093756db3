import type { TokenRule } from '../secretRule.ts';

/** Code hosts, package registries, build services. Formats as of November 2026. */
export const CODE_HOST_RULES = [
  {
    id: 'github',
    label: 'GitHub token',
    anchors: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
    // The last six characters of most are a checksum. It is not asked for: a mistyped token still gives most of it away.
    pattern: /gh[oprsu]_[A-Za-z0-9_]{36,255}(?:\.[A-Za-z0-9_-]{10,1000}){0,2}/y,
    source:
      'https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/',
  },
  {
    id: 'githubFineGrained',
    label: 'GitHub token',
    anchors: ['github_pat_'],
    pattern: /github_pat_[A-Za-z0-9_]{36,255}/y,
    source:
      'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
  },
  {
    id: 'gitlab',
    label: 'GitLab token',
    anchors:
      'glpat- glptt- gldt- glrt- glrtr- glcbt- glft- glimt- glagent- gloas- glsoat- glffct- glwt-'.split(' '),
    pattern:
      /(?<![A-Za-z0-9])gl(?:pat|ptt|dt|rtr?|cbt|ft|imt|agent|oas|soat|ffct|wt)-[A-Za-z0-9_.-]{20,300}/y,
    check: 'isMixed',
    source: 'https://docs.gitlab.com/security/tokens/',
  },
  {
    id: 'gitlabRunner',
    label: 'GitLab runner token',
    anchors: ['GR1348941'],
    pattern: /GR1348941[A-Za-z0-9_-]{20,50}/y,
    source: 'https://docs.gitlab.com/security/tokens/',
  },
  {
    id: 'atlassian',
    label: 'Atlassian token',
    anchors: ['ATATT3', 'ATCTT3', 'ATBB'],
    pattern: /AT(?:ATT3|CTT3|BB)[A-Za-z0-9_-]{28,300}(?:=[0-9A-F]{8})?/y,
    check: 'isMixed',
    source:
      'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
  },
  {
    id: 'npm',
    label: 'npm token',
    anchors: ['npm_'],
    pattern: /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/y,
    check: 'isNoPhrase',
    source: 'https://docs.npmjs.com/about-access-tokens',
  },
  {
    id: 'pypi',
    label: 'PyPI token',
    anchors: ['pypi-AgE'],
    pattern: /pypi-AgE[A-Za-z0-9_-]{40,300}/y,
    source: 'https://docs.pypi.org/api/secrets/',
  },
  {
    id: 'rubyGems',
    label: 'RubyGems key',
    anchors: ['rubygems_'],
    pattern: /rubygems_[0-9a-f]{48}/y,
    source: 'https://guides.rubygems.org/api-key-scopes/',
  },
  {
    id: 'cratesIo',
    label: 'crates.io token',
    anchors: ['cio'],
    pattern: /(?<![A-Za-z0-9])cio[A-Za-z0-9]{32}(?![A-Za-z0-9])/y,
    check: 'isMixed',
    source: 'https://doc.rust-lang.org/cargo/reference/publishing.html',
  },
  {
    id: 'nuget',
    label: 'NuGet key',
    anchors: ['oy2'],
    pattern: /(?<![A-Za-z0-9])oy2[a-z0-9]{43}(?![A-Za-z0-9])/y,
    source: 'https://learn.microsoft.com/nuget/nuget-org/publish-a-package',
  },
  {
    id: 'docker',
    label: 'Docker token',
    anchors: ['dckr_'],
    pattern: /dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,40}/y,
    source: 'https://docs.docker.com/security/access-tokens/',
  },
  {
    id: 'artifactory',
    label: 'JFrog key',
    anchors: ['AKCp', 'cmVmdGtuOjA'],
    pattern: /(?<![A-Za-z0-9])(?:AKCp[A-Za-z0-9]{69,73}|cmVmdGtuOjA[A-Za-z0-9+/]{40,80}={0,2})/y,
    source: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key',
  },
  {
    id: 'sonar',
    label: 'SonarQube token',
    anchors: ['sqp_', 'sqa_', 'squ_'],
    pattern: /(?<![A-Za-z0-9])sq[apu]_[0-9a-f]{40}/y,
    source: 'https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/',
  },
  {
    id: 'circleCi',
    label: 'CircleCI token',
    anchors: ['CCIPAT_', 'CCIPRJ_'],
    pattern: /CCIP(?:AT|RJ)_[A-Za-z0-9]{20,24}_[0-9a-f]{40}/y,
    source: 'https://circleci.com/docs/managing-api-tokens/',
  },
  {
    id: 'buildkite',
    label: 'Buildkite token',
    anchors: ['bkua_', 'bkaj_', 'bkct_', 'bkpt_'],
    pattern: /bk(?:ua|aj|ct|pt)_[A-Za-z0-9]{32,64}/y,
    source: 'https://buildkite.com/docs/apis/managing-api-tokens',
  },
  {
    id: 'sourcegraph',
    label: 'Sourcegraph token',
    anchors: ['sgp_'],
    pattern: /(?<![A-Za-z0-9])sgp_(?:[0-9a-fA-F]{16}_|local_)?[0-9a-f]{40}/y,
    source: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
  },
  {
    id: 'postman',
    label: 'Postman key',
    anchors: ['PMAK-'],
    pattern: /PMAK-[0-9a-f]{24}-[0-9a-f]{34}/y,
    source: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
  },
  {
    id: 'launchDarkly',
    label: 'LaunchDarkly key',
    anchors: ['sdk-', 'api-'],
    pattern: /(?<![A-Za-z0-9-])(?:sdk|api)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/y,
    source: 'https://launchdarkly.com/docs/home/account/environment/keys',
  },
  {
    id: 'readMe',
    label: 'ReadMe key',
    anchors: ['rdme_'],
    pattern: /rdme_[a-z0-9]{70}/y,
    source: 'https://docs.readme.com/main/reference/intro/authentication',
  },
] as const satisfies readonly TokenRule[];
