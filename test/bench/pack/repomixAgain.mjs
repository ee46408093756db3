// Packs `folder` again and again in one process: `node repomixAgain.mjs <folder> <output file> <cache file> <passes>`; prints the milliseconds of each pass.
import { runCli } from 'repomix';

const [folder, output, cacheFile, passes] = process.argv.slice(2);
process.env.REPOMIX_TOKEN_CACHE_PATH = cacheFile;
const options = {
  output,
  style: 'markdown',
  tokenCountEncoding: 'o200k_base',
  defaultPatterns: false,
  gitSortByChanges: false,
  securityCheck: false,
  quiet: true,
};
const times = [];
for (let pass = 0; pass < Number(passes); pass++) {
  const startMs = performance.now();
  await runCli(['.'], folder, options);
  times.push(performance.now() - startMs);
}
console.log(JSON.stringify(times));
process.exit();
