/** Two lines of instructions; written, with their labels, before the check was tried on them. */
export type InstructionPair = readonly [first: string, second: string];

/** No model can follow both. */
export const CONTRADICTORY_PAIRS: readonly InstructionPair[] = [
  ['Always write tests for new code.', 'Do not write tests for new code unless asked.'],
  ['Use tabs for indentation.', 'Indent with two spaces.'],
  ['Use npm to install packages.', 'Install packages with pnpm.'],
  ['Never commit to main directly.', 'Small fixes: commit to main directly.'],
  ['Keep answers short, at most five sentences.', 'Explain every change in detail, step by step.'],
  ['Prefer named exports.', 'Use default exports for components.'],
  ['Add a docstring to every function.', 'Do not add docstrings to functions.'],
  ['Run the full test suite after each change.', 'Never run the full test suite; run single tests.'],
  ['Use `any` where types get complicated.', 'Never use `any`.'],
  ['Ask before you install a dependency.', 'Install a dependency without asking when it helps.'],
  ['Commit messages are in English.', 'Write commit messages in German.'],
  ['All database access goes through the repository classes.', 'Query the database directly in handlers.'],
];

/** Both can be followed at once. */
export const COMPATIBLE_PAIRS: readonly InstructionPair[] = [
  ['Always write tests for new code.', 'Never write tests that need the network.'],
  ['Use tabs for indentation in Go.', 'Use two spaces for indentation in YAML.'],
  ['Use npm to install packages in web/.', 'Use pnpm in packages/ only.'],
  ['Never commit to main directly.', 'Commit often, in small steps.'],
  ['Use single quotes in TypeScript.', 'Use double quotes in JSON.'],
  ['Do not use default exports.', 'Use named exports.'],
  ['Do not edit generated files in dist.', 'Run `npm run build` to write the generated files in dist.'],
  ['Never log secrets.', 'Log every request with its id.'],
  ['Run single tests while working.', 'Run the full test suite before a pull request.'],
  ['Do not add comments that repeat the code.', 'Add comments that give reasons.'],
  ['camelCase for variables.', 'Use snake_case for columns of the database, camelCase for variables.'],
  ['Avoid `any` in TypeScript.', 'Use `unknown` instead of `any` in TypeScript.'],
  ["Don't mock the database in integration tests.", 'Mock the database in unit tests.'],
  ['Never push without asking.', 'Always pull before pushing.'],
];
