// node run.mjs ADDRESS: what Lighthouse's mobile preset says of a first visit, as one line of JSON. A package of its own,
// because it is large and only `make bench` needs it.
import fs from 'node:fs';
import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';

const [address] = process.argv.slice(2);
const chromePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file));
const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-extensions', '--lang=vi-VN'] });
try {
  const { lhr } = await lighthouse(address, { port: chrome.port, output: 'json', logLevel: 'error' });
  const score = (name) => lhr.categories[name].score;
  const audit = (name) => Math.round(lhr.audits[name].numericValue);
  if (process.env.LIGHTHOUSE_REPORT) fs.writeFileSync(process.env.LIGHTHOUSE_REPORT, JSON.stringify(lhr));
  console.log(JSON.stringify({
    lighthouse_performance: score('performance'),
    lighthouse_accessibility: score('accessibility'),
    lighthouse_best_practices: score('best-practices'),
    lighthouse_seo: score('seo'),
    lighthouse_lcp_ms: audit('largest-contentful-paint'),
    lighthouse_fcp_ms: audit('first-contentful-paint'),
    lighthouse_blocking_ms: audit('total-blocking-time'),
    lighthouse_speed_index_ms: audit('speed-index'),
  }));
} finally {
  await chrome.kill();
}
