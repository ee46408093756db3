import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { FoundSecret } from '../../core/context/gates/foundSecret.ts';
import { isPlaceholder } from '../../core/context/gates/placeholders.ts';
import { hasVariety } from '../../core/context/gates/secretChecks.ts';
import type { SecretKind } from '../../core/context/gates/secretRules.ts';
import { BREAK } from '../../core/context/gates/textView.ts';
import { MESSAGE_KINDS, PRESET_KINDS } from './presetRules.ts';

/**
 * Finds what secretlint's recommended preset finds. Its rules are asked one by one instead of through secretlint's core, which would obey
 * `secretlint-disable` in the text, answer later and keep a profile of every run.
 */
export function scanWithPreset(text: string): FoundSecret[] {
  return [...PRESET_KINDS.keys()].flatMap((id) => scanWithRule(text, id));
}

/** What one rule of the preset finds; for measuring and tests. */
export function scanWithRule(text: string, id: string): FoundSecret[] {
  const kind = PRESET_KINDS.get(id);
  const rule = RULES.get(id);
  if (kind === undefined || rule === undefined) return [];
  return askRule(rule, text)
    .map((report) => locateSecret(text, report, MESSAGE_KINDS.get(report.message.id) ?? kind))
    .filter((found) => found !== undefined);
}

const PREFIX = '@secretlint/secretlint-rule-';

/** Of a rule of the preset, what is used. */
type PresetRule = {
  meta: { id: string };
  create(context: RuleContext, options: object): { file?(source: { content: string }): unknown };
};

/** A rule makes a message of what it found, in which `data` holds the secret, and reports it. */
type RuleContext = {
  createTranslator(): (id: string, data?: Readonly<Record<string, string>>) => PresetMessage;
  report(report: PresetReport): void;
};
type PresetMessage = { id: string; secret: string };
/** The place is not always that of the secret: some rules tell that of the name in front of it. */
type PresetReport = { message: PresetMessage; range: readonly [start: number, end: number] };

// The preset's own types rest on packages that it does not bring.
const RULES: ReadonlyMap<string, PresetRule> = new Map(
  (rules as unknown as readonly PresetRule[]).map((rule) => [rule.meta.id.slice(PREFIX.length), rule]),
);

function askRule(rule: PresetRule, text: string): PresetReport[] {
  const reports: PresetReport[] = [];
  const context: RuleContext = {
    createTranslator: () => (id, data) => ({ id, secret: Object.values(data ?? {})[0] ?? '' }),
    report: (report) => void reports.push(report),
  };
  rule.create(context, {}).file?.({ content: text });
  return reports;
}

/** Of a URL only the password is secret. */
const URL_PASSWORD = /:\/\/[^:/\s]{1,256}:([^@/\s]{1,256})@/;

function locateSecret(
  text: string,
  { message, range }: PresetReport,
  kind: SecretKind,
): FoundSecret | undefined {
  const password = kind === 'urlCredentials' ? URL_PASSWORD.exec(message.secret)?.[1] : undefined;
  const secret = password ?? message.secret;
  // What stands around something that is redacted already is no secret.
  if (secret === '' || secret.includes(BREAK)) return undefined;
  if (password === undefined ? !hasVariety(secret) : isPlaceholder(password)) return undefined;
  const start = text.indexOf(secret, range[0]);
  return start === -1 ? undefined : { start, end: start + secret.length, kind };
}
