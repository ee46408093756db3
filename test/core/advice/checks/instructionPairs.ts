/** Two lines of instructions. */
export type InstructionPair = readonly [first: string, second: string];

/** No model can follow both. The check was made to fit these. */
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

/** Both can be followed at once; these, too, it was tried on while it was made. */
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
  ['Never create files unless it is needed for your goal.', 'Only create documentation files when asked.'],
  ['Do not add dependencies unless they are needed.', 'Add dependencies to the root package.'],
];

/** As those above, but written after the check, and only reported. */
export const UNSEEN_CONTRADICTORY_PAIRS: readonly InstructionPair[] = [
  ['Format the code with Prettier before each commit.', 'Never format the code with Prettier.'],
  ['Do not touch the files in migrations/.', 'Change the files in migrations/ when the schema changes.'],
  ['Tests are written with Jest.', 'Use Vitest for unit tests.'],
  ['Strings use single quotes.', 'Use double quotes for strings.'],
  ['You must not use lodash.', 'Use lodash for deep copies.'],
  ['Squash commits before merging.', 'Do not squash commits before merging.'],
  ['Answer briefly.', 'Give detailed explanations for everything you change.'],
  ['Comments should be in English.', 'Kommentare auf Deutsch schreiben.'],
  ['Avoid abbreviations in names.', 'Use short abbreviations in names of local variables.'],
  ['Always ask before deleting files.', 'Delete files without asking if nothing imports them.'],
  ['Run `npm test` before every commit.', "Don't run `npm test`, CI does."],
  ['Use yarn.', 'Run scripts with npm.'],
];
export const UNSEEN_COMPATIBLE_PAIRS: readonly InstructionPair[] = [
  ['Never use `console.log` in production code.', 'Use `logger.info` in production code.'],
  ['Do not delete tests.', 'Delete snapshots that are obsolete.'],
  ['Use 4 spaces in Python.', 'Use tabs in Makefiles.'],
  ['Keep functions short.', 'Write detailed commit messages.'],
  ['Do not commit secrets.', 'Commit the lock file.'],
  ['Never edit `schema.sql` by hand.', 'Edit `seed.sql` by hand when the tests need other data.'],
  ['Use Jest in packages/web.', 'Use Mocha in packages/legacy.'],
  ['Always run the linter.', 'Never disable rules of the linter.'],
  ['Do not write comments.', 'Write a summary of the changes in the pull request.'],
  ['No default exports.', 'Use default props for components.'],
  ['Ask before you add a dependency.', 'Add tests for each new dependency.'],
  ['Should not throw in constructors.', 'Throw `UserError` for what a user can mend.'],
  ['Prefer composition over inheritance.', 'Prefer inheritance of test fixtures over copies.'],
  ['Use npm run build to build.', 'Use pnpm dlx for tools that are run once.'],
];
