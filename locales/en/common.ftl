brand = Cùng Tiến
back = Back
to-start = Home
listen = Listen
next = Next
skip = Skip
done = Done
try-again = Try again
close = Close
waiting = Opening your lessons…
saved-here = { $kept ->
    [durable] Saved on this phone. No network needed.
    [cleared] Saved on this phone. The browser has not promised to keep it for long, so open the app again often.
   *[nowhere] Your lessons last only until this window is closed.
}
still-here = { $kept ->
    [durable] The lessons on this phone are still here.
    [cleared] The lessons on this phone are still here.
   *[nowhere] The lessons here last until this window is closed.
}
minutes = { $count } minutes
main-buttons = Main buttons
