trouble-title = A little trouble
trouble-kept = { $kept ->
    [durable] Everything you have learned is still there.
    [cleared] Everything you have learned is still in this browser.
   *[nowhere] This window keeps nothing. Opened again, it begins afresh.
}
trouble-untouched = The app has deleted nothing.
trouble-no-export = The data could not be had.
trouble-gone = The data of this app has just been deleted from this browser. The lessons begin afresh.
trouble-gone-here = The data has just been deleted from this browser, so this could not be saved. Go to the home page to take what is left.
trouble-afresh = Begin afresh
trouble-damaged = A part of the data on this phone is damaged. Tap Try again. The app goes on with what can be read.
trouble-worker = A part of the app could not be loaded. Turn on the network and tap Try again.
trouble-crashed = The app stopped for a moment. Tap Try again.
trouble-full = The phone is full, so the app could not open. Delete some old photos or videos, then tap Try again.
trouble-newer = The lessons on this phone were saved by a newer version. Turn on the network, close the app completely and open it again. If it stays like this, ask somebody to update it.
trouble-not-found = This page is not here. Please go to the home page.
trouble-other = It could not open. Tap Try again. If it stays like this, close the app completely and open it again.
other-tab-title = The app is open elsewhere
other-tab-text = Cùng Tiến is open in another tab of the browser. It can be open in one place at a time. To learn here, tap Use it here.
other-tab-take = Use it here
other-tab-close = Close this one
other-tab-stay = If not, tap Close this one. If that does nothing, close this tab as you always do.
other-tab-failed = The other tab did not let go. Close it, then tap again.
moved-tab-title = Moved to another tab
moved-tab-text = You are using Cùng Tiến in another tab. You can close this one.
moved-tab-back = Use it here again
notice-moved = The old data was damaged, so it was put aside under the name { $name }. What could be read is still here.
notice-left-out = The lesson “{ $name }” has an error and was left out. The others work.
notice-ok = I see
browser-title = Open with { $browser }
browser-in-app = You are inside another app. Lessons are not kept for long here.
browser-private = This window keeps nothing, mostly because it is a private one. Closing it loses what you have learned.
browser-old = This browser is too old to keep your lessons. Closing it loses what you have learned.
browser-not-secure = This address begins with http and is not encrypted, so the browser keeps nothing. Closing it loses what you have learned.
browser-title-old = Please update the browser
browser-title-not-secure = This address cannot keep your lessons
browser-how-old = Update Chrome or Safari, then open { $server } again. If that cannot be done, open it on another phone.
browser-how-not-secure = Ask the people in charge for the address that begins with https, and open that.
browser-how = Tap the three dots in the corner and choose to open in the browser.
browser-how-private = Open a normal window of the browser, then go to { $server }.
browser-title-private = Open it in a normal window
browser-anyway = Try it here all the same
browser-chrome = Chrome or Safari
