sharing-title = Send what I learn

line-unsent = { $count ->
    [one] 1 lesson not sent yet.
   *[other] { $count } lessons not sent yet.
} { $kept ->
    [durable] Still on this phone.
    [cleared] Still on this phone.
   *[nowhere] Closing this window loses them.
}
line-unsent-other = { $kept ->
    [durable] Not everything is sent yet. It is still on this phone.
    [cleared] Not everything is sent yet. It is still on this phone.
   *[nowhere] Not everything is sent yet. Closing this window loses it.
}
line-sent = Sent at { $time }
line-sent-day = Sent on { $day }
line-waiting = Nothing sent so far
line-not-agreed = Nothing is sent, because you have not agreed to it.
line-headway = { $sent } of { $of } results sent
line-ended-title = Sending has stopped
line-ended = { still-here } Please look, then choose how to go on.
line-ended-open = See what to do

why-offline = No network. They will be sent as soon as there is one.
why-unreachable = There is a network, but no way to the server. If the Wi‑Fi wants a login, log in first. The app will try again.
why-insecure = The way to the server is not safe, so nothing is sent. Check date and time on this phone, or use another network.
why-slow = The network is very slow. The app will try again.
why-cut-off = The network broke off in the middle. The app will try again.
why-portal = This Wi‑Fi wants a login. Open the browser and log in to the Wi‑Fi: then the app sends by itself.
why-blocked = This network lets nobody through to the server. Use another one, such as mobile data.
why-busy = The server is busy. The app will try again.
why-wait = The server is busy. The app tries again at { $time }.
why-full = The server has no room left. { still-here } The app will try again.
why-not-ours = This network answers in place of the server. Use another network, or let the app try again later.
why-too-old = The app is too old to send. Please update it.
why-server-old = The server does not know this version yet. The app will try again.
why-locked-out = The people who run the server no longer let this phone send.
why-other = It could not be sent, and it is not clear why. { still-here } To be sure, open Settings and tap “Get my data”.

ask-now = { $kept ->
    [durable] What you learn is only on this phone now. Would you like to keep a copy on the server too?
    [cleared] What you learn is only on this phone now. Would you like to keep a copy on the server too?
   *[nowhere] What you learn lasts only until this window is closed. Would you like to keep a copy on the server?
}
ask-server = The server is a computer on the network that keeps your lessons for you.
ask-what-title = What is sent?
ask-what = The result of each lesson: how far, how often, on which day, in which way. How many wrong taps, how many hints, whether you did it for real. What you learned before is sent too.
ask-never-title = Never sent
ask-never = Your name, your picture, where you tap, the numbers and letters you type.
ask-whom-title = To whom?
ask-whom = To the server of this app, at { $server }. There you are only a code, without a name.
ask-why-title = What is it good for?
ask-why = If the phone is lost, the lessons are not. You can also go on learning on another phone, such as one of your family.
ask-back-title = And if you change your mind?
ask-back = Come back to this page and tap Stop sending. The copy on the server is deleted. { still-here }
ask-yourself = Only you decide. Nobody in the family can choose for you. A child’s profile is not sent. Every lesson works without sending.
ask-sentence = I agree that my results, those of earlier lessons too, are sent to the server of Cùng Tiến, to keep them safe and to go on learning on another phone.
ask-yes = I agree to send
ask-no = { $kept ->
    [durable] No, keep them here
    [cleared] No, keep them here
   *[nowhere] No, do not send
}
ask-stopped = Sending has stopped. { still-here }
ask-stopped-waiting = Sending has stopped. As soon as there is a network, the server is told to delete its copy. { still-here }
ask-left = This phone is unlinked. { still-here } Those on the other phone stay, too.
ask-ending-waits = The server does not know yet that you stopped sending. The app tells it as soon as there is a network.

share-kept = { $kept ->
    [durable] Your results are on this phone and on the server.
    [cleared] Your results are on this phone and on the server.
   *[nowhere] Your results are on the server, and here until this window is closed.
}
share-since = Sending since { $day }.
share-joined = This phone is linked with another one. Both phones show your results.
share-rejected = { $count ->
    [one] The server did not take 1 result. { still-here }
   *[other] The server did not take { $count } results. { still-here }
}
share-send-now = Send now
share-sending = Sending…
share-code = Continue on another phone
share-code-detail = Give the other phone four words
share-card = Recovery card
share-card-detail = Gets the lessons back if the phone is lost
share-devices = Linked phones
share-devices-detail = See them, remove one
share-stop = Stop sending
share-stop-sure = Stop sending?
share-stop-also = The copy on the server will be deleted. Linked phones stop too. { still-here }
share-stop-yes = Stop and delete the copy
share-stop-no = No, go on sending
share-leave = Unlink this phone
share-leave-sure = Unlink this phone?
share-leave-also = Results are no longer shared. { still-here } Those on the other phone stay, too.
share-leave-yes = Unlink
share-leave-no = No, leave it

