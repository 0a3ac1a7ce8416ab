// The paths in WebKitGTK, Safari's engine on Linux. Where Safari has handles of files that answer at once, stand-ins take
// their place (`access_handles.mjs`); once the engine is also tried as it comes, without them.
import { Server } from './lib.mjs';
import { WebKit } from './webkit.mjs';
import { journeys, learnsInMemory } from './journeys.mjs';
import { ACCESS_HANDLES, KEPT_AFTER_MS } from './access_handles.mjs';

export const tests = {
  ...journeys({ start: (options) => WebKit.start(options), worker: ACCESS_HANDLES, keptAfter: KEPT_AFTER_MS, notWithout: ['no promises'] }),

  async 'where handles of files are promised and never given, she is told so and may learn all the same'() {
    const server = await Server.start();
    const phone = await WebKit.start();
    try {
      await learnsInMemory(phone.page, server.url);
    } finally {
      await phone.close();
      await server.stop();
    }
  },
};
