// The part of the tour that shows sharing: begins and ends on the home screen of a learner.
import { at, see, tap } from './app.mjs';
import { SharingDouble } from './sharing_double.mjs';

const NOT_A_WORD = 'ao ba ban blockchain';

export async function tourSharing(page, url, look) {
  const server = await SharingDouble.before(page.context());
  await tap(page, 'sharing-line');
  await see(page, 'consent-yes');
  await look('sharing-asks');
  await at(page, 'consent-yes').scrollIntoViewIfNeeded();
  await look('sharing-asks-end');
  server.offline = true;
  await tap(page, 'consent-yes');
  await see(page, 'send-now');
  await look('sharing-unsent');
  await tap(page, 'to-start');
  await see(page, 'home-title');
  await at(page, 'sharing-line').scrollIntoViewIfNeeded();
  await look('home-unsent');
  server.offline = false;
  await tap(page, 'sharing-line');
  await tap(page, 'send-now');
  await at(page, 'sharing-status').and(page.locator(':has(.note-leaf)')).waitFor();
  await look('sharing-sent');
  await tap(page, 'stop-sharing');
  await see(page, 'stop-yes');
  await at(page, 'stop-yes').scrollIntoViewIfNeeded();
  await look('sharing-stop-asks');
  await tap(page, 'stop-no');

  await tap(page, 'share-code');
  await see(page, 'code-words');
  await look('sharing-code');
  await at(page, 'code-new').scrollIntoViewIfNeeded();
  await look('sharing-code-end');
  server.offline = true;
  await tap(page, 'code-new');
  await see(page, 'errand-failed');
  await look('sharing-code-failed');
  server.offline = false;
  await tap(page, 'back');

  await tap(page, 'share-card');
  await see(page, 'card-words');
  await look('sharing-card');
  await at(page, 'card-words').scrollIntoViewIfNeeded();
  await look('sharing-card-words');
  await at(page, 'card-renew').scrollIntoViewIfNeeded();
  await look('sharing-card-end');
  server.offline = true;
  await tap(page, 'card-renew');
  await tap(page, 'card-renew-yes');
  await see(page, 'card-finish');
  await look('sharing-card-unfinished');
  server.offline = false;
  await tap(page, 'card-finish');
  await see(page, 'card-print');
  await tap(page, 'back');

  await tap(page, 'share-devices');
  await see(page, 'device-row');
  await look('sharing-devices');
  await tap(page, 'device-remove');
  await see(page, 'device-remove-yes');
  await look('sharing-device-remove-asks');
  await tap(page, 'to-start');
  await see(page, 'home-title');
  await at(page, 'sharing-line').scrollIntoViewIfNeeded();
  await look('home-sent');

  server.state = 'closed';
  await tap(page, 'sharing-line');
  await tap(page, 'send-now');
  await see(page, 'settle-keep');
  await look('sharing-ended');
  await tap(page, 'settle-delete');
  await see(page, 'settle-delete-yes');
  await look('sharing-ended-delete-asks');
  await tap(page, 'to-start');
  await see(page, 'ended-open');
  await look('home-ended');
  await tap(page, 'ended-open');
  await tap(page, 'settle-keep');
  await see(page, 'home-title');
  await page.context().unroute('**/v1/**');
}

/** Begins and ends on "who is learning". */
export async function tourComingIn(page, url, look) {
  const server = await SharingDouble.before(page.context());
  await tap(page, 'come-in');
  await see(page, 'come-title');
  await look('coming-in');
  await tap(page, 'come-card');
  await see(page, 'words-field');
  await look('coming-in-card');
  await tap(page, 'back');
  await tap(page, 'come-code');
  await at(page, 'words-field').fill(NOT_A_WORD);
  await tap(page, 'words-next');
  await see(page, 'words-problem');
  await look('coming-in-wrong-word');
  // As scanned: the words come behind the #, and do not stay there.
  await page.goto('about:blank');
  await page.goto(`${url}/join#ao-ba-ban-banh`);
  await see(page, 'words-field');
  await look('coming-in-scanned');
  server.state = 'joined';
  await tap(page, 'words-next');
  await see(page, 'come-who');
  await look('coming-in-who');
  await at(page, 'new-name').fill('Mẹ');
  await tap(page, 'come-save');
  await see(page, 'home-title');
  await tap(page, 'sharing-line');
  await see(page, 'leave-sharing');
  await look('sharing-joined');
  server.state = 'removed';
  await tap(page, 'send-now');
  await see(page, 'settle-again');
  await look('sharing-removed');
  await tap(page, 'settle-delete');
  await tap(page, 'settle-delete-yes');
  await see(page, 'who-title');
  await page.context().unroute('**/v1/**');
}