errand-offline = This needs the internet. Turn on Wi‑Fi or mobile data, then try again.
errand-unreachable = There is a network, but no way to the server. If the Wi‑Fi wants a login, log in first, then try again.
errand-insecure = The way to the server is not safe. Check date and time on this phone, or use another network, then try again.
errand-slow = The network is very slow and the server has not answered. Please try again.
errand-cut-off = The network broke off in the middle. Please try again.
errand-portal = This Wi‑Fi wants a login. Open the browser, log in to the Wi‑Fi, then try again.
errand-blocked = This network lets nobody through to the server. Use another one, such as mobile data, then try again.
errand-busy = The server is busy. Wait a moment, then try again.
errand-full = The server has no room left. Please try again tomorrow.
errand-not-ours = This network answers in place of the server. Use another network, then try again.
errand-wait = That was tried many times. Wait until { $time }, then try again.
errand-too-old = The app is too old for this. Please update it.
errand-server-old = The server does not know this version yet. Please try again tomorrow.
errand-locked-out = The people who run the server no longer let this phone in, so this cannot be done.
errand-no-share = Your lessons are not on the server yet. They are being sent. Wait a moment, then try again.
errand-not-own = This phone is only linked. Do this on the phone on which you agreed to send.
errand-no-code = The four words are not right, or too old. Look at the other phone again, or ask it for new ones.
errand-no-card = The server does not take this card. Perhaps a newer one was made.
errand-no-device = That phone has been removed already.
errand-guest = Who only tries the app sends nothing. To send, add your name first.
errand-no-name = There is no name yet. Please write one, then do it again.
errand-other = It did not work, and it is not clear why. { still-here } Please try again. To be sure, open Settings and tap “Get my data”.
words-few = That is { $found ->
    [0] no word
    [one] 1 word
   *[other] { $found } words
}. There should be { $expected }.
words-many = There are { $found } words, more than { $expected }. Please look again.
words-unknown = Word number { $number } is not right. Please look at it again.
words-slip = One of the words was copied wrongly. Please compare each one with the card.

code-asking = Asking for four words…
code-lead = On the other phone, open Cùng Tiến. Tap “I learned on another phone”, choose “I have four words”. Then type these four words.
code-until = These words work once, until { $time }.
code-picture = Or open the camera of the other phone and point it at this square.
code-picture-alt = A square for the other phone to scan. It holds just the four words above.
code-trust = Give them to family only. Never read these four words to anybody who calls you.
code-new = New words

card-lead = If the phone is lost, this card gets your lessons back on a new phone.
card-keep = Keep it like a bank book. Never read these words to anybody who calls, whoever they say they are.
card-paper-title = Cùng Tiến recovery card
card-paper-of = Card of { $name }
card-paper-how = On the new phone, open { $server }. Tap “I learned on another phone”, choose “I have a recovery card”, then type the 12 words.
card-picture-alt = A square for the new phone to scan. It holds just the 12 words above.
card-print = Print the card
card-copy = Without a printer, copy the 12 words on paper, in this order.
card-renew = Make a new card
card-renew-sure = Make a new card? The old one will no longer work.
card-renew-yes = New card, old one void
card-renew-no = No, keep this card
card-renewed = This is the new card. The old one no longer works. Please print or copy this one.
card-unfinished = The new card is not finished. The words below may no longer work. Tap Finish the new card.
card-finish = Finish the new card

devices-asking = Asking the server…
devices-this = This phone
devices-own = Your other phone
devices-joined = Linked phone
devices-since = Since { $day }
devices-remove = Remove
devices-remove-sure = Remove that phone?
devices-remove-also = Results are no longer shared with it. The lessons already on it stay there.
devices-remove-own-also = It has your recovery card, so the app makes a new card and voids the old one. The lessons already on that phone stay there.
devices-remove-yes = Remove that phone
devices-remove-no = No, leave it
devices-alone = There is no other phone.

ended-closed-title = Another phone stopped sending
ended-closed = Another phone of yours has stopped sending. The copy on the server has been deleted. { still-here }
ended-removed-title = This phone was removed
ended-removed = Another phone of yours has removed this one. Results are no longer shared with this phone. { still-here }
ended-stranger-title = The server no longer knows this phone
ended-stranger = This phone is no longer linked with your other ones. { still-here }
ended-ask = What would you like to do with the lessons on this phone?
ended-keep = { $kept ->
    [durable] Keep them here
    [cleared] Keep them here
   *[nowhere] Leave them here
}
ended-delete = Remove them from this phone
ended-delete-sure = Remove the name and every lesson of { $name } from this phone? You cannot undo this.
ended-delete-yes = Remove for good
ended-delete-no = No, keep them
ended-again = Link again with four words
ended-again-detail = Get the words on the other phone

delete-share-own = When it is removed for good, the copy on the server is deleted too. Linked phones stop as well.
delete-share-joined = When it is removed for good, only this phone leaves. The lessons on the other phone and on the server stay.
