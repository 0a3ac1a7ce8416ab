intro-role-play = This is a role play. Nobody is really calling.
intro-continue = Go on with step { $step }
intro-watch = Watch
intro-watch-detail = The app does it, you just look
intro-guided = Follow along
intro-guided-detail = The place to tap lights up
intro-alone = Do it alone
intro-alone-detail = Find it yourself, ask when you like
intro-review = Repeat
intro-review-detail = Alone once more, to remember it
intro-real = For real
intro-real-detail = The steps on the real phone
intro-other-ways = Other ways to learn it
intro-without-phone = How to do it without a phone
intro-unverified = The real screen may look different
intro-renamed = Old name and new name
intro-verified = Compared with a real phone on { $date }
intro-sources = Where are the words from?
intro-app-version = As of version { $version }
real-title = For real: { $title }
real-lead = Do it for real, one line at a time. When a line is done, come back here and tap it.
real-tried = I did it for real
real-thanks = { $kept ->
    [durable] Wonderful! Noted on this phone.
    [cleared] Wonderful! Noted on this phone.
   *[nowhere] Wonderful! Noted until this window is closed.
}
real-secret = On the real phone, the password and the OTP are yours alone.
