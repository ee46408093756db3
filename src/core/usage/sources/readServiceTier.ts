/** A line of TOML that names a section, or one that gives a name a text. */
const SECTION = /^\s*\[\s*([^\]]+?)\s*\]/;
const TEXT = /^\s*(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** The service tier in Codex's `config.toml`: that of the profile in use, else that for all. */
export function readServiceTier(config: string): string | undefined {
  const tiers = new Map<string, string>();
  let [section, profile] = ['', ''];
  for (const line of config.split('\n')) {
    section = SECTION.exec(line)?.[1]?.replaceAll(/["']/g, '') ?? section;
    const [, name, double, single] = TEXT.exec(line) ?? [];
    const value = double ?? single ?? '';
    if (name === 'service_tier') tiers.set(section, value);
    if (name === 'profile' && section === '') profile = value;
  }
  return tiers.get(`profiles.${profile}`) ?? tiers.get('');
}
