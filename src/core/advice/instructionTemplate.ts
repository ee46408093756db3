/** Files with instructions that can be begun from a template. */
export const TEMPLATE_FILES = ['CLAUDE.md', 'AGENTS.md'] as const;
export type TemplateFile = (typeof TEMPLATE_FILES)[number];

/**
 * Where to begin: rules, scope boundaries, constraints, what the output looks like and how it is checked. It is short, as it goes with every
 * request, and each line says what belongs there.
 */
export const INSTRUCTION_TEMPLATE = `# Instructions

<!-- Goes with every request: keep what is true of all tasks, in one line each. -->

## Rules

- Language, version and style, where a formatter does not decide:

## Scope

- Code to edit, and where its tests lie:
- Never edit or read (generated, vendored, secrets):

## Constraints

- What must not change (public API, schema, dependencies):

## Output

- Show only what changes; explain in at most five sentences.
- Order findings of a review by severity, each with a fix.

## Validation

- Done when this command succeeds:
- After two failed tries at the same thing, stop and say what is unclear.
`;
